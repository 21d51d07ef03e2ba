const KEPT = 'datacube.key';
const listeners = new Set<() => void>();

let own = kept();
let refused = false;
let turn = 0;

/** The caller's key. It is never in an address, and gone when the tab is closed. */
export function key(): string | null {
  return own;
}

/** @param remembered for this tab, so that it is not asked for again where the page is loaded anew; else it is in memory alone */
export function signIn(itsKey: string, remembered = true): void {
  own = itsKey.trim();
  refused = false;
  keep(remembered ? own : null);
  tell();
}

export function signOut(): void {
  own = null;
  refused = false;
  keep(null);
  tell();
}

/** To be called where the services did not accept the key; whoever shows something of its holder asks for another. */
export function refuse(itsKey: string): void {
  if (itsKey === own && !refused) {
    refused = true;
    listeners.forEach((listener) => listener());
  }
}

/** Whether the key that is in use was good and is so no longer. */
export function isRefused(): boolean {
  return refused;
}

/** Another number after each change of who is signed in: for questions whose answers depend on it. */
export function sessionTurn(): number {
  return turn;
}

/** Calls whenever somebody has signed in or out, or the key has ended; the result ends that. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  turn++;
  listeners.forEach((listener) => listener());
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(itsKey: string | null): void {
  try {
    if (itsKey === null) {
      sessionStorage.removeItem(KEPT);
    } else {
      sessionStorage.setItem(KEPT, itsKey);
    }
  } catch {
    // a browser that refuses to remember asks for the key again
  }
}
