import { language } from '../language/choice';
import { get } from './fetching';
import type { Cube } from './questions';

export interface ListedMember {
  code: string;
  level: string;
  parent?: string;
  label: string;
}

const known = new Map<string, Promise<ListedMember[]>>();

/** Which members: with a text in their name, on a level, within a cut as questions have it. All, where nothing is said. */
export interface Which {
  q?: string;
  level?: string;
  cut?: string;
}

/** Members of a dimension in the reader's language; the same are asked for once. */
export function members(cube: Cube, dimension: string, which: Which = {}): Promise<ListedMember[]> {
  const query = new URLSearchParams({ ...which, limit: '2000' });
  const name = `${language()} ${cube} ${dimension} ${query}`;
  let list = known.get(name);
  if (!list) {
    list = get<{ members: ListedMember[] }>(`/cubes/${cube}/members/${dimension}?${query}`).then((answer) => answer.members);
    list.catch(() => known.delete(name));
    known.set(name, list);
  }
  return list;
}
