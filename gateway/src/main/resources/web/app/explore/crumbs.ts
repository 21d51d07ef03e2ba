import type { CubeFacts } from './cube-facts';
import { single, type Cut } from './cut';
import type { MemberNames } from './names-of-members';
import { addressOf, arranged, changed, type View } from './view';

/** A step from the whole down to what is shown. */
export interface Crumb {
  cut: Cut;
  /** The level on which it was one of many. */
  drilldown: string;
}

/** An entity is found by its name and not by its type, so the way to it does not lead over the type. */
const WITHOUT_STEPS = ['entity'];

/** The steps to a view: each condition of one member, and what that member lies in. */
export function crumbsOf(view: View, facts: CubeFacts, names: MemberNames): Crumb[] {
  return view.cut.filter(isStep).flatMap((cut) => {
    const code = single(cut)!;
    const above = cut.by === undefined && !WITHOUT_STEPS.includes(cut.dimension) ? names.above(cut.dimension, code) : [];
    return [
      ...above.map((of) => ({ cut: { dimension: cut.dimension, codes: [of], not: false }, drilldown: levelOf(cut.dimension, of, undefined, facts, names) })),
      { cut, drilldown: levelOf(cut.dimension, code, cut.by, facts, names) },
    ];
  });
}

function isStep(cut: Cut): boolean {
  return single(cut) !== undefined && cut.dimension !== 'year';
}

function levelOf(dimension: string, code: string, by: string | undefined, facts: CubeFacts, names: MemberNames): string {
  const levels = facts.dimensions.find((of) => of.dimension === dimension)?.levels ?? [];
  return `${dimension}.${by !== undefined && by !== 'only' ? by : names.level(dimension, code) ?? levels[levels.length - 1]}`;
}

/** Back up to a step, -1 for the whole: told by the level on which the next step was chosen. */
export function upTo(step: number, crumbs: Crumb[], view: View): string {
  const kept = new Map(crumbs.slice(0, step + 1).map((crumb) => [crumb.cut.dimension, crumb.cut]));
  const cut = view.cut.flatMap((of) => (isStep(of) ? kept.get(of.dimension) ?? [] : [of]));
  return addressOf(arranged(changed(view, { cut, chart: undefined }), [crumbs[step + 1].drilldown], view.columns));
}
