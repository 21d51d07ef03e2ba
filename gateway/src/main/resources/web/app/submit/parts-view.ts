import { html, nothing, type TemplateResult } from 'lit';
import { mayPrepare, type Caller } from '../api/caller';
import { Asked } from '../api/asked';
import { reach, send } from '../api/fetching';
import { Problem } from '../api/problem';
import { sessionTurn } from '../api/session';
import { ifMatch, type Part as PartSent, type Submission } from '../api/submissions';
import { count, dateTime, usd } from '../language/formats';
import { navigate } from '../shell/navigation';
import { Deed } from './deed';
import { save } from './download';
import './file-drop';
import './mend-table';
import { kindOf } from './file-kind';
import { dialect } from './new-submission';
import { rememberFile } from './own-files';
import { Part } from './part';
import { addressOf, sent } from './sending';
import { text } from './texts';
import { trouble } from './trouble';

/** What a draft was made of, the lines that were refused as a file to mend, and where more lines are added. */
export class PartsView extends Part {
  static override properties = { submission: { attribute: false }, who: { attribute: false }, file: { state: true }, said: { state: true } };

  declare submission: Submission;
  declare who?: Caller;
  declare file?: File;
  declare said: string;
  private readonly asked = new Asked(this, async (of: { id: string }) => (await send<{ parts: PartSent[] }>(`/submissions/${of.id}/parts`)).body.parts);
  private readonly deed = new Deed(this);

  constructor() {
    super();
    this.said = '';
  }

  override willUpdate(): void {
    this.asked.about({ id: this.submission.id, ...{ version: this.submission.version, as: sessionTurn() } });
  }

  override render() {
    const parts = this.asked.value ?? [];
    const refused = parts.filter((part) => part.refused.lines > 0);
    return html`
      <section class="parts">
        ${refused.length ? this.mending(refused, Math.max(...parts.map((part) => part.part))) : nothing}
        <p role="status" class=${this.said ? 'done' : 'visually-hidden'}>${this.said}</p>
        ${!this.who || mayPrepare(this.who, this.submission.entity) ? this.adding() : nothing}
        ${trouble(this.deed.problem, () => this.dispatchEvent(new CustomEvent('datacube-changed', { bubbles: true })))}
      </section>
    `;
  }

  /** What was refused last is open; what was refused before may have been mended since. */
  private mending(parts: PartSent[], last: number): TemplateResult {
    const isOpen = parts.some((part) => part.part === last);
    return html`<div class="mend" ?data-past=${!isOpen}>
      <h2>${isOpen ? text('mend.title') : text('mend.earlier')}</h2>
      <p>${isOpen ? text('mend.text') : text('mend.earlier.text')}</p>
      ${parts.map(
        (part) => html`<details ?open=${part.part === last}>
          <summary>
            ${text('mend.part', { count: part.refused.lines })} (${usd(part.refused.total)}${part.refused.withoutAmount ? html`, ${text('mend.withoutAmount', { count: part.refused.withoutAmount })}` : nothing})
            <span class="muted">${dateTime(part.receivedAt)} · ${text('mend.kept', { kept: count(part.kept.lines) })}</span>
          </summary>
          <mend-table .submission=${this.submission} .sending=${part}></mend-table>
          <button type="button" class="button small" @click=${() => this.download(part)}>${text('mend.download')}</button>
        </details>`,
      )}
    </div>`;
  }

  private adding(): TemplateResult {
    const kind = this.file && kindOf(this.file.name);
    return html`<details class="adding" ?open=${this.file !== undefined}>
      <summary>${text('add.title')}</summary>
      <form @submit=${this.submitted}>
        <file-drop .file=${this.file} @datacube-file=${(event: CustomEvent<File>) => (this.file = event.detail)}></file-drop>
        ${kind?.isTable ? dialect() : nothing}
        <label class="check"><input type="checkbox" name="partial" checked /><span>${text('add.partial')}</span></label>
        <p class="actions"><button class="button primary" ?disabled=${this.deed.busy || !this.file}>${this.deed.busy ? text('new.sending') : text('add.send')}</button></p>
      </form>
    </details>`;
  }

  private async download(part: PartSent): Promise<void> {
    await this.deed.run(`download ${part.part}`, async () => {
      const answer = await reach(part.rejectedLinesHref!);
      if (!answer.ok) {
        throw await Problem.of(answer);
      }
      save(await answer.blob(), `rejected-lines-${part.part}.csv`);
    });
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const file = this.file!;
    const submission = this.submission;
    const parameters = new URLSearchParams();
    for (const name of ['delimiter', 'decimal']) {
      if (given.get(name)) parameters.set(name, String(given.get(name)));
    }
    if (given.has('partial')) parameters.set('partial', 'true');
    const parcel = { path: `/submissions/${submission.id}/lines`, parameters, file, kind: kindOf(file.name)!, headers: ifMatch(submission) };
    const about = `add ${submission.version} ${file.name} ${file.size} ${file.lastModified} ${parameters}`;
    const outcome = await this.deed.run(about, (key) => sent(parcel, key, () => {}, new AbortController().signal));
    if (!outcome) {
      return;
    }
    rememberFile(outcome.id, file);
    this.file = undefined;
    if (outcome.kind === 'submission') {
      this.said = text('add.done');
      this.dispatchEvent(new CustomEvent('datacube-changed', { bubbles: true }));
    } else {
      navigate(addressOf(outcome, submission.id));
    }
  }
}

customElements.define('parts-view', PartsView);
