import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { sessionTurn } from '../api/session';
import { DIMENSIONS, ifMatch, type Finding, type Line, type Submission } from '../api/submissions';
import { count } from '../language/formats';
import { failure } from '../shell/failure';
import { Deed } from './deed';
import { Part } from './part';
import { dimensionName } from './template-links';
import { named, text } from './texts';
import { trouble } from './trouble';

const PAGE = 100;
/** What a line says that is not offered to be changed, and stays. */
const CARRIED = ['entity', 'currency', 'basis'];

interface Page {
  lines: Line[];
  next?: string | null;
}

/** A submission's lines, by page. In a draft a line that has an identifier is corrected or taken away in its place. */
export class LinesTable extends Part {
  static override properties = { submission: { attribute: false }, editable: { attribute: false }, cursors: { state: true }, editing: { state: true }, said: { state: true } };

  declare submission: Submission;
  declare editable: boolean;
  declare cursors: string[];
  /** "BREAKDOWN-NUMBER" of the line that is being corrected. */
  declare editing: string;
  declare said: string;
  /** Of the line that is being corrected, as it was submitted. */
  private fields: Record<string, string> = {};
  private readonly asked = new Asked(this, async (of: { path: string }) => (await send<Page>(of.path)).body);
  private readonly deed = new Deed(this);

  constructor() {
    super();
    this.editable = false;
    this.cursors = [];
    this.editing = '';
    this.said = '';
  }

  override willUpdate(): void {
    const cursor = this.cursors.at(-1);
    const path = `/submissions/${this.submission.id}/lines?limit=${PAGE}${cursor ? `&cursor=${cursor}` : ''}`;
    this.asked.about({ path, ...{ version: this.submission.version, as: sessionTurn() } });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (page) => this.shown(page),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private shown(page: Page): TemplateResult {
    if (page.lines.length === 0) {
      return html`<p class="muted">${text('lines.none')}</p>`;
    }
    const dimensions = DIMENSIONS[this.submission.flow].filter((dimension) => page.lines.some((line) => line[dimension] !== undefined));
    return html`
      <p role="status" class=${this.said ? 'done' : 'visually-hidden'}>${this.said}</p>
      ${this.editing ? nothing : trouble(this.deed.problem, () => this.changed())}
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="lines">
        <caption>${this.editable ? text('lines.editable') : text('lines.caption')}</caption>
        <thead><tr>
          <th scope="col">${text('lines.id')}</th>
          ${dimensions.map((dimension) => html`<th scope="col">${dimensionName(dimension)}</th>`)}
          <th scope="col" class="number">${text('lines.amount')}</th>
          <th scope="col">${text('lines.currency')}</th>
          ${this.editable ? html`<th scope="col"><span class="visually-hidden">${text('lines.change')}</span></th>` : nothing}
        </tr></thead>
        <tbody>${page.lines.map((line) => (this.editing === nameOf(line) ? this.form(line, dimensions) : this.row(line, dimensions)))}</tbody>
      </table></div>
      ${this.paging(page)}
    `;
  }

  private row(line: Line, dimensions: readonly string[]): TemplateResult {
    return html`<tr>
      <th scope="row"><bdi>${line.lineId ?? text('lines.number', { number: count(line.line) })}</bdi></th>
      ${dimensions.map((dimension) => html`<td><bdi>${line[dimension] ?? ''}</bdi></td>`)}
      <td class="number"><bdi>${line.amount}</bdi></td>
      <td>${line.currency}</td>
      ${this.editable
        ? html`<td class="line-actions">
            ${line.lineId
              ? html`<button type="button" class="button small" aria-label=${text('lines.edit.of', { id: line.lineId })} @click=${() => this.edit(line)}>${text('lines.edit')}</button>`
              : html`<span class="muted">${text('lines.noId')}</span>`}
          </td>`
        : nothing}
    </tr>`;
  }

  private form(line: Line, dimensions: readonly string[]): TemplateResult {
    const isSplit = this.fields.sdgs !== undefined;
    const fields = dimensions.map((dimension) => (isSplit && dimension === 'sdg' ? 'sdgs' : dimension));
    return html`<tr class="editing"><td colspan=${dimensions.length + 4}>
      <form @submit=${(event: Event) => this.correct(event, line, fields)}>
        <p><strong><bdi>${line.lineId}</bdi></strong></p>
        <div class="fields">
          ${fields.map(
            (field) => html`<div class="field">
              <label for="line-${field}">${named('dimension', field)}</label>
              <input id="line-${field}" name=${field} autocomplete="off" dir="ltr" .value=${this.fields[field] ?? ''} />
            </div>`,
          )}
          <div class="field">
            <label for="line-amount">${text('lines.amount')} (${line.currency})</label>
            <input id="line-amount" name="amount" inputmode="decimal" autocomplete="off" dir="ltr" .value=${this.fields.amount} required />
          </div>
          <div class="field">
            <label for="line-note">${text('lines.note')} <span class="muted">${text('optional')}</span></label>
            <input id="line-note" name="note" autocomplete="off" dir="auto" .value=${this.fields.note ?? ''} />
          </div>
        </div>
        ${this.refused()}
        <p class="actions">
          <button class="button primary" ?disabled=${this.deed.busy}>${text('lines.save')}</button>
          <button type="button" class="button" @click=${() => (this.editing = '')}>${text('cancel')}</button>
          <button type="button" class="button danger" ?disabled=${this.deed.busy} @click=${() => this.takeAway(line)}>${text('lines.remove')}</button>
        </p>
      </form>
    </td></tr>`;
  }

  /** What is wrong with the line as it was corrected, each beside its field's name. */
  private refused(): TemplateResult | typeof nothing {
    const problem = this.deed.problem;
    const findings = problem?.members.findings as Finding[] | undefined;
    return findings
      ? html`<ul class="failure" role="alert">
          ${findings.map((finding) => html`<li><strong>${finding.field ? named('dimension', finding.field) : ''}</strong> <code>${finding.value ?? ''}</code> <span lang="en" dir="ltr">${finding.message} ${finding.expected ?? ''}</span></li>`)}
        </ul>`
      : trouble(problem, () => this.changed());
  }

  private async edit(line: Line): Promise<void> {
    this.deed.forget();
    this.said = '';
    const whole = await this.deed.run(`read ${nameOf(line)}`, async () => (await send<{ fields: Record<string, string> }>(this.pathOf(line))).body);
    if (!whole) {
      return;
    }
    this.fields = whole.fields;
    this.editing = nameOf(line);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.editing input')?.focus();
  }

  private async correct(event: Event, line: Line, fields: readonly string[]): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const body: Record<string, string> = {};
    for (const field of CARRIED) {
      if (this.fields[field] !== undefined) body[field] = this.fields[field];
    }
    for (const field of [...fields, 'amount', 'note']) {
      const value = String(given.get(field) ?? '').trim();
      if (value) body[field] = value;
    }
    const after = await this.change(line, 'PUT', body);
    if (after) {
      this.finished(after, text('lines.saved', { id: String(line.lineId) }));
    }
  }

  private async takeAway(line: Line): Promise<void> {
    const after = await this.change(line, 'DELETE');
    if (after) {
      this.finished(after, text('lines.removed', { id: String(line.lineId) }));
    }
  }

  private change(line: Line, method: string, body?: unknown): Promise<Submission | undefined> {
    const submission = this.submission;
    const path = this.pathOf(line);
    return this.deed.run(`${method} ${path}`, async () => {
      const answer = (await send<Submission | { submission: Submission }>(path, { method, headers: ifMatch(submission), body })).body;
      return 'submission' in answer ? answer.submission : answer;
    });
  }

  private pathOf(line: Line): string {
    return `/submissions/${this.submission.id}/lines/${encodeURIComponent(String(line.lineId))}?breakdown=${line.breakdown}&line=${line.line}`;
  }

  private finished(after: Submission, said: string): void {
    this.editing = '';
    this.said = said;
    this.changed(after);
  }

  private changed(after?: Submission): void {
    this.deed.forget();
    this.dispatchEvent(new CustomEvent('datacube-changed', { detail: after, bubbles: true }));
  }

  private paging(page: Page): TemplateResult | typeof nothing {
    if (!page.next && this.cursors.length === 0) {
      return nothing;
    }
    return html`<nav class="paging" aria-label=${text('paging')}>
      <button type="button" class="button" ?disabled=${this.cursors.length === 0} @click=${() => (this.cursors = this.cursors.slice(0, -1))}>${text('paging.before')}</button>
      <span>${text('paging.page', { page: count(this.cursors.length + 1) })}</span>
      <button type="button" class="button" ?disabled=${!page.next} @click=${() => (this.cursors = [...this.cursors, page.next!])}>${text('paging.next')}</button>
    </nav>`;
  }
}

function nameOf(line: Line): string {
  return `${line.breakdown}-${line.line}`;
}

customElements.define('lines-table', LinesTable);
