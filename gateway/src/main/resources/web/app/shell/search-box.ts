import { html, LitElement } from 'lit';

/** Finds an entity, a country, a goal or a contributor by name. */
export class SearchBox extends LitElement {
  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html``;
  }
}

customElements.define('search-box', SearchBox);
