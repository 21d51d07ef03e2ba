import { html, LitElement } from 'lit';
import { looks } from '../design/looks';

/** A bar beside a figure that is told in text, and so nothing to whoever cannot see it. */
export class ShareBar extends LitElement {
  static override properties = { of: { attribute: false }, color: { attribute: false } };

  /** Of the longest bar: 0 to 1. */
  declare of: number;
  declare color?: string;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const width = `${Math.max(0, Math.min(1, this.of || 0)) * 100}%`;
    return html`<span class="share-bar" aria-hidden="true"><span ${looks({ width, backgroundColor: this.color })}></span></span>`;
  }
}

customElements.define('share-bar', ShareBar);
