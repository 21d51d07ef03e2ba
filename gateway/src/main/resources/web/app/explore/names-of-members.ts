import { members, type ListedMember } from '../api/members';
import type { Cube } from '../api/questions';
import type { CubeFacts } from './cube-facts';

/** Names and levels of the members of some dimensions. */
export interface MemberNames {
  name(dimension: string, code: string): string | undefined;
  level(dimension: string, code: string): string | undefined;
  /** What it lies in, the widest first. */
  above(dimension: string, code: string): string[];
}

export const NO_NAMES: MemberNames = { name: () => undefined, level: () => undefined, above: () => [] };

/** A list that cannot be had leaves its codes without names; it does not keep the figures from being shown. */
export async function memberNames(cube: Cube, dimensions: string[], facts: CubeFacts | undefined): Promise<MemberNames> {
  const lists = await Promise.all(
    dimensions.map(async (dimension) => {
      const known: ListedMember[] = await members(cube, dimension).catch(() => []);
      const groups = facts?.dimensions.find((of) => of.dimension === dimension)?.hierarchies.flatMap((of) => of.groups) ?? [];
      return [dimension, new Map<string, { label: string; level: string; parent?: string }>([...groups.map((group) => [group.code, { ...group, level: '' }] as const), ...known.map((of) => [of.code, of] as const)])] as const;
    }),
  );
  const byDimension = new Map(lists);
  return {
    name: (dimension, code) => byDimension.get(dimension)?.get(code)?.label,
    level: (dimension, code) => byDimension.get(dimension)?.get(code)?.level || undefined,
    above: (dimension, code) => {
      const path: string[] = [];
      for (let parent = byDimension.get(dimension)?.get(code)?.parent; parent && !path.includes(parent); parent = byDimension.get(dimension)?.get(parent)?.parent) {
        path.unshift(parent);
      }
      return path;
    },
  };
}
