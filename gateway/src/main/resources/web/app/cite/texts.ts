import { texts } from '../language/messages';

export const citeTexts = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});
