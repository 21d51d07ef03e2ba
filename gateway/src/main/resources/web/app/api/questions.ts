import type { Decimal } from '../language/formats';
import { get } from './fetching';

export type Cube = 'expense' | 'revenue';

/** A question for totals, by the parameters of docs/api.md. */
export interface Question {
  drilldown?: string[];
  columns?: string[];
  /** Conditions that all hold: "year:2024", "location:region:2". */
  cut?: string[];
  measures?: string[];
  order?: string;
  limit?: number;
  offset?: number;
  top?: number;
  per?: string;
  others?: boolean;
  subtotals?: 'none' | 'rollup' | 'cube';
  structure?: string;
  consolidation?: 'gross' | 'eliminated' | 'net';
  edition?: number | string;
  asOf?: string;
  gaps?: boolean;
  having?: string;
  where?: string;
}

export interface Member {
  code: string;
  label: string;
}

/** Members by drilldown ("sdg.goal"), a year as number, and measures by name. Read it with {@link member} and {@link amount}. */
export type Cell = Record<string, Member | string | number | null | undefined | unknown>;

export interface Gap {
  entity: string;
  year: number;
  reason: string;
  amountReported?: Decimal;
}

export interface Coverage {
  entitiesReporting: number;
  entitiesCovered: number;
  entityYearsReporting: number;
  entityYearsCovered: number;
  amountReported: Decimal;
  amountCovered: Decimal;
  amountUnattributed: Decimal;
  gaps?: Gap[];
}

export interface Obstacle {
  dimensions: string[];
  answerable: { dimensions: string[]; entityYears: number; amount: Decimal }[];
}

export interface Answer {
  publishedAt?: string;
  cube: Cube;
  edition: number;
  question: Record<string, unknown>;
  cells: Cell[];
  cellCount: number;
  total: Record<string, Decimal | null>;
  coverage: Coverage;
  obstacle?: Obstacle;
  notes: string[];
  consolidation?: { view: string; gross: Decimal; eliminated: Decimal; net: Decimal };
}

export function ask(cube: Cube, question: Question): Promise<Answer> {
  return get<Answer>(pathOf(cube, question));
}

/** "/cubes/expense/aggregate?…": below /api/v1. */
export function pathOf(cube: Cube, question: Question): string {
  const parameters = parametersOf(question).toString();
  return `/cubes/${cube}/aggregate${parameters && '?'}${parameters}`;
}

export function parametersOf(question: Question): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) {
      parameters.set(name, Array.isArray(value) ? value.join(name === 'cut' ? '|' : ',') : String(value));
    }
  }
  return parameters;
}

export function member(cell: Cell, drilldown: string): Member {
  const value = cell[drilldown];
  return value !== null && typeof value === 'object'
    ? (value as Member)
    : { code: String(value ?? ''), label: String(value ?? '') };
}

export function amount(cell: Cell, measure = 'amount'): Decimal | null {
  return (cell[measure] as Decimal | null | undefined) ?? null;
}
