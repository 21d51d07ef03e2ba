import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from './problem';

type State<T> = { kind: 'waiting' } | { kind: 'here'; value: T } | { kind: 'failed'; problem: Problem };

/** What to draw while it is waited for, when it is here, and when it could not be had. */
export interface Drawing<T, R> {
  waiting: () => R;
  here: (value: T, isStale: boolean) => R;
  failed: (problem: Problem, again: () => void) => R;
}

/**
 * Something that an element asks the services for. An answer that comes after a later question is let go, and while a
 * new one is on its way the one before stays on the page.
 */
export class Asked<A, T> implements ReactiveController {
  private state: State<T> = { kind: 'waiting' };
  private name?: string;
  private turn = 0;
  private pending = false;
  private last?: A;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: (argument: A) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Asks, unless the same was asked before. Call it in `willUpdate` with all that the answer depends on. */
  about(argument: A): void {
    const name = JSON.stringify(argument);
    if (name !== this.name) {
      this.name = name;
      this.last = argument;
      void this.start(argument);
    }
  }

  again(): void {
    if (this.last !== undefined) {
      this.state = { kind: 'waiting' };
      void this.start(this.last);
      this.host.requestUpdate();
    }
  }

  /** The answer, where it is here. */
  get value(): T | undefined {
    return this.state.kind === 'here' ? this.state.value : undefined;
  }

  render<R>(drawing: Drawing<T, R>): R {
    switch (this.state.kind) {
      case 'waiting':
        return drawing.waiting();
      case 'here':
        return drawing.here(this.state.value, this.pending);
      case 'failed':
        return drawing.failed(this.state.problem, () => this.again());
    }
  }

  private async start(argument: A): Promise<void> {
    const turn = ++this.turn;
    this.pending = true;
    let state: State<T>;
    try {
      state = { kind: 'here', value: await this.ask(argument) };
    } catch (e) {
      if (!(e instanceof Problem)) {
        console.error(e);
      }
      state = { kind: 'failed', problem: e instanceof Problem ? e : new Problem({ title: String(e), status: -1 }) };
    }
    if (turn === this.turn) {
      this.pending = false;
      this.state = state;
      this.host.requestUpdate();
    }
  }
}
