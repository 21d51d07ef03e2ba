import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from '../api/problem';
import { isRefused, key, onSession } from '../api/session';

/**
 * Something that somebody does, with a button. While it goes on the button is out of use; where the key has ended meanwhile
 * it waits until somebody signs in again, and goes on; where nothing came back the same may be sent again and is done once.
 */
export class Deed implements ReactiveController {
  busy = false;
  problem?: Problem;
  private sent?: { about: string; key: string };

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * @param about names what is done: the same again has the same idempotency key until it was answered
   * @returns nothing where it failed, which {@link problem} tells
   */
  async run<T>(about: string, work: (idempotencyKey: string) => Promise<T>): Promise<T | undefined> {
    if (this.busy) {
      return undefined;
    }
    this.sent = this.sent?.about === about ? this.sent : { about, key: newKey() };
    this.show(true);
    try {
      const result = await this.persist(work, this.sent.key);
      this.sent = undefined;
      this.show(false);
      return result;
    } catch (e) {
      const problem = asProblem(e);
      if (!isUnanswered(problem)) {
        this.sent = undefined;
      }
      this.show(false, problem);
      return undefined;
    }
  }

  forget(): void {
    this.show(false);
  }

  private async persist<T>(work: (idempotencyKey: string) => Promise<T>, itsKey: string): Promise<T> {
    for (;;) {
      try {
        return await work(itsKey);
      } catch (e) {
        if (!(e instanceof Problem && e.isRefusedKey && key())) {
          throw e;
        }
        await signedInAgain(e);
      }
    }
  }

  private show(busy: boolean, problem?: Problem): void {
    this.busy = busy;
    this.problem = problem;
    this.host.requestUpdate();
  }
}

/** Whether it may have been done though no answer says so. */
function isUnanswered(problem: Problem): boolean {
  return problem.isOffline || problem.status >= 500 || problem.slug === 'idempotency-conflict';
}

export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) {
    return thrown;
  }
  console.error(thrown);
  return new Problem({ title: String(thrown), status: -1 });
}

/** Random, also where the page is not served over TLS and the browser has no `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Waits until there is a key that was not refused; fails with the refusal where somebody signs out instead. */
function signedInAgain(refusal: Problem): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (key() === null) {
        end();
        reject(refusal);
      } else if (!isRefused()) {
        end();
        resolve();
      }
    };
    const end = onSession(settle);
    settle();
  });
}
