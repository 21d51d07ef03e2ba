import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onLanguage } from './choice';

/** Draws its element again when the language has changed. Pages have it from {@link Page}; other elements that show text make one. */
export class Localized implements ReactiveController {
  private end?: () => void;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.end = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.end?.();
  }
}
