const KEPT = 'datacube.key';
const listeners = new Set<() => void>();

/** The caller's key. It is kept for this tab alone and gone when the tab is closed. */
export function key(): string | null {
  return sessionStorage.getItem(KEPT);
}

export function signIn(itsKey: string): void {
  sessionStorage.setItem(KEPT, itsKey.trim());
  listeners.forEach((listener) => listener());
}

export function signOut(): void {
  sessionStorage.removeItem(KEPT);
  listeners.forEach((listener) => listener());
}

/** Calls whenever somebody has signed in or out; the result ends that. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
