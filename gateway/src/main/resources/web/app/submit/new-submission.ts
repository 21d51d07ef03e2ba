import { html, nothing, type TemplateResult } from 'lit';
import { isSecretariat, type Caller } from '../api/caller';
import { Asked } from '../api/asked';
import type { Flow } from '../api/submissions';
import { language } from '../language/choice';
import { byName, percent, year } from '../language/formats';
import { navigate } from '../shell/navigation';
import { entities, type Code } from './codes';
import { Deed } from './deed';
import './file-drop';
import { kindOf } from './file-kind';
import { rememberFile } from './own-files';
import { Part } from './part';
import { addressOf, sent, type Outcome } from './sending';
import { templateLinks } from './template-links';
import { text } from './texts';
import { trouble } from './trouble';

type Mode = 'dryRun' | 'draft' | 'submit';

/** What was said in the form last, so that a mended file needs no second typing. It is gone with the page. */
let said: Record<string, string> = {};

/** What a person says and sends to begin a submission. */
export class NewSubmission extends Part {
  static override properties = {
    who: { attribute: false },
    file: { state: true },
    flow: { state: true },
    ofYear: { state: true },
    mode: { state: true },
    sentBytes: { state: true },
    missing: { state: true },
  };

  declare who: Caller;
  declare file?: File;
  declare flow: Flow;
  declare ofYear: number;
  declare mode: Mode;
  declare sentBytes?: number;
  declare missing: string;
  private readonly deed = new Deed(this);
  private readonly entities = new Asked(this, () => entities());
  private stop = new AbortController();

  constructor() {
    super();
    this.ofYear = new Date().getFullYear() - 1;
    this.mode = 'draft';
    this.flow = (said.flow as Flow | undefined) ?? 'expense';
    this.ofYear = Number(said.year ?? this.ofYear);
    this.missing = '';
  }

  override willUpdate(): void {
    if (isSecretariat(this.who)) {
      this.entities.about({ lang: language() });
    }
  }

  override render() {
    const kind = this.file && kindOf(this.file.name);
    return html`
      <h1>${text('new.title')}</h1>
      <p class="lead">${text('new.lead')}</p>
      <form class="new-submission" @submit=${this.submitted} novalidate>
        <fieldset class="card">
          <legend>${text('new.about')}</legend>
          <div class="fields">
            ${this.entityField()}
            <div class="field">
              <label for="year">${text('year')}</label>
              <select id="year" name="year" @change=${(event: Event) => (this.ofYear = Number((event.target as HTMLSelectElement).value))}>
                ${years().map((each) => html`<option value=${each} ?selected=${each === this.ofYear}>${year(each)}</option>`)}
              </select>
            </div>
            <div class="field">
              <label for="flow">${text('flow')}</label>
              <select id="flow" name="flow" @change=${(event: Event) => (this.flow = (event.target as HTMLSelectElement).value as Flow)}>
                <option value="expense" ?selected=${this.flow === 'expense'}>${text('flow.expense')}</option>
                <option value="revenue" ?selected=${this.flow === 'revenue'}>${text('flow.revenue')}</option>
              </select>
            </div>
            <div class="field">
              <label for="controlTotal">${text('controlTotal')}</label>
              <input id="controlTotal" name="controlTotal" inputmode="decimal" autocomplete="off" dir="ltr" placeholder="0.00" .value=${said.controlTotal ?? ''} aria-describedby="total-hint" />
              <p class="hint" id="total-hint">${text('new.total.hint')}</p>
            </div>
            <div class="field field-wide">
              <label for="source">${text('source')} <span class="muted">${text('optional')}</span></label>
              <input id="source" name="source" autocomplete="off" .value=${said.source ?? ''} placeholder=${text('new.source.example')} />
            </div>
          </div>
          ${templateLinks(this.flow, this.ofYear)}
        </fieldset>
        <fieldset class="card">
          <legend>${text('new.file')}</legend>
          <file-drop .file=${this.file} @datacube-file=${this.chosen}></file-drop>
          <p class="field-error" role="alert">${this.missing}</p>
          ${kind?.isWorkbook ? html`<p class="hint">${text('new.workbook.hint')}</p>` : nothing}
          ${kind?.isTable ? dialect() : nothing}
        </fieldset>
        <fieldset class="card">
          <legend>${text('new.mode')}</legend>
          ${this.choice('draft')} ${this.choice('submit')} ${this.choice('dryRun')}
          <details>
            <summary>${text('new.more')}</summary>
            <label class="check"><input type="checkbox" name="test" /><span>${text('new.test')}</span></label>
            <label class="check"><input type="checkbox" name="supplement" /><span>${text('new.supplement')}</span></label>
          </details>
        </fieldset>
        ${trouble(this.deed.problem)}
        ${this.deed.busy ? this.progress() : nothing}
        <p class="actions">
          <button class="button primary" ?disabled=${this.deed.busy}>${text(`new.send.${this.mode}`)}</button>
          ${this.deed.busy ? html`<button type="button" class="button" @click=${() => this.stop.abort()}>${text('cancel')}</button>` : nothing}
          <a href="/submit">${text('back')}</a>
        </p>
      </form>
    `;
  }

  private entityField(): TemplateResult {
    if (!isSecretariat(this.who)) {
      return html`<div class="field">
        <span class="label">${text('entity')}</span>
        <strong class="fixed">${this.who.entity}</strong>
      </div>`;
    }
    const all: Code[] = [...(this.entities.value ?? [])].sort((one, other) => byName(one.code, other.code));
    return html`<div class="field">
      <label for="entity">${text('entity')}</label>
      <select id="entity" name="entity">
        ${all.map((each) => html`<option value=${each.code} ?selected=${each.code === said.entity}>${each.code} – ${each.label}</option>`)}
      </select>
    </div>`;
  }

  private choice(mode: Mode): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name="mode" value=${mode} .checked=${this.mode === mode} @change=${() => (this.mode = mode)} />
      <span><strong>${text(`new.${mode}`)}</strong><br /><span class="muted">${text(`new.${mode}.text`)}</span></span>
    </label>`;
  }

  private progress(): TemplateResult {
    const size = this.file?.size ?? 1;
    const known = this.sentBytes !== undefined;
    return html`<div class="progress">
      <label for="sending">${text('new.sending')}</label>
      ${known ? html`<progress id="sending" max=${size} .value=${this.sentBytes!}></progress>` : html`<progress id="sending"></progress>`}
      <span role="status">${known ? percent(Math.floor((10 * this.sentBytes!) / size) / 10, 0) : nothing}</span>
    </div>`;
  }

  private chosen(event: CustomEvent<File>): void {
    this.file = event.detail;
    this.missing = '';
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file;
    if (!file) {
      this.missing = text('new.file.missing');
      this.querySelector<HTMLInputElement>('input[type=file]')?.focus();
      return;
    }
    const parameters = this.parameters(event.target as HTMLFormElement);
    this.stop = new AbortController();
    this.sentBytes = undefined;
    const about = `${parameters} ${file.name} ${file.size} ${file.lastModified}`;
    const outcome = await this.deed.run(about, (key) => this.sent(file, parameters, key));
    if (outcome) {
      rememberFile(outcome.id, file);
      navigate(addressOf(outcome));
    }
  }

  private async sent(file: File, parameters: URLSearchParams, key: string): Promise<Outcome | undefined> {
    try {
      const parcel = { path: '/submissions', parameters, file, kind: kindOf(file.name)! };
      return await sent(parcel, key, (bytes) => (this.sentBytes = bytes), this.stop.signal);
    } catch (e) {
      if (this.stop.signal.aborted) {
        return undefined;
      }
      throw e;
    }
  }

  private parameters(form: HTMLFormElement): URLSearchParams {
    const given = new FormData(form);
    const parameters = new URLSearchParams({
      entity: this.who.entity ?? String(given.get('entity') ?? ''),
      year: String(this.ofYear),
      flow: this.flow,
    });
    for (const name of ['controlTotal', 'source', 'delimiter', 'decimal']) {
      const value = String(given.get(name) ?? '').trim();
      if (value) {
        parameters.set(name, value);
      }
    }
    said = Object.fromEntries(parameters);
    if (given.has('test')) {
      parameters.set('test', 'true');
    }
    if (given.has('supplement')) {
      parameters.set('replaces', 'breakdowns');
    }
    if (this.mode === 'dryRun') {
      parameters.set('dryRun', 'true');
    } else if (this.mode === 'draft') {
      parameters.set('draft', 'true');
      parameters.set('partial', 'true');
    }
    return parameters;
  }
}

/** What a table does not say about itself; mostly it is seen from the file. */
export function dialect(): TemplateResult {
  const options = (names: string[]) => html`<option value="">${text('dialect.auto')}</option>
    ${names.map((name) => html`<option value=${name}>${(text as (key: string) => string)(`dialect.${name}`)}</option>`)}`;
  return html`<div class="fields">
    <div class="field">
      <label for="delimiter">${text('dialect.delimiter')}</label>
      <select id="delimiter" name="delimiter">${options(['comma', 'semicolon', 'tab', 'pipe'])}</select>
    </div>
    <div class="field">
      <label for="decimal">${text('dialect.decimal')}</label>
      <select id="decimal" name="decimal">${html`<option value="">${text('dialect.auto')}</option><option value="point">${text('dialect.point')}</option><option value="comma">${text('dialect.decimalComma')}</option>`}</select>
    </div>
  </div>`;
}

function years(): number[] {
  const last = new Date().getFullYear();
  return Array.from({ length: last - 2010 }, (_, at) => last - at);
}

customElements.define('new-submission', NewSubmission);
