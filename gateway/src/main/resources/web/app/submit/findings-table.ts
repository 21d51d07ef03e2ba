import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { reach, send } from '../api/fetching';
import { Problem } from '../api/problem';
import { sessionTurn } from '../api/session';
import { ifMatch, type Finding, type Findings, type RuleCount, type Severity, type Submission } from '../api/submissions';
import { language } from '../language/choice';
import { count, dateTime, usd } from '../language/formats';
import { failure } from '../shell/failure';
import './code-choice';
import { Deed } from './deed';
import { save } from './download';
import './own-line';
import { kindOf } from './file-kind';
import { fileOf } from './own-files';
import { Part } from './part';
import { ruleTitle } from './rule-titles';
import { named, text } from './texts';
import { trouble } from './trouble';

const PAGE = 50;

/**
 * What the rules say, beside the cells that they say it about: filtered, by page, and with explanations where they may be given.
 * Sends `datacube-changed` with the submission after one was given.
 */
export class FindingsTable extends Part {
  static override properties = {
    source: { attribute: false },
    fileOf: { attribute: false },
    submission: { attribute: false },
    explains: { attribute: false },
    rule: { state: true },
    severity: { state: true },
    cursors: { state: true },
    explaining: { state: true },
  };

  /** "/submissions/{id}" or "/validation-reports/{id}". */
  declare source: string;
  /** Under which identifier the file that was sent is remembered, if it is. */
  declare fileOf?: string;
  /** The submission that they are about; none for a report. */
  declare submission?: Submission;
  /** Whether the reader may explain warnings. */
  declare explains: boolean;
  declare rule: string;
  declare severity: Severity | '';
  /** Of this page and those before it. */
  declare cursors: string[];
  /** "rule RULE" or "finding NUMBER". */
  declare explaining: string;
  private readonly page = new Asked(this, (of: { source: string; query: string }) => this.read(of));
  private readonly titles = new Asked(this, () => ruleTitle());
  private readonly deed = new Deed(this);

  constructor() {
    super();
    this.explains = false;
    this.rule = '';
    this.severity = '';
    this.cursors = [];
    this.explaining = '';
  }

  private get isReport(): boolean {
    return this.source.startsWith('/validation-reports');
  }

  override willUpdate(): void {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (this.rule) query.set('rule', this.rule);
    if (this.severity) query.set('severity', this.severity);
    const cursor = this.cursors.at(-1);
    if (cursor) query.set('cursor', cursor);
    this.page.about({
      source: this.source,
      query: String(query),
      ...{ lang: language(), as: sessionTurn(), version: this.submission?.version },
    });
    this.titles.about({ lang: language() });
  }

  private async read(of: { source: string; query: string }): Promise<Findings> {
    const path = of.source.startsWith('/validation-reports') ? of.source : `${of.source}/findings`;
    return (await send<Findings>(`${path}?${of.query}`)).body;
  }

  override render() {
    return this.page.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (found, isStale) => this.found(found, isStale),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private found(found: Findings, isStale: boolean): TemplateResult {
    if (found.rules.length === 0) {
      return html`<p class="nothing-found">${text('findings.none')}</p>`;
    }
    return html`
      <div class="findings" aria-busy=${isStale}>
        ${this.summary(found)} ${this.filters(found)}
        <p class="visually-hidden" role="status">${text('findings.shown', { count: found.findings.length })}</p>
        ${this.table(found.findings)}
        ${this.paging(found)}
      </div>
    `;
  }

  private summary(found: Findings): TemplateResult {
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="rules">
      <caption>${text('findings.byRule')}</caption>
      <thead><tr>
        <th scope="col">${text('findings.rule')}</th>
        <th scope="col">${text('findings.severity')}</th>
        <th scope="col" class="number">${text('findings.count')}</th>
        <th scope="col" class="number">${text('findings.money')}</th>
        ${this.explains ? html`<th scope="col">${text('explanation')}</th>` : nothing}
      </tr></thead>
      <tbody>
        ${found.rules.map((rule) => this.ruleRow(rule))}
      </tbody>
    </table></div>`;
  }

  private ruleRow(rule: RuleCount): TemplateResult {
    const name = `rule ${rule.rule}`;
    const title = this.titles.value?.(rule.rule);
    return html`<tr>
      <th scope="row">${title ? html`<span lang=${title.language} dir="auto">${title.text}</span><br />` : nothing}<code class="muted">${rule.rule}</code></th>
      <td>${badge(rule.severity)}</td>
      <td class="number">${count(rule.findings)}</td>
      <td class="number">${usd(rule.amountUsd)}</td>
      ${this.explains
        ? html`<td>
            ${rule.severity !== 'warn' ? nothing : this.explaining === name ? this.form(name, `/rules/${rule.rule}/explanation`) : this.opener(name, text('explain.all'))}
          </td>`
        : nothing}
    </tr>`;
  }

  private filters(found: Findings): TemplateResult {
    const isWorkbook = found.findings.some((finding) => finding.pointer?.includes('!')) || kindOf(fileOf(this.fileOf ?? '')?.name ?? '')?.isWorkbook;
    const severities = (['reject', 'warn', 'note'] as Severity[]).filter((severity) => found.rules.some((rule) => rule.severity === severity));
    return html`<div class="filters">
      <div class="field">
        <label for="of-severity">${text('findings.severity')}</label>
        <select id="of-severity" @change=${(event: Event) => this.filter({ severity: (event.target as HTMLSelectElement).value as Severity })}>
          <option value="">${text('all')}</option>
          ${severities.map((severity) => html`<option value=${severity} ?selected=${severity === this.severity}>${text(`severity.${severity}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="of-rule">${text('findings.rule')}</label>
        <select id="of-rule" @change=${(event: Event) => this.filter({ rule: (event.target as HTMLSelectElement).value })}>
          <option value="">${text('all')}</option>
          ${found.rules.map((rule) => html`<option value=${rule.rule} ?selected=${rule.rule === this.rule}>${this.titles.value?.(rule.rule)?.text ?? rule.rule}</option>`)}
        </select>
      </div>
      <div class="downloads">
        ${this.isReport && isWorkbook ? html`<button type="button" class="button" @click=${() => this.download('workbook')}>${text('findings.workbook')}</button>` : nothing}
        <button type="button" class="button" @click=${() => this.download('csv')}>${text('findings.csv')}</button>
      </div>
    </div>
    ${this.explaining ? nothing : trouble(this.deed.problem)}`;
  }

  private filter(changed: { rule?: string; severity?: Severity | '' }): void {
    this.rule = changed.rule ?? this.rule;
    this.severity = changed.severity ?? this.severity;
    this.cursors = [];
  }

  private table(findings: Finding[]): TemplateResult {
    const own = this.fileOf !== undefined && fileOf(this.fileOf) !== undefined;
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="findings-table" role="table">
      <caption class="visually-hidden">${text('findings.title')}</caption>
      <thead role="rowgroup"><tr role="row">
        <th scope="col" role="columnheader">${text('findings.where')}</th>
        <th scope="col" role="columnheader">${text('findings.value')}</th>
        <th scope="col" role="columnheader">${text('findings.what')}</th>
        <th scope="col" role="columnheader">${text('findings.right')}</th>
      </tr></thead>
      <tbody role="rowgroup">
        ${findings.map((finding) => this.row(finding, own))}
      </tbody>
    </table></div>`;
  }

  private row(finding: Finding, own: boolean): TemplateResult {
    const name = `finding ${finding.number}`;
    const mayExplain = this.explains && finding.severity === 'warn' && finding.number !== undefined;
    return html`
      <tr role="row" class="finding finding-${finding.severity}">
        <th scope="row" role="rowheader">${where(finding)}</th>
        <td role="cell">${finding.value === undefined ? html`<span class="muted">–</span>` : html`<code class="cell" dir="auto">${finding.value}</code>`}</td>
        <td role="cell">
          ${badge(finding.severity)}
          <p class="message" lang=${MESSAGES_IN} dir="ltr">${finding.message}</p>
          <code class="muted">${finding.rule}</code>
          ${finding.explanation
            ? html`<blockquote dir="auto">${finding.explanation.text}<footer>${finding.explanation.by}, ${dateTime(finding.explanation.at)}</footer></blockquote>`
            : nothing}
          ${mayExplain
            ? this.explaining === name
              ? this.form(name, `/findings/${finding.number}/explanation`, finding.explanation?.text)
              : this.opener(name, finding.explanation ? text('explain.change') : text('explain'))
            : nothing}
        </td>
        <td role="cell">${finding.expected ? right(finding.expected) : html`<span class="muted">–</span>`}</td>
      </tr>
      ${own && finding.row !== undefined && finding.pointer === undefined
        ? html`<tr role="row" class="own-line-row"><td role="cell" colspan="4">
            <own-line .file=${fileOf(this.fileOf!)} .row=${finding.row} .field=${finding.field}></own-line>
          </td></tr>`
        : nothing}
    `;
  }

  private opener(name: string, label: string): TemplateResult {
    return html`<button type="button" class="button small" @click=${() => this.open(name)}>${label}</button>`;
  }

  private async open(name: string): Promise<void> {
    this.deed.forget();
    this.explaining = name;
    await this.updateComplete;
    this.querySelector<HTMLTextAreaElement>('.explaining textarea')?.focus();
  }

  private form(name: string, path: string, words = ''): TemplateResult {
    return html`<form class="explaining" @submit=${(event: Event) => this.explain(event, name, path)}>
      <label for="explanation">${text('explain.label')}</label>
      <textarea id="explanation" name="text" rows="3" maxlength="4000" required dir="auto" .value=${words}></textarea>
      ${trouble(this.deed.problem, () => this.changed())}
      <p class="actions">
        <button class="button primary" ?disabled=${this.deed.busy}>${text('explain.save')}</button>
        <button type="button" class="button" @click=${() => (this.explaining = '')}>${text('cancel')}</button>
      </p>
    </form>`;
  }

  private async explain(event: Event, name: string, path: string): Promise<void> {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get('text')).trim();
    const submission = this.submission!;
    const after = await this.deed.run(name, async () =>
      (await send<Submission>(`${this.source}${path}`, { method: 'PUT', headers: ifMatch(submission), body: { text: words } })).body,
    );
    if (after) {
      this.explaining = '';
      this.changed(after);
    }
  }

  private changed(after?: Submission): void {
    this.deed.forget();
    this.dispatchEvent(new CustomEvent('datacube-changed', { detail: after, bubbles: true }));
  }

  private async download(form: 'csv' | 'workbook'): Promise<void> {
    const isTable = form === 'csv';
    const path = isTable ? (this.isReport ? this.source : `${this.source}/findings`) : `${this.source}/workbook`;
    await this.deed.run(`download ${form}`, async () => {
      const answer = await reach(path, isTable ? { headers: { Accept: 'text/csv' } } : {});
      if (!answer.ok) {
        const problem = await Problem.of(answer);
        throw answer.status === 404 && !isTable ? new Problem({ ...problem.members, type: 'no-workbook', status: 409 }) : problem;
      }
      save(await answer.blob(), isTable ? 'findings.csv' : 'findings.xlsx');
    });
  }

  private paging(found: Findings): TemplateResult | typeof nothing {
    if (!found.next && this.cursors.length === 0) {
      return nothing;
    }
    return html`<nav class="paging" aria-label=${text('paging')}>
      <button type="button" class="button" ?disabled=${this.cursors.length === 0} @click=${() => (this.cursors = this.cursors.slice(0, -1))}>${text('paging.before')}</button>
      <span>${text('paging.page', { page: count(this.cursors.length + 1) })}</span>
      <button type="button" class="button" ?disabled=${!found.next} @click=${() => (this.cursors = [...this.cursors, found.next!])}>${text('paging.next')}</button>
    </nav>`;
  }
}

/** The services say what is wrong in English; the rules' names are said in the reader's language beside it. */
const MESSAGES_IN = 'en';

function badge(severity: Severity): TemplateResult {
  return html`<span class="badge badge-${severity}">${text(`kind.${severity}`)}</span>`;
}

/** What would be right; where that is any code of a list, the list itself. */
function right(expected: string): TemplateResult {
  const list = /\/api\/v1\/code-lists\/([a-z-]+)$/.exec(expected)?.[1];
  return list
    ? html`<code-choice .list=${list}></code-choice>`
    : html`<p class="expected" lang=${MESSAGES_IN} dir="ltr">${expected}</p>`;
}

function where(finding: Finding): TemplateResult {
  const cell = finding.pointer?.includes('!') ? finding.pointer : undefined;
  return html`
    ${cell ? html`<bdi class="place">${cell}</bdi>` : finding.row !== undefined ? html`<span class="place">${text('findings.row', { row: count(finding.row) })}</span>` : html`<span class="place">${text('findings.whole')}</span>`}
    ${finding.field ? html`<br /><bdi class="muted">${named('dimension', finding.field)}</bdi>` : nothing}
    ${finding.lineId ? html`<br /><bdi class="muted">${finding.lineId}</bdi>` : nothing}
  `;
}

customElements.define('findings-table', FindingsTable);
