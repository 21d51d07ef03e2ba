import { html } from 'lit';
import { Page, type PageModule } from './page';
import { shellTexts } from './texts';

export const page: PageModule['page'] = { element: 'not-found-page', texts: [] };

class NotFoundPage extends Page {
  override render() {
    this.entitle(shellTexts('notFound.title'));
    return html`
      <div class="wide message-page">
        <h1>${shellTexts('notFound.title')}</h1>
        <p>${shellTexts('notFound.text', { path: this.address.path })}</p>
        <ul class="doors">
          <li><a href="/">${shellTexts('home')}</a></li>
          <li><a href="/explore">${shellTexts('explore')}</a></li>
          <li><a href="/profiles">${shellTexts('profiles')}</a></li>
          <li><a href="/docs">${shellTexts('api')}</a></li>
        </ul>
      </div>
    `;
  }
}

customElements.define('not-found-page', NotFoundPage);
