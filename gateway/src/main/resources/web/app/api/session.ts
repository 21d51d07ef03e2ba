import { providersToken, signOutAddress } from './provider';

const KEPT = 'datacube.key';
const listeners = new Set<() => void>();
/** Tells the other tabs that somebody has signed in at the provider. */
const tabs = new BroadcastChannel('datacube.sign-in');

let own = kept();
let refused = false;
/** Whether it is a token that the provider renews. */
let provided = false;
let turn = 0;

tabs.addEventListener('message', () => {
  if (refused) {
    void providersToken().then(takeProvided, () => undefined);
  }
});

/** The caller's key, or token. It is never in an address, and gone when the tab is closed. */
export function key(): string | null {
  return own;
}

/** @param remembered for this tab, so that it is not asked for again where the page is loaded anew; else it is in memory alone */
export function signIn(itsKey: string, remembered = true): void {
  take(itsKey.trim(), false);
  keep(remembered ? own : null);
}

/**
 * Signs in who has signed in at the provider, if anybody has. It is not remembered here: the provider knows.
 *
 * @throws Problem where that cannot be learned
 */
export async function signInByProvider(): Promise<void> {
  if (takeProvided(await providersToken())) {
    tabs.postMessage(null);
  }
}

function takeProvided(token: string | null): boolean {
  if (token === null || (own !== null && !refused)) {
    return false;
  }
  take(token, true);
  keep(null);
  return true;
}

/** @returns whether there is another token in place of the one that was not accepted */
export async function renew(refusedToken: string): Promise<boolean> {
  if (provided && refusedToken === own) {
    const token = await providersToken().catch(() => null);
    if (token && refusedToken === own) {
      own = token;
    }
  }
  return provided && own !== null && own !== refusedToken;
}

/** Whoever signed in at the provider leaves the explorer, and comes back signed out there, too. */
export function signOut(): void {
  const leaves = provided;
  take(null, false);
  keep(null);
  if (leaves) {
    location.assign(signOutAddress());
  }
}

/** To be called where the services did not accept the key; whoever shows something of its holder asks for another. */
export function refuse(itsKey: string): void {
  if (itsKey === own && !refused) {
    refused = true;
    listeners.forEach((listener) => listener());
  }
}

/** Whether who is signed in is so by the provider. */
export function isProvided(): boolean {
  return provided;
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

function take(itsKey: string | null, byProvider: boolean): void {
  own = itsKey;
  provided = byProvider;
  refused = false;
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
