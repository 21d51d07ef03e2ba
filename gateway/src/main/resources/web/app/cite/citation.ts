import { get, send } from '../api/fetching';
import { parametersOf, type Cube, type Question } from '../api/questions';

export interface Citation {
  id: string;
  address: string;
  title: string;
  cube: Cube;
  question: Record<string, unknown>;
  edition: number;
  publishedAt: string;
  createdAt: string;
  contentHash: { algorithm: string; value: string; bytes: number };
  texts: { apa: string; bibtex: string; ris: string };
  links: Record<string, string>;
}

/** Pins a question to its edition. The same question of the same edition has one citation, however often it is asked for. */
export async function cite(cube: Cube, question: Question): Promise<Citation> {
  const body = { cube, ...Object.fromEntries(parametersOf(question)) };
  return (await send<Citation>('/citations', { method: 'POST', body, anonymous: true })).body;
}

export function citation(id: string): Promise<Citation> {
  return get<Citation>(`/citations/${encodeURIComponent(id)}`);
}

export function citePage(id: string): string {
  return `/cite/${encodeURIComponent(id)}`;
}
