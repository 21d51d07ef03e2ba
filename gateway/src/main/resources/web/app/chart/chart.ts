import type { Decimal } from '../language/formats';

/** A figure that a chart shows; what was clicked is told by its code. */
export interface Datum {
  code: string;
  label: string;
  /** Exact USD, or a ratio as text; null where nothing is known. */
  value: Decimal | null;
  color?: string;
}

/** One line, area or stack of a chart over time, with a value for each of its categories. */
export interface Series {
  code: string;
  label: string;
  values: (Decimal | null)[];
  color?: string;
}

export interface Leaf extends Datum {
  children?: Leaf[];
}

/** What can be drawn. `unit` is how values are told: amounts as "USD million", ratios as percentages. */
export type Chart = { title: string; unit?: 'usd' | 'percent' | 'count' } & (
  | { kind: 'bars'; data: Datum[] }
  | { kind: 'wheel'; data: Datum[]; middle?: string }
  | { kind: 'map'; data: Datum[] }
  | { kind: 'treemap'; data: Leaf[] }
  | { kind: 'lines' | 'areas' | 'stacks' | 'shares'; categories: string[]; series: Series[]; over: string }
  | { kind: 'sankey'; nodes: { code: string; label: string; color?: string; depth?: number }[]; links: { from: string; to: string; value: Decimal }[] }
);

/** What was clicked: the code of a datum or series, and the category where there is one. */
export type Pick = { code: string; category?: string };
