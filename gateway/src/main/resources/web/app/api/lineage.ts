import type { Decimal } from '../language/formats';
import { get } from './fetching';
import { parametersOf, type Cube, type Question } from './questions';

/** What a submission gives to a figure. */
export interface Source {
  submission: string;
  entity: string;
  year: number;
  breakdown: number;
  dimensions: string[];
  lines: number;
  amount: Decimal;
  contentHash: string;
  href: string;
}

export interface Lineage {
  cube: Cube;
  edition: number;
  cell: Record<string, unknown>;
  submissions: Source[];
  lines: { submission: string; breakdown: number; line: number; codes: Record<string, string>; amount: Decimal }[];
  notes: string[];
}

/** The submissions that a figure is the sum of, and its first lines. `cell` has the keys of the drilldowns in their order. */
export function lineage(cube: Cube, question: Question, cell: string[], lines = 20): Promise<Lineage> {
  const parameters = parametersOf({ ...question, limit: lines });
  if (cell.length > 0) {
    parameters.set('cell', JSON.stringify(cell.map((key) => (/^\d{4}$/.test(key) ? Number(key) : key))));
  }
  return get<Lineage>(`/cubes/${cube}/lineage?${parameters}`);
}
