import { language } from '../language/choice';
import { get } from './fetching';
import type { Cube } from './questions';

export interface ListedMember {
  code: string;
  level: string;
  parent?: string;
  label: string;
}

/** Which members: with a text in their name, on a level, right below another. All, where nothing is said. */
export interface Which {
  q?: string;
  level?: string;
  parent?: string;
}

interface ListedCode {
  code: string;
  level: string;
  parent: string | null;
  label: Record<string, string>;
}

/** The code list that each dimension is coded by. */
export const LISTS: Record<string, string> = {
  entity: 'entities',
  function: 'functions',
  location: 'locations',
  instrument: 'instruments',
  sdg: 'sdgs',
  contributor: 'contributors',
  gem: 'gender-markers',
};

const known = new Map<string, Promise<ListedMember[]>>();

/** Members of a dimension in the reader's language; the same are asked for once. */
export function members(cube: Cube, dimension: string, which: Which = {}): Promise<ListedMember[]> {
  const query = new URLSearchParams({ ...which, limit: which.q ? '200' : '5000' });
  const name = `${language()} ${dimension} ${query}`;
  let list = known.get(name);
  if (!list) {
    // thousands, of which few have names in more than their own language: the cubes tell them in far fewer bytes
    const isLong = dimension === 'contributor' && Object.keys(which).length === 0;
    list = isLong ? ofCube(cube, dimension, query) : ofList(LISTS[dimension], query);
    list.catch(() => known.delete(name));
    known.set(name, list);
  }
  return list;
}

async function ofCube(cube: Cube, dimension: string, query: URLSearchParams): Promise<ListedMember[]> {
  return (await get<{ members: ListedMember[] }>(`/cubes/${cube}/members/${dimension}?${query}`)).members;
}

async function ofList(list: string, query: URLSearchParams): Promise<ListedMember[]> {
  const { codes } = await get<{ codes: ListedCode[] }>(`/code-lists/${list}?${query}`);
  return codes.map(({ code, level, parent, label }) => ({
    code,
    level,
    parent: parent ?? undefined,
    label: label[language()] ?? label.en ?? code,
  }));
}
