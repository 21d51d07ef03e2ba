import { texts } from '../language/messages';

export const text = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

/** "UPU, finance", with the comma of the language. */
export function joined(first: string, second: string | null | undefined): string {
  return second ? text('joined', { first, second }) : first;
}

/** "UPU, expenses 2025" */
export function titleOf(submission: { entity: string; flow: 'expense' | 'revenue'; year: number }): string {
  return text('submission.title', { entity: submission.entity, flow: text(`flow.${submission.flow}`), year: String(submission.year) });
}

/** A text whose key is put together from what the services say, such as a status. */
export function named(group: string, name: string): string {
  const key = `${group}.${name}`;
  const words = (text as (key: string) => string)(key);
  return words === key ? name : words;
}
