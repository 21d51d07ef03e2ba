import { get } from '../api/fetching';
import { member, pathOf, type Answer, type Cell, type Cube, type Question } from '../api/questions';
import type { Decimal } from '../language/formats';
import { byName } from '../language/formats';
import { compare } from './decimals';

export type Figures = Record<string, Decimal | number | null>;

/** An answer with columns across, as docs/api.md has it. */
interface PivotAnswer extends Answer {
  columns?: Cell[];
  rows?: (Cell & { grouping?: string[]; cells: (Figures | null)[]; total: Figures })[];
  columnTotals?: Figures[];
}

export interface Column {
  key: string[];
  label: string;
}

/** A row with the keys that lead to it. A subtotal has the rows that it is the sum of as children. */
export interface Row {
  path: string[];
  code: string;
  label: string;
  drilldown: string;
  isOthers: boolean;
  values: (Figures | null)[];
  total: Figures | null;
  children: Row[];
}

export interface Table {
  answer: Answer;
  columns: Column[];
  rows: Row[];
  /** The sums of the columns and of all. */
  sums: (Figures | null)[];
  sum: Figures | null;
  /** How many rows there would be, where there are too many to be shown as a tree; they come page by page then. */
  paged?: number;
}

/** More rows than this are not fetched at once: who wants them all takes them as a file. */
export const MOST_ROWS = 20_000;
/** All countries are on one page. */
export const PAGE = 300;

/** A page of a table that is too long to be held, sorted by the service. */
export interface Part {
  page: number;
  order: string | undefined;
}

/** The whole table with its subtotals; or the part that is asked for, or the first one where the whole is too long. */
export async function askTable(cube: Cube, question: Question, part: Part | undefined): Promise<Table> {
  const columns = question.columns ?? [];
  const rows = (question.drilldown ?? []).filter((drilldown) => !columns.includes(drilldown));
  if (part === undefined) {
    const whole = await get<PivotAnswer>(pathOf(cube, { ...question, subtotals: rows.length > 1 ? 'rollup' : undefined, limit: MOST_ROWS }));
    if (whole.cellCount <= MOST_ROWS) {
      return tableOf(whole, rows, columns, false);
    }
  }
  const { page, order } = part ?? { page: 1, order: undefined };
  const answer = await get<PivotAnswer>(pathOf(cube, { ...question, order, limit: PAGE, offset: (page - 1) * PAGE }));
  return { ...tableOf(answer, rows, columns, true), paged: answer.cellCount };
}

/** How the service is asked for an order; it knows none by a single column. */
export function asParameter(order: Order | undefined, firstRow: string): string | undefined {
  return order && (order.descending ? '-' : '') + (order.measure ?? (firstRow === 'year' ? 'year' : `${firstRow}.label`));
}

function tableOf(answer: PivotAnswer, rows: string[], columns: string[], isFlat: boolean): Table {
  const across = (answer.columns ?? []).map((column) => ({
    key: columns.map((drilldown) => memberOf(column, drilldown).code),
    label: columns.map((drilldown) => member(column, drilldown).label).join(' · '),
  }));
  const lines = answer.rows
    ? answer.rows.map((row) => ({ cell: row as Cell, values: row.cells, total: row.total as Figures }))
    : (answer.cells ?? []).map((cell) => ({ cell, values: [] as (Figures | null)[], total: cell as Figures }));
  const byPath = new Map<string, Row>();
  const roots: Row[] = [];
  const all = lines
    .map(({ cell, values, total }) => ({ row: rowOf(cell, (cell.grouping as string[] | undefined)?.filter((of) => !columns.includes(of)) ?? rows, values, total) }))
    .filter(({ row }) => row !== undefined) as { row: Row }[];
  all.forEach(({ row }) => byPath.set(JSON.stringify(row.path), row));
  for (const { row } of all) {
    const parent = row.path.length > 1 && !isFlat ? byPath.get(JSON.stringify(row.path.slice(0, -1))) : undefined;
    if (parent) {
      parent.children.push(row);
    } else if (row.path.length === 1 || isFlat) {
      roots.push(row);
    }
  }
  const plain: Answer = { ...answer, cells: answer.cells ?? [] };
  return { answer: plain, columns: across, rows: roots, sums: answer.columnTotals ?? [], sum: answer.total as Figures };
}

/** What `top` leaves over has no code. */
function memberOf(cell: Cell, drilldown: string): { code: string; label: string } {
  const { code, label } = member(cell, drilldown) as { code: string | null; label: string };
  return { code: code ?? '', label };
}

function rowOf(cell: Cell, grouping: string[], values: (Figures | null)[], total: Figures): Row | undefined {
  if (grouping.length === 0) {
    return undefined;
  }
  const members = grouping.map((drilldown) => memberOf(cell, drilldown));
  const last = members[members.length - 1];
  return {
    path: members.map((of) => of.code),
    code: last.code,
    label: last.label,
    drilldown: grouping[grouping.length - 1],
    isOthers: last.code === '',
    values,
    total,
    children: [],
  };
}

/** How rows are sorted: by a measure, in a column or on the whole, or by name; undefined for the order of the code list. */
export interface Order {
  descending: boolean;
  measure?: string;
  column?: string;
}

const IN_LIST_ORDER = ['year', 'sdg', 'function', 'gem'];

export function orderOf(text: string | undefined, firstRow: string | undefined, measures: string[]): Order | undefined {
  if (!text) {
    const keepsList = !firstRow || IN_LIST_ORDER.includes(firstRow.split('.')[0]) || firstRow.startsWith('instrument');
    return keepsList ? undefined : { descending: true, measure: measures[0] };
  }
  const first = text.split(',')[0];
  const descending = first.startsWith('-');
  const name = descending ? first.slice(1) : first;
  const [measure, column] = name.split('@');
  if (name === 'label' || name.endsWith('.label')) {
    return { descending };
  }
  return measures.includes(measure) ? { descending, measure, column } : undefined;
}

export function sorted(rows: Row[], order: Order | undefined, columns: Column[]): Row[] {
  if (!order) {
    return rows;
  }
  const at = order.column === undefined ? -1 : columns.findIndex((column) => column.key.join(',') === order.column);
  const figure = (row: Row) => (at < 0 ? row.total : row.values[at])?.[order.measure!] ?? null;
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (one.isOthers !== other.isOthers) {
      return one.isOthers ? 1 : -1;
    }
    if (!order.measure) {
      return sign * byName(one.label, other.label);
    }
    const [first, second] = [figure(one), figure(other)];
    if (first === null || second === null) {
      return first === second ? 0 : first === null ? 1 : -1;
    }
    return sign * compare(String(first), String(second));
  });
}

/** A row as it stands in the table, and how deep. */
export interface Shown {
  row: Row;
  depth: number;
  isOpen: boolean;
}

/** The rows that are to be seen, one after the other. */
export function unfolded(rows: Row[], open: string[], order: Order | undefined, columns: Column[]): Shown[] {
  const isAll = open.includes('*');
  const shown: Shown[] = [];
  const walk = (some: Row[], depth: number) => {
    for (const row of sorted(some, order, columns)) {
      const isOpen = row.children.length > 0 && (isAll || open.includes(row.path.join(',')));
      shown.push({ row, depth, isOpen });
      if (isOpen) {
        walk(row.children, depth + 1);
      }
    }
  };
  walk(rows, 0);
  return shown;
}
