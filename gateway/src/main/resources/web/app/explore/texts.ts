import { texts } from '../language/messages';

export const text = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

type Key = Parameters<typeof text>[0];

/** For keys that are put together from codes of the API; "" where there is no such text. */
export function textOrNone(key: string): string {
  const found = text(key as Key);
  return found === key ? '' : found;
}
