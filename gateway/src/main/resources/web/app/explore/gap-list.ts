import { html, LitElement, nothing } from 'lit';
import { Asked } from '../api/asked';
import { ask, type Cube, type Gap, type Question } from '../api/questions';
import { language } from '../language/choice';
import { count, usd, year } from '../language/formats';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import type { MemberNames } from './names-of-members';
import { text } from './texts';

/** Which entities' years an answer does not cover, and why. */
export class GapList extends LitElement {
  static override properties = { cube: { attribute: false }, question: { attribute: false }, names: { attribute: false } };

  declare cube: Cube;
  declare question: Question;
  declare names: MemberNames;

  private readonly asked = new Asked(this, ({ cube, question }: { cube: Cube; question: Question; lang: string }) => ask(cube, { ...question, columns: undefined, gaps: true, limit: 1 }));

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.asked.about({ cube: this.cube, question: this.question, lang: language() });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: ({ coverage }) => {
        const gaps = coverage.gaps ?? [];
        return gaps.length === 0
          ? html`<p>${text('gaps.none', { amount: usd(coverage.amountUnattributed) })}</p>`
          : html`<p>${text('gaps.text', { count: gaps.length, amount: usd(coverage.amountUnattributed) })}</p>${this.table(gaps)}`;
      },
      failed: (problem, again) => failure(problem, again),
    });
  }

  private table(gaps: Gap[]) {
    const reported = text('gaps.reported');
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('gaps.title')}><table class="stacked" role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${text('of.entity.entity')}</th><th scope="col" role="columnheader">${text('of.year')}</th>
        <th scope="col" role="columnheader" class="number">${reported}</th><th scope="col" role="columnheader">${text('gaps.reason')}</th></tr></thead>
      <tbody role="rowgroup">${gaps.map((gap) => html`<tr role="row">
        <th scope="row" role="rowheader"><abbr title=${this.names.name('entity', gap.entity) ?? nothing}>${gap.entity}</abbr></th><td role="cell">${year(gap.year)}</td>
        <td role="cell" class="number" data-label=${reported}>${usd(gap.amountReported ?? null)}</td><td role="cell" class="whole-line" lang="en" dir="ltr">${gap.reason}</td></tr>`)}</tbody>
    </table></div><p class="muted">${count(gaps.length)}</p>`;
  }
}

customElements.define('gap-list', GapList);
