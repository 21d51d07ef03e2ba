import { html, LitElement } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** A bar beside a figure that is told in text, and so nothing to whoever cannot see it. */
export class ShareBar extends LitElement {
  static override properties = { part: { attribute: false }, color: { attribute: false } };

  /** Of the longest bar: 0 to 1. */
  declare part: number;
  declare color?: string;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const width = `${Math.max(0, Math.min(1, this.part || 0)) * 100}%`;
    return html`<span class="share-bar" aria-hidden="true"><span style=${styleMap({ width, backgroundColor: this.color })}></span></span>`;
  }
}

customElements.define('share-bar', ShareBar);
