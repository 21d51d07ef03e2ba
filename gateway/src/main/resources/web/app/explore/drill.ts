import { dimensionOf, type CubeFacts } from './cube-facts';
import type { Cut } from './cut';
import type { Row } from './table';
import { arranged, changed, rowsOf, type View } from './view';

const IN_NO_GROUP = '-';

/** What comes below each level; what has nothing below is looked at by the entities that reported it. */
const BELOW: Record<string, string> = {
  'entity.type': 'entity.entity',
  'entity.ceb': 'entity.entity',
  'location.region': 'location.subregion',
  'location.subregion': 'location.country',
  'location.intermediate': 'location.country',
  'location.groups': 'location.country',
  'instrument.group': 'instrument.instrument',
  'instrument.earmarking': 'instrument.instrument',
  'sdg.five-ps': 'sdg.goal',
  'contributor.type': 'contributor.contributor',
};

/** The condition that a row stands for. */
export function cutOfRow(row: Row, facts: CubeFacts, levelOf: (dimension: string, code: string) => string | undefined): Cut | undefined {
  const dimension = dimensionOf(row.drilldown);
  if (row.isOthers) {
    return undefined;
  }
  if (dimension === 'year') {
    return { dimension, codes: [row.code], not: false };
  }
  const by = row.drilldown.split('.')[1];
  const facts1 = facts.dimensions.find((of) => of.dimension === dimension);
  if (facts1?.hierarchies.some((of) => of.hierarchy === by)) {
    return { dimension, by, codes: [row.code], not: false };
  }
  const own = levelOf(dimension, row.code);
  // lines that were coded above the level are shown under their own code, which is not all that is below that code
  const isAbove = own !== undefined && facts1 !== undefined && facts1.levels.indexOf(own) < facts1.levels.indexOf(by);
  return { dimension, by: isAbove ? 'only' : undefined, codes: [row.code], not: false };
}

/** By what the rows below a row are best told; none where there is nothing left to tell apart. */
export function nextOf(drilldown: string, view: View, isAbove: boolean): string | undefined {
  const below = isAbove ? undefined : BELOW[drilldown];
  if (below) {
    return below;
  }
  const taken = new Set([...view.cut.map((cut) => cut.dimension), dimensionOf(drilldown)]);
  if (!taken.has('entity')) {
    return 'entity.entity';
  }
  const isFree = ['function', 'location', 'instrument', 'sdg', 'contributor', 'gem'].every((dimension) => !taken.has(dimension));
  if (isFree) {
    return view.cube === 'expense' ? 'function.function' : 'instrument.group';
  }
  return rowsOf(view).includes('year') || view.columns.includes('year') ? undefined : 'year';
}

/** The view of what is in a row, told by the next level; all conditions of the rows above it hold too. */
export function drilled(view: View, cuts: Cut[], next: string | undefined): View {
  const named = new Set(cuts.map((cut) => cut.dimension));
  const kept = view.cut.filter((cut) => !named.has(cut.dimension));
  const rows = next === undefined ? rowsOf(view).slice(0, 1) : [next];
  return { ...arranged(changed(view, { cut: [...kept, ...cuts], top: undefined, per: undefined, others: undefined, having: undefined }), rows, view.columns), chart: view.chart === 'map' && next !== 'location.country' ? undefined : view.chart };
}

export function isDrillable(row: Row): boolean {
  return !row.isOthers && row.code !== IN_NO_GROUP;
}
