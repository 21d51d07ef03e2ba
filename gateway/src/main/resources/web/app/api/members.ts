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

/** All members of a dimension in the reader's language, asked once; those with a text in their name only where one is given. */
export function members(cube: Cube, dimension: string, containing?: string): Promise<ListedMember[]> {
  const query = containing === undefined ? '?limit=1000' : `?${new URLSearchParams({ q: containing, limit: '200' })}`;
  const name = `${language()} ${cube} ${dimension} ${query}`;
  let list = known.get(name);
  if (!list) {
    list = get<{ members: ListedMember[] }>(`/cubes/${cube}/members/${dimension}${query}`).then((answer) => answer.members);
    list.catch(() => known.delete(name));
    known.set(name, list);
  }
  return list;
}
