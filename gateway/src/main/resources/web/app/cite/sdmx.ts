import { get } from '../api/fetching';
import type { Cube, Question } from '../api/questions';
import { cutOf } from '../explore/cut';

/** The dimensions of a key after the frequency, in its order, with the level at which the standard reports. */
const KEY: Record<Cube, [string, string][]> = {
  expense: [['entity', 'entity'], ['function', 'function'], ['location', 'country'], ['instrument', 'instrument'], ['sdg', 'goal'], ['contributor', 'contributor'], ['gem', 'marker']],
  revenue: [['entity', 'entity'], ['instrument', 'instrument'], ['contributor', 'contributor']],
};

const TOTAL = '_T';

/**
 * The path of an SDMX 2.1 query for the same figures; undefined where its keys cannot say it. A key has codes, or all at the
 * level of the standard, or the total of a dimension: no groups, no conditions on amounts, no "all but", no recast.
 */
export async function sdmxPath(cube: Cube, question: Question): Promise<string | undefined> {
  const { where, having, top, structure, consolidation, edition, asOf } = question;
  const isPlain = !where && !having && top === undefined && !structure && (!consolidation || consolidation === 'gross') && !edition;
  const isAmount = (question.measures ?? ['amount']).every((measure) => measure === 'amount');
  const drilldowns = (question.drilldown ?? []).filter((drilldown) => drilldown !== 'year');
  const levels = new Map(KEY[cube]);
  const cuts = (question.cut ?? []).map(cutOf);
  const years = cuts.filter((cut) => cut.dimension === 'year');
  const others = cuts.filter((cut) => cut.dimension !== 'year');
  const isSaid = isPlain && isAmount
    && drilldowns.every((drilldown) => levels.get(drilldown.split('.')[0]) === drilldown.split('.')[1])
    && years.length <= 1 && years.every((cut) => !cut.not && isRange(cut.codes))
    && (years.length === 1 || (question.drilldown ?? []).includes('year'))
    && ((question.drilldown ?? []).includes('year') || years.every((cut) => cut.codes.length === 1 && !cut.codes[0].includes('..')))
    && new Set(others.map((cut) => cut.dimension)).size === others.length
    && others.every((cut) => !cut.not && (cut.by === undefined || cut.by === levels.get(cut.dimension)) && cut.codes.every((code) => !code.includes('..')))
    && others.every((cut) => drilldowns.some((drilldown) => drilldown.startsWith(`${cut.dimension}.`)) || cut.codes.length === 1);
  if (!isSaid) {
    return undefined;
  }
  const parts = await Promise.all(KEY[cube].map(async ([dimension, level]) => {
    const isDrilled = drilldowns.some((drilldown) => drilldown.startsWith(`${dimension}.`));
    const cut = others.find((of) => of.dimension === dimension);
    if (!cut) {
      return isDrilled ? '' : TOTAL;
    }
    const codes = await Promise.all(cut.codes.map((code) => keyCode(dimension, code, isDrilled ? level : undefined)));
    return codes.every((code) => code !== undefined) ? codes.join('+') : undefined;
  }));
  if (parts.some((part) => part === undefined)) {
    return undefined;
  }
  const parameters = new URLSearchParams();
  if (years.length === 1) {
    const bounds = years[0].codes.flatMap((code) => code.split('..'));
    parameters.set('startPeriod', bounds[0]);
    parameters.set('endPeriod', bounds[bounds.length - 1]);
  }
  if (asOf) {
    parameters.set('asOf', asOf);
  }
  const query = parameters.toString();
  return `/api/v1/sdmx/2.1/data/${cube.toUpperCase()}/A.${parts.join('.')}${query && '?'}${query}`;
}

/** Years that follow each other without a gap can be said by the first and the last. */
function isRange(codes: string[]): boolean {
  const years = codes.flatMap((code) => {
    const [first, last = first] = code.split('..').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
  return years.every((year, at) => at === 0 || year === years[at - 1] + 1);
}

/** The code as SDMX writes it. Where it is drilled down, a code above the level would stand for the whole of what is below it. */
async function keyCode(dimension: string, code: string, level: string | undefined): Promise<string | undefined> {
  if (dimension !== 'location' && level === undefined) {
    return escaped(code);
  }
  const list = { entity: 'entities', function: 'functions', location: 'locations', instrument: 'instruments', sdg: 'sdgs', contributor: 'contributors', gem: 'gender-markers' }[dimension]!;
  const known = await get<{ level: string; attributes?: { m49?: string } }>(`/code-lists/${list}/codes/${encodeURIComponent(code)}`);
  if (level !== undefined && known.level !== level) {
    return undefined;
  }
  const area = known.attributes?.m49 ?? (/^\d+$/.test(code) ? code.padStart(3, '0') : undefined);
  return dimension === 'location' && area ? area.padStart(3, '0') : escaped(code);
}

function escaped(code: string): string {
  return code.replace(/\./g, '_').replace(/[^A-Za-z0-9_@-]/g, (letter) => `$${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
