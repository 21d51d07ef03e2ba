import { texts } from '../language/messages';

export const text = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

/** A text whose key is put together from what the services say, such as a status. */
export function named(group: string, name: string): string {
  const key = `${group}.${name}`;
  const words = (text as (key: string) => string)(key);
  return words === key ? name : words;
}
