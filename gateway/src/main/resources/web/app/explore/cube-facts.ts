import { get } from '../api/fetching';
import type { Cube } from '../api/questions';

export interface Dimension {
  dimension: string;
  title: string;
  levels: string[];
  drilldowns: string[];
  hierarchies: { hierarchy: string; title: string; overlaps: boolean; groups: { code: string; label: string }[] }[];
}

/** What can be asked of a cube. */
export interface CubeFacts {
  cube: Cube;
  title: string;
  edition: number;
  years: number[];
  dimensions: Dimension[];
  measures: { measure: string; meaning: string }[];
  editions: { edition: number; publishedAt: string }[];
}

export const CUBES: readonly Cube[] = ['expense', 'revenue'];

export async function cubeFacts(cube: Cube): Promise<CubeFacts> {
  const facts = await get<CubeFacts>(`/cubes/${cube}`);
  // years have no groups, and the answer does not say so
  return { ...facts, dimensions: facts.dimensions.map((dimension) => ({ ...dimension, hierarchies: dimension.hierarchies ?? [] })) };
}

export function dimensionOf(drilldown: string): string {
  return drilldown.split('.')[0];
}
