import { html } from 'lit';
import { Page, type PageModule } from '../shell/page';
import { texts } from '../language/messages';

const text = texts(() => import('./messages/en.json'), {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  fr: () => import('./messages/fr.json'),
  ru: () => import('./messages/ru.json'),
  es: () => import('./messages/es.json'),
});

export const page: PageModule['page'] = { element: 'about-page', texts: [text] };

class AboutPage extends Page {
  override render() {
    this.entitle(text('title'));
    return html`<div class="wide"><h1>${text('title')}</h1></div>`;
  }
}

customElements.define('about-page', AboutPage);
