import type { Cube, Question } from '../api/questions';
import { cutOf, textOf, type Cut } from './cut';

export type Panel = 'gaps' | 'cite' | 'data';

/** All that a page of the explorer shows. Its address says the whole of it, and nothing else is remembered. */
export interface View {
  cube: Cube;
  drilldown: string[];
  columns: string[];
  cut: Cut[];
  measures: string[];
  consolidation?: 'gross' | 'eliminated' | 'net';
  edition?: string;
  asOf?: string;
  structure?: string;
  where?: string;
  having?: string;
  top?: string;
  per?: string;
  others?: string;
  /** What the table is sorted by: "-amount", "-amount@2021" of a column, "label"; a "-" for descending. */
  order?: string;
  /** "exact" for amounts to the last digit, in place of millions. */
  figures?: string;
  chart?: string;
  /** The rows that are open, by their codes joined with commas; "*" for all. */
  open: string[];
  page: number;
  /** The edition that the figures are compared with. */
  compare?: string;
  /** The figure whose sources are shown: the keys of its cell. */
  cell?: string[];
  panel?: Panel;
}

/** Parameters of a view that stand in its address as they are. */
const PLAIN = ['consolidation', 'edition', 'asOf', 'structure', 'where', 'having', 'top', 'per', 'others', 'order', 'figures', 'chart', 'compare'] as const;

/** Parameters of the API that change how an answer is written and not what it says. */
const PASSED_OVER = ['subtotals', 'limit', 'offset', 'decimals', 'rounding', 'format', 'labels', 'explain', 'lang'];

const KNOWN = ['cube', 'drilldown', 'columns', 'cut', 'measures', 'gaps', 'open', 'page', 'cell', 'show', ...PLAIN];

export const PARAMETERS: readonly string[] = KNOWN;

export const START: View = {
  cube: 'expense',
  drilldown: ['entity.entity', 'year'],
  columns: ['year'],
  cut: [],
  measures: ['amount'],
  open: [],
  page: 1,
};

/** What an address says; and the parameters of it that are not known. */
export function viewOf(query: URLSearchParams): { view: View; unknown: string[] } {
  const unknown = [...new Set(query.keys())].filter((name) => !KNOWN.includes(name) && !PASSED_OVER.includes(name));
  if (![...query.keys()].some((name) => KNOWN.includes(name))) {
    return { view: START, unknown };
  }
  const items = (name: string) => (query.get(name) ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
  const show = query.get('show') ?? (query.get('gaps') === 'true' ? 'gaps' : null);
  const cell = query.get('cell');
  const view: View = {
    cube: (query.get('cube') ?? 'expense') as Cube,
    drilldown: items('drilldown'),
    columns: items('columns'),
    cut: query.getAll('cut').flatMap((text) => text.split('|')).filter((text) => text !== '').map(cutOf),
    measures: items('measures').length > 0 ? items('measures') : ['amount'],
    open: query.getAll('open'),
    page: Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1),
    cell: cell === null ? undefined : keysOf(cell),
    panel: show === 'gaps' || show === 'cite' || show === 'data' ? show : undefined,
  };
  for (const name of PLAIN) {
    const value = query.get(name);
    if (value) {
      (view as unknown as Record<string, string>)[name] = value;
    }
  }
  return { view, unknown };
}

/** The one address of a view: always the same parameters in the same order, those left out that say nothing. */
export function addressOf(view: View): string {
  const parts: [string, string][] = [['cube', view.cube]];
  const add = (name: string, value: string | undefined) => value && parts.push([name, value]);
  add('drilldown', view.drilldown.join(','));
  add('columns', view.columns.join(','));
  view.cut.forEach((cut) => add('cut', textOf(cut)));
  add('measures', view.measures.join(',') === 'amount' ? '' : view.measures.join(','));
  PLAIN.forEach((name) => add(name, view[name]));
  view.open.forEach((path) => add('open', path));
  add('page', view.page > 1 ? String(view.page) : '');
  add('show', view.panel);
  if (view.cell) {
    parts.push(['cell', keyText(view.cell)]);
  }
  return `/explore?${parts.map(([name, value]) => `${name}=${escaped(value)}`).join('&')}`;
}

/** The same view, with something of it changed: what belongs to the former figures alone is closed. */
export function changed(view: View, change: Partial<View>): View {
  return { ...view, page: 1, open: [], cell: undefined, panel: undefined, ...change };
}

export function rowsOf(view: View): string[] {
  return view.drilldown.filter((drilldown) => !view.columns.includes(drilldown));
}

/** Rows first, then columns, as the keys of a cell are ordered. */
export function arranged(view: View, rows: string[], columns: string[]): View {
  const kept = columns.filter((column) => !rows.includes(column));
  const some = rows.length > 0 ? kept : [];
  const drilldown = rows.length > 0 ? [...rows, ...some] : kept;
  const hasYear = drilldown.includes('year');
  const measures = view.measures.filter((measure) => hasYear || !needsYears(measure));
  return changed(view, { drilldown, columns: some, measures: measures.length > 0 ? measures : ['amount'], order: undefined });
}

export function needsYears(measure: string): boolean {
  return /^(change|growth|cumulative)/.test(measure);
}

/** The question of the view, without how it is written. */
export function questionOf(view: View): Question {
  return {
    drilldown: view.drilldown,
    columns: view.columns,
    cut: view.cut.map(textOf),
    where: view.where,
    measures: view.measures,
    having: view.having,
    top: view.top === undefined ? undefined : Number(view.top),
    per: view.per,
    others: view.others === undefined ? undefined : view.others !== 'false',
    structure: view.structure,
    consolidation: view.consolidation,
    edition: view.edition,
    asOf: view.asOf,
  };
}

function keysOf(text: string): string[] {
  const keys: string[] = [];
  let key = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) {
      key += text[++at];
    } else if (text[at] === ',') {
      keys.push(key);
      key = '';
    } else {
      key += text[at];
    }
  }
  return text === '' ? [] : [...keys, key];
}

export function keyText(keys: string[]): string {
  return keys.map((key) => key.replace(/[\\,]/g, '\\$&')).join(',');
}

/** What may stand in a query as it is stays readable. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2C|3B|2A|40|24|21)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
