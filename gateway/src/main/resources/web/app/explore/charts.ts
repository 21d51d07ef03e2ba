import type { Chart, Datum, Leaf, Series } from '../chart/chart';
import { colorOf, OTHERS } from '../chart/colors';
import { approximately, year } from '../language/formats';
import { dimensionOf } from './cube-facts';
import { sum } from './decimals';
import { drilldownName, unitOf } from './names';
import { sorted, type Order, type Row, type Table } from './table';
import { text } from './texts';
import { rowsOf, type View } from './view';

export const KINDS = ['bars', 'lines', 'areas', 'stacks', 'shares', 'map', 'treemap', 'sankey'] as const;
export type Kind = (typeof KINDS)[number];

const MOST_BARS = 15;
const MOST_SERIES = 8;

/** The kinds that can show the view, the one that suits it best first; "none" is always possible. */
export function kindsFor(view: View): Kind[] {
  const rows = rowsOf(view);
  const isSum = view.measures[0] === 'amount' || view.measures[0] === 'lines';
  const kinds: Kind[] = [];
  if (rows.length === 0) {
    return ['sankey'];
  }
  if (view.columns.includes('year') && view.columns.length === 1 && rows[0] !== 'year') {
    kinds.push(...(isSum ? (['stacks', 'areas', 'lines', 'shares'] as const) : (['lines'] as const)));
  } else if (rows[0] === 'year') {
    kinds.push(...(view.columns.length > 0 && isSum ? (['stacks', 'areas', 'lines', 'shares'] as const) : (['lines'] as const)));
  } else if (view.columns.length > 0 && isSum) {
    kinds.push('bars', 'stacks', 'shares');
  }
  if (rows[0] === 'location.country') {
    kinds.unshift('map');
  }
  if (!kinds.includes('bars') && rows[0] !== 'year') {
    kinds.push('bars');
  }
  if (isSum && rows[0] !== 'year') {
    kinds.push('treemap');
  }
  return [...kinds, 'sankey'];
}

/** What is drawn, and how many rows were left out or put together. */
export interface Drawn {
  chart: Chart;
  note?: string;
}

export function drawnOf(kind: Kind, view: View, table: Table, title: string, order: Order | undefined): Drawn | undefined {
  const measure = view.measures[0];
  const unit = unitOf(measure);
  const rows = sorted(table.rows, order, table.columns).filter((row) => row.total !== null);
  const value = (row: Row) => figure(row.total?.[measure]);
  const summed = table.columns.length > 1 ? text('chart.summed', { count: table.columns.length }) : '';
  switch (kind) {
    case 'bars': {
      const data = rows.slice(0, MOST_BARS).map((row) => datum(row, value(row)));
      return { chart: { kind, title, unit, data }, note: notes(rows.length > MOST_BARS ? text('chart.first', { shown: MOST_BARS, of: rows.length }) : '', summed) };
    }
    case 'map':
      return { chart: { kind, title, unit, data: rows.map((row) => datum(row, value(row))) }, note: notes(summed) };
    case 'treemap': {
      const positive = rows.filter((row) => approximately(value(row)) > 0);
      const left = rows.length - positive.length;
      return { chart: { kind, title, unit, data: leaves(positive, measure, 1) }, note: notes(left > 0 ? text('chart.positive', { count: left }) : '', summed) };
    }
    case 'lines':
    case 'areas':
    case 'stacks':
    case 'shares':
      return series(kind, view, rows, table, title, measure);
    default:
      return undefined;
  }
}

function notes(...some: string[]): string | undefined {
  return some.filter((note) => note !== '').join(' ') || undefined;
}

function figure(figure: string | number | null | undefined): string | null {
  return figure === null || figure === undefined ? null : String(figure);
}

function datum(row: Row, value: string | null): Datum {
  return { code: row.code, label: row.label, value, color: row.isOthers ? OTHERS : colorOf(dimensionOf(row.drilldown), row.code) };
}

function leaves(rows: Row[], measure: string, depth: number): Leaf[] {
  return rows.map((row) => {
    const below = depth < 2 ? row.children.filter((child) => approximately(figure(child.total?.[measure])) > 0) : [];
    return { ...datum(row, figure(row.total?.[measure])), children: below.length > 1 ? leaves(below, measure, depth + 1) : undefined };
  });
}

function series(kind: 'lines' | 'areas' | 'stacks' | 'shares', view: View, rows: Row[], table: Table, title: string, measure: string): Drawn {
  const unit = unitOf(measure);
  const over = drilldownName(rowsOf(view)[0] === 'year' ? 'year' : view.columns[0] ?? rowsOf(view)[0]);
  if (rowsOf(view)[0] === 'year') {
    const categories = rows.map((row) => year(row.code));
    const all: Series[] = table.columns.length === 0
      ? [{ code: 'year', label: title, values: rows.map((row) => figure(row.total?.[measure])) }]
      : table.columns.map((column, at) => ({
          code: column.key.join(','), label: column.label, color: colorOf(dimensionOf(view.columns[0]), column.key[0]),
          values: rows.map((row) => figure(row.values[at]?.[measure])),
        }));
    return { chart: { kind, title, unit, categories, series: gathered(kind, all, measure), over }, note: noteOn(kind, all.length) };
  }
  const categories = table.columns.map((column) => (view.columns[0] === 'year' ? year(column.key[0]) : column.label));
  const all = rows.map((row) => ({
    code: row.code || 'others', label: row.label, color: row.isOthers ? OTHERS : colorOf(dimensionOf(row.drilldown), row.code),
    values: table.columns.map((_, at) => figure(row.values[at]?.[measure])),
  }));
  return { chart: { kind, title, unit, categories, series: gathered(kind, all, measure), over }, note: noteOn(kind, all.length) };
}

function limitOf(kind: string): number {
  return kind === 'lines' ? MOST_SERIES : 18;
}

function noteOn(kind: string, count: number): string | undefined {
  const most = limitOf(kind);
  return count > most ? text(kind === 'lines' ? 'chart.first' : 'chart.gathered', { shown: kind === 'lines' ? most : MOST_SERIES, of: count }) : undefined;
}

/** The first ones; in stacks the others are one, so that the height is the whole. */
function gathered(kind: string, all: Series[], measure: string): Series[] {
  if (all.length <= limitOf(kind)) {
    return all;
  }
  const first = all.slice(0, MOST_SERIES);
  if (kind === 'lines' || (measure !== 'amount' && measure !== 'lines')) {
    return first;
  }
  const rest = all.slice(MOST_SERIES);
  const values = all[0].values.map((_, at) => {
    const known = rest.map((of) => of.values[at]).filter((value) => value !== null);
    return known.length === 0 ? null : sum(known);
  });
  return [...first, { code: 'others', label: text('chart.others', { count: rest.length }), color: OTHERS, values }];
}
