import { html, LitElement } from 'lit';
import { Localized } from '../language/localized';
import { shellTexts } from './texts';

/** Where else there is to go: for programs, and how the suite does. */
export class SiteFooter extends LitElement {
  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html`
      <footer class="site-footer">
        <div class="wide">
          <p>${shellTexts('footer')}</p>
          <ul>
            <li><a href="/about">${shellTexts('about')}</a></li>
            <li><a href="/docs">${shellTexts('api')}</a></li>
            <li><a href="/openapi">${shellTexts('openapi')}</a></li>
            <li><a href="/status">${shellTexts('status')}</a></li>
          </ul>
        </div>
      </footer>
    `;
  }
}

customElements.define('site-footer', SiteFooter);
