import { LitElement } from 'lit';
import { onSession } from '../api/session';
import { Localized } from '../language/localized';

/** A part of the pages of this room: drawn into the document, and anew when the language or who is signed in changes. */
export abstract class Part extends LitElement {
  private end?: () => void;

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.end = onSession(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
  }
}
