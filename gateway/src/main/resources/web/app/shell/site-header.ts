import { html, LitElement, nothing } from 'lit';
import { choose, language } from '../language/choice';
import { LANGUAGES, type Language } from '../language/languages';
import { Localized } from '../language/localized';
import { shellTexts } from './texts';
import './search-box';

const PLACES = ['explore', 'profiles', 'submit', 'about'] as const;

/** The name of the site, where one can go, search and languages. */
export class SiteHeader extends LitElement {
  static override properties = { place: { attribute: false }, open: { state: true } };

  declare place?: string;
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('place')) {
      this.open = false;
    }
  }

  override render() {
    return html`
      <header class="site-header">
        <div class="site-header-row wide">
          <a class="site-name" href="/" aria-current=${this.place === 'home' ? 'page' : 'false'}>
            <svg class="site-mark" viewBox="0 0 32 32" aria-hidden="true">
              <path d="M16 2 28 9v14l-12 7-12-7V9z" fill="none" stroke="currentColor" stroke-width="2" />
              <path d="M16 2v14m0 0 12-7M16 16 4 9m12 7v14" fill="none" stroke="currentColor" stroke-width="2" />
            </svg>
            <span>${shellTexts('name')}</span>
          </a>
          <button class="menu-button" aria-expanded=${this.open} aria-controls="site-menu" @click=${() => (this.open = !this.open)}>
            ${shellTexts('menu')}
          </button>
          <div id="site-menu" class="site-menu" ?data-open=${this.open}>
            <nav aria-label=${shellTexts('navigation')}>
              <ul>
                ${PLACES.map(
                  (place) => html`<li>
                    <a href="/${place}" aria-current=${this.place === place ? 'page' : 'false'}>${shellTexts(place)}</a>
                  </li>`,
                )}
              </ul>
            </nav>
            ${this.place === 'home' ? nothing : html`<search-box></search-box>`}
            <label class="language-choice">
              <span class="visually-hidden">${shellTexts('language')}</span>
              <select @change=${this.chosen}>
                ${LANGUAGES.map(
                  ({ code, name }) =>
                    html`<option value=${code} lang=${code} ?selected=${code === language()}>${name}</option>`,
                )}
              </select>
            </label>
          </div>
        </div>
      </header>
    `;
  }

  private chosen(event: Event): void {
    void choose((event.target as HTMLSelectElement).value as Language);
  }
}

customElements.define('site-header', SiteHeader);
