import { html, LitElement } from 'lit';
import { Asked } from '../api/asked';
import { lineage } from '../api/lineage';
import type { Cube, Question } from '../api/questions';
import { language } from '../language/choice';
import { count, list, usd, year as asYear } from '../language/formats';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import { dimensionName, text } from './texts';

/**
 * A dialog that shows which submissions a figure is the sum of, with their content hashes. Closing it is a `close` event.
 * Whoever uses it lists the texts of `profile/texts.ts` among those of their page.
 */
export class FigureSources extends LitElement {
  static override properties = {
    cube: { attribute: false },
    question: { attribute: false },
    cell: { attribute: false },
    label: { attribute: false },
  };

  declare cube: Cube;
  declare question: Question;
  /** The keys of the figure's cell, in the order of the question's drilldowns. */
  declare cell: string[];
  declare label: string;

  private readonly lineage = new Asked(this, (of: { cube: Cube; question: Question; cell: string[] }) => lineage(of.cube, of.question, of.cell));

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.lineage.about({ cube: this.cube, question: this.question, cell: this.cell, ...{ lang: language() } });
  }

  override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  override render() {
    return html`
      <dialog class="figure-sources" aria-labelledby="figure-sources-title" @close=${this.closed} @click=${this.clicked}>
        <div class="figure-sources-body">
          <header>
            <h2 id="figure-sources-title">${text('sources.title')}</h2>
            <button type="button" class="button" @click=${() => this.querySelector('dialog')!.close()}>${text('close')}</button>
          </header>
          ${this.lineage.render({
            waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
            here: (value) => html`
              <p class="figure-sources-label">${this.label}</p>
              <p class="figure-sources-amount">${usd((value.cell.amount as string | null) ?? null, true)}</p>
              ${value.submissions.length === 0
                ? html`<p>${text('sources.none')}</p>`
                : html`<p>${text('sources.text', { count: value.submissions.length, edition: count(value.edition) })}</p>
                    <div class="table-scroll" tabindex="0" role="group" aria-label=${text('sources.title')}>
                      <table>
                        <thead><tr>
                          <th scope="col">${text('sources.entity')}</th>
                          <th scope="col">${text('sources.year')}</th>
                          <th scope="col">${text('sources.breakdown')}</th>
                          <th scope="col" class="number">${text('sources.lines')}</th>
                          <th scope="col" class="number">${text('sources.amount')}</th>
                          <th scope="col">${text('sources.submission')}</th>
                        </tr></thead>
                        <tbody>${value.submissions.map(
                          (source) => html`<tr>
                            <th scope="row">${source.entity}</th>
                            <td>${asYear(source.year)}</td>
                            <td>${list(source.dimensions.map(dimensionName))}</td>
                            <td class="number">${count(source.lines)}</td>
                            <td class="number">${usd(source.amount, true)}</td>
                            <td><a href="/submit/submissions/${source.submission}">${text('sources.open', { entity: source.entity })}</a>
                              <span class="figure-sources-hash" title=${text('sources.hash')}><code dir="ltr">${source.contentHash.slice(0, 16)}…</code></span></td>
                          </tr>`,
                        )}</tbody>
                      </table>
                    </div>`}
            `,
            failed: (problem, again) => failure(problem, again),
          })}
        </div>
      </dialog>
    `;
  }

  /** The backdrop is the dialog's own surface; all else is within its body. */
  private clicked(event: Event): void {
    if (event.target === event.currentTarget) {
      (event.currentTarget as HTMLDialogElement).close();
    }
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

customElements.define('figure-sources', FigureSources);
