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
    this.requestUpdate();
  }

  /** What has left the page asks for nothing more: whoever it asked for may have signed out. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
  }
}
