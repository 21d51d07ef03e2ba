import { directionOf, isLanguage, type Language } from './languages';

const REMEMBERED = 'datacube.language';

let now: Language = wished();
const listeners = new Set<() => void>();
const preparations = new Set<(chosen: Language) => Promise<void>>();

/** The language that the pages are in now. */
export function language(): Language {
  return now;
}

/** Remembers the choice for later visits. */
export async function choose(chosen: Language): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, chosen);
  } catch {
    // private windows may refuse to remember
  }
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
  }
  await Promise.all([...preparations].map((prepare) => prepare(chosen)));
  now = chosen;
  showOnDocument();
  listeners.forEach((listener) => listener());
}

/** Calls whenever the language has changed; the result ends that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls, and waits, before the language changes, so that nothing is drawn in a language whose texts are not here yet. */
export function beforeLanguage(prepare: (chosen: Language) => Promise<void>): void {
  preparations.add(prepare);
}

function showOnDocument(): void {
  document.documentElement.lang = now;
  document.documentElement.dir = directionOf(now);
}

/** Of the address, else the remembered one, else what the reader's browser prefers. */
function wished(): Language {
  const ofAddress = new URLSearchParams(location.search).get('lang');
  const candidates = [ofAddress, remembered(), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return candidates.find(isLanguage) ?? 'en';
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

showOnDocument();
