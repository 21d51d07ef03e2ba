import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { get } from '../api/fetching';
import type { Lineage } from '../api/lineage';
import { member, parametersOf, type Cube, type Question } from '../api/questions';
import { language } from '../language/choice';
import { count, list, usd, year } from '../language/formats';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import type { CubeFacts } from './cube-facts';
import { dimensionName, drilldownName } from './names';
import { text } from './texts';
import { keyText } from './view';

interface WithNext extends Lineage {
  next?: string;
}

const LINES = 25;

/**
 * What a figure is the sum of: its submissions, to the digit, and its lines page by page. Whoever uses it lists the texts
 * of `explore/texts.ts` among those of their page.
 */
export class FigureLines extends LitElement {
  static override properties = {
    cube: { attribute: false },
    facts: { attribute: false },
    question: { attribute: false },
    cell: { attribute: false },
    label: { attribute: false },
    offset: { state: true },
  };

  declare cube: Cube;
  declare facts?: CubeFacts;
  declare question: Question;
  declare cell: string[];
  /** What the figure is of; unless given, the members of its cell say it. */
  declare label?: string;
  declare offset: number;

  private readonly asked = new Asked(this, ({ path }: { path: string; lang: string }) => get<WithNext>(path));

  constructor() {
    super();
    this.offset = 0;
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('cell') && JSON.stringify(changed.get('cell')) !== JSON.stringify(this.cell)) {
      this.offset = 0;
    }
    this.asked.about({ path: this.path(), lang: language() });
  }

  /** Parameters that lineage knows: of the question those that say which lines a cell is of. */
  private parameters(): URLSearchParams {
    const { drilldown, cut, where, structure, consolidation, edition, asOf } = this.question;
    const parameters = parametersOf({ drilldown, cut, where, structure, consolidation, edition, asOf });
    if (this.cell.length > 0) {
      parameters.set('cell', keyText(this.cell));
    }
    return parameters;
  }

  private path(): string {
    const parameters = this.parameters();
    parameters.set('limit', String(LINES));
    parameters.set('offset', String(this.offset));
    return `/cubes/${this.cube}/lineage?${parameters}`;
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (lineage) => this.drawn(lineage),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private drawn(lineage: WithNext): TemplateResult {
    const keys = (this.question.drilldown ?? []).filter((drilldown) => lineage.cell[drilldown] !== undefined);
    const lines = Number(lineage.cell.lines ?? 0);
    const csv = this.parameters();
    csv.set('format', 'csv');
    const figure = html`
      <p class="figure-of">${this.label ?? keys.map((drilldown) => html`<span><span class="muted">${drilldownName(drilldown, this.facts)}:</span> ${member(lineage.cell, drilldown).label}</span>`)}</p>
      <p class="figure-amount">${usd((lineage.cell.amount as string | undefined) ?? null, true)}</p>`;
    if (lineage.submissions.length === 0) {
      return html`${figure}<p>${text('sources.none')}</p>`;
    }
    return html`
      ${figure}
      <p>${text('sources.text', { count: lineage.submissions.length })} ${text('sources.lines', { count: lines })} ${text('edition.number', { edition: lineage.edition })}</p>
      <h3>${text('sources.submissions')}</h3>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('sources.submissions')}><table class="sources-table stacked" role="table">
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${text('of.entity.entity')}</th><th scope="col" role="columnheader">${text('sources.submission')}</th>
          <th scope="col" role="columnheader">${text('of.year')}</th><th scope="col" role="columnheader">${text('sources.by')}</th>
          <th scope="col" role="columnheader" class="number">${text('sources.count')}</th><th scope="col" role="columnheader" class="number">${text('measure.amount')}</th>
          <th scope="col" role="columnheader">${text('sources.hash')}</th></tr></thead>
        <tbody role="rowgroup">${lineage.submissions.map((of) => html`<tr role="row">
          <th scope="row" role="rowheader">${of.entity}</th>
          <td role="cell" class="whole-line"><a href="/submit/submissions/${of.submission}">${text('sources.open', { entity: of.entity })}</a></td><td role="cell">${year(of.year)}</td>
          <td role="cell" data-label=${text('sources.by')}>${list(of.dimensions.map(dimensionName))}</td>
          <td role="cell" class="number" data-label=${text('sources.count')}>${count(of.lines)}</td><td role="cell" class="number">${usd(of.amount, true)}</td>
          <td role="cell" data-label=${text('sources.hash')}><code dir="ltr" title=${of.contentHash}>${of.contentHash.slice(0, 12)}…</code></td></tr>`)}</tbody>
      </table></div>
      ${lineage.lines.length > 0 ? html`<h3>${text('sources.theLines')}</h3>${this.lines(lineage)}` : nothing}
      ${lines > LINES ? html`<nav class="pages" aria-label=${text('pages')}>
        <button type="button" class="button" ?disabled=${this.offset === 0} @click=${() => (this.offset = Math.max(0, this.offset - LINES))}>${text('page.before')}</button>
        <span>${text('page.rows', { from: count(this.offset + 1), to: count(Math.min(this.offset + LINES, lines)), of: count(lines) })}</span>
        <button type="button" class="button" ?disabled=${this.offset + LINES >= lines} @click=${() => (this.offset += LINES)}>${text('page.next')}</button></nav>` : nothing}
      <p><a href="/api/v1/cubes/${this.cube}/lineage?${csv}" download="lines.csv">${text('sources.csv')}</a></p>
    `;
  }

  private lines(lineage: WithNext): TemplateResult {
    const dimensions = [...new Set(lineage.lines.flatMap((line) => Object.keys(line.codes)))];
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('sources.theLines')}><table class="stacked" role="table">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${text('sources.submission')}</th><th scope="col" role="columnheader" class="number">${text('sources.line')}</th>
        ${dimensions.map((of) => html`<th scope="col" role="columnheader">${dimensionName(of)}</th>`)}<th scope="col" role="columnheader" class="number">${text('measure.amount')}</th></tr></thead>
      <tbody role="rowgroup">${lineage.lines.map((line) => html`<tr role="row"><th scope="row" role="rowheader" dir="ltr">${line.submission.slice(0, 8)}…</th>
        <td role="cell" class="number" data-label=${text('sources.line')}>${count(line.line)}</td>
        ${dimensions.map((of) => html`<td role="cell" data-label=${dimensionName(of)}>${line.codes[of] ?? ''}</td>`)}<td role="cell" class="number">${usd(line.amount, true)}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define('figure-lines', FigureLines);
