import { html, nothing } from 'lit';
import { Asked } from '../api/asked';
import { get } from '../api/fetching';
import { language } from '../language/choice';
import { count, date } from '../language/formats';
import { failure } from '../shell/failure';
import { Page, type PageModule } from '../shell/page';
import { text } from './texts';

export const page: PageModule['page'] = { element: 'about-page', texts: [text] };

interface Edition {
  edition: number;
  publishedAt: string;
  title: string | null;
  submissions: string[];
}

/** What the figures are, how they are made, and which editions there are. */
class AboutPage extends Page {
  private readonly editions = new Asked(this, (_: string) => get<{ editions: Edition[] }>('/editions?limit=20'));

  override willUpdate(): void {
    this.editions.about(language());
  }

  override render() {
    this.entitle(text('about.title'));
    const parts = ['what', 'coverage', 'editions.why', 'gross', 'trace'] as const;
    return html`
      <div class="wide about">
        <h1>${text('about.title')}</h1>
        <p class="about-lead">${text('about.lead')}</p>
        ${parts.map((part) => html`<section><h2>${text(`about.${part}.title`)}</h2><p>${text(`about.${part}.text`)}</p></section>`)}
        <section id="editions">
          <h2>${text('about.editions.title')}</h2>
          ${this.editions.render({
            waiting: () => html`<p role="status">${text('waiting')}</p>`,
            here: ({ editions }) =>
              editions.length === 0
                ? html`<p>${text('empty.title')}</p>`
                : html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('about.editions.title')}>
                    <table class="stacked" role="table">
                      <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">${text('edition')}</th><th scope="col" role="columnheader">${text('about.editions.when')}</th>
                        <th scope="col" role="columnheader">${text('about.editions.name')}</th><th scope="col" role="columnheader" class="number">${text('about.editions.submissions')}</th>
                      </tr></thead>
                      <tbody role="rowgroup">${editions.map(
                        (edition) => html`<tr role="row">
                          <th scope="row" role="rowheader">${text('edition.number', { edition: count(edition.edition) })}</th>
                          <td role="cell">${date(edition.publishedAt)}</td>
                          <td role="cell" class="whole-line">${edition.title ?? nothing}</td>
                          <td role="cell" class="number" data-label=${text('about.editions.submissions')}>${count(edition.submissions.length)}</td>
                        </tr>`,
                      )}</tbody>
                    </table>
                  </div>`,
            failed: (problem, again) => failure(problem, again),
          })}
        </section>
        <section>
          <h2>${text('about.programs.title')}</h2>
          <p>${text('about.programs.text')}</p>
          <ul>
            <li><a href="/docs">${text('about.programs.api')}</a></li>
            <li><a href="/api/v1/bulk">${text('about.programs.bulk')}</a></li>
            <li><a href="/status">${text('about.programs.status')}</a></li>
          </ul>
        </section>
      </div>
    `;
  }
}

customElements.define('about-page', AboutPage);
