import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { get } from '../api/fetching';
import { member, parametersOf, type Cell, type Coverage, type Cube } from '../api/questions';
import { language } from '../language/choice';
import { count, date, headline, usd, year, type Decimal } from '../language/formats';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import type { CubeFacts } from './cube-facts';
import { textOf } from './cut';
import { drilldownName } from './names';
import { text } from './texts';
import { addressOf, type View } from './view';

interface Sides {
  before: { amount: Decimal; lines: number };
  after: { amount: Decimal; lines: number };
  change: Decimal;
}

interface Diff {
  from: { edition: number; publishedAt: string; coverage: Coverage };
  to: { edition: number; publishedAt: string; coverage: Coverage };
  cells: (Cell & Sides & { submissions: string[] })[];
  cellCount: number;
  total: Sides;
  submissions: { entity: string; year: number; submission: string; sides: Sides }[];
  notes: string[];
}

const PAGE = 100;
const MOST_NAMED = 3;

/** What changed between two editions, the largest change first, and the submissions that moved it. */
export class EditionDiff extends LitElement {
  static override properties = { view: { attribute: false }, facts: { attribute: false } };

  declare view: View;
  declare facts: CubeFacts;

  private readonly asked = new Asked(this, ({ cube, path }: { cube: Cube; path: string; lang: string }) => get<Diff>(`/cubes/${cube}/diff?${path}`));

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.asked.about({ cube: this.view.cube, path: this.parameters().toString(), lang: language() });
  }

  private editions(): [string, string] {
    const own = this.view.edition ?? String(this.facts.edition);
    const other = this.view.compare!;
    return Number(own) < Number(other) ? [own, other] : [other, own];
  }

  private parameters(): URLSearchParams {
    const { drilldown, cut, where, structure, consolidation } = this.view;
    const parameters = parametersOf({ drilldown, cut: cut.map(textOf), where, structure, consolidation, limit: PAGE, offset: (this.view.page - 1) * PAGE });
    const [from, to] = this.editions();
    parameters.set('from', from);
    parameters.set('to', to);
    return parameters;
  }

  override render() {
    const [from, to] = this.editions();
    return html`<section class="edition-diff" aria-labelledby="diff-title">
      <div class="diff-head"><h2 id="diff-title">${text('diff.title', { from, to })}</h2>
        <a href=${addressOf({ ...this.view, compare: undefined, page: 1 })}>${text('diff.end')}</a></div>
      ${from === to ? html`<p>${text('diff.same')}</p>` : this.asked.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: (diff) => this.drawn(diff),
        failed: (problem, again) => failure(problem, again),
      })}
    </section>`;
  }

  private drawn(diff: Diff): TemplateResult {
    const published = text('diff.published', { from: diff.from.edition, before: date(diff.from.publishedAt), to: diff.to.edition, after: date(diff.to.publishedAt) });
    if (diff.cellCount === 0) {
      return html`<p>${published}</p><p class="diff-nothing">${text('diff.nothing')}</p>`;
    }
    const by = this.view.drilldown;
    const moved = new Map(diff.submissions.map((of) => [of.submission, of]));
    return html`
      <p>${published} ${text('diff.total', { before: headline(diff.total.before.amount), after: headline(diff.total.after.amount), change: usd(diff.total.change) })}</p>
      <p class="muted">${text('diff.coverage', { before: headline(diff.from.coverage.amountCovered), after: headline(diff.to.coverage.amountCovered) })}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('diff.title', { from: diff.from.edition, to: diff.to.edition })}><table class="diff-table">
        <caption>${text('diff.caption', { count: diff.cellCount })}</caption>
        <thead><tr>${by.map((drilldown) => html`<th scope="col">${drilldownName(drilldown, this.facts)}</th>`)}
          <th scope="col" class="number">${text('edition.number', { edition: diff.from.edition })}</th><th scope="col" class="number">${text('edition.number', { edition: diff.to.edition })}</th>
          <th scope="col" class="number">${text('measure.change.plain')}</th><th scope="col">${text('diff.movedBy')}</th></tr></thead>
        <tbody>${diff.cells.map((cell) => html`<tr>${by.map((drilldown, at) => {
            const name = drilldown === 'year' ? year(member(cell, drilldown).code) : member(cell, drilldown).label;
            return at === 0 ? html`<th scope="row">${name}</th>` : html`<td>${name}</td>`;
          })}
          <td class="number">${figure(cell.before.amount)}</td><td class="number">${figure(cell.after.amount)}</td><td class="number">${figure(cell.change)}</td>
          <td>${cell.submissions.slice(0, MOST_NAMED).map((id) => this.submission(id, moved))}
            ${cell.submissions.length > MOST_NAMED ? html`<details><summary>${text('more', { count: cell.submissions.length - MOST_NAMED })}</summary>${cell.submissions.slice(MOST_NAMED).map((id) => this.submission(id, moved))}</details>` : nothing}</td></tr>`)}
          </tbody>
      </table></div>
      ${diff.cellCount > PAGE ? this.pages(diff.cellCount) : nothing}
    `;
  }

  private submission(id: string, moved: Map<string, { entity: string; year: number }>): TemplateResult {
    const of = moved.get(id);
    return html`<a class="moved" href="/submit/submissions/${id}">${of ? `${of.entity} ${year(of.year)}` : `${id.slice(0, 8)}…`}</a> `;
  }

  private pages(whole: number): TemplateResult {
    const { page } = this.view;
    const link = (to: number, label: string) => to >= 1 && (to - 1) * PAGE < whole
      ? html`<a class="button" href=${addressOf({ ...this.view, page: to })}>${label}</a>` : html`<span class="button" aria-disabled="true">${label}</span>`;
    return html`<nav class="pages" aria-label=${text('pages')}>${link(page - 1, text('page.before'))}
      <span>${text('page.rows', { from: count((page - 1) * PAGE + 1), to: count(Math.min(page * PAGE, whole)), of: count(whole) })}</span>${link(page + 1, text('page.next'))}</nav>`;
  }
}

/** To the cent; the caption says that it is USD. */
function figure(amount: Decimal): string {
  return new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount as unknown as number);
}

customElements.define('edition-diff', EditionDiff);
