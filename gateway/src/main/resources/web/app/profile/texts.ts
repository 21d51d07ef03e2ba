import { texts } from '../language/messages';

export const text = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

const DIMENSIONS = ['entity', 'function', 'location', 'instrument', 'sdg', 'contributor', 'gem'] as const;

/** "By goal". */
export function byDimension(dimension: string): string {
  const known = DIMENSIONS.find((name) => name === dimension);
  return known ? text(`by.${known}`) : dimension;
}

/** "goal", within a sentence. */
export function dimensionName(dimension: string): string {
  const known = DIMENSIONS.find((name) => name === dimension);
  return known ? text(`dimension.${known}`) : dimension;
}
