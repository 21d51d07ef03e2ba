import { html, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { reach } from '../api/fetching';
import { Problem } from '../api/problem';
import { sessionTurn } from '../api/session';
import { ifMatch, type Part as PartSent, type Submission } from '../api/submissions';
import { failure } from '../shell/failure';
import { Deed } from './deed';
import { kindOf } from './file-kind';
import { rememberFile } from './own-files';
import { Part } from './part';
import { navigate } from '../shell/navigation';
import { addressOf, sent } from './sending';
import { text } from './texts';
import { trouble } from './trouble';

/** More are mended in the file: nobody corrects hundreds of cells here. */
const MOST = 50;
/** The service's own columns: part, row and findings. */
const OURS = 3;

/** The lines of a part that were refused, in the columns in which they were sent, to be mended cell by cell and sent again. */
export class MendTable extends Part {
  static override properties = { submission: { attribute: false }, sending: { attribute: false } };

  declare submission: Submission;
  declare sending: PartSent;
  private readonly asked = new Asked(this, (of: { href: string }) => rowsOf(of.href));
  private readonly deed = new Deed(this);

  override willUpdate(): void {
    this.asked.about({ href: this.sending.rejectedLinesHref!, ...{ as: sessionTurn() } });
  }

  override render() {
    return this.asked.render<unknown>({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (rows) => this.form(rows),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private form([headings, ...rows]: string[][]): TemplateResult {
    const own = headings.slice(OURS);
    return html`<form @submit=${(event: Event) => this.submitted(event, own, rows.length)}>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="mend-table">
        <thead><tr>
          <th scope="col">${text('findings.what')}</th>
          ${own.map((heading) => html`<th scope="col"><bdi>${heading}</bdi></th>`)}
        </tr></thead>
        <tbody>
          ${rows.slice(0, MOST).map((row, at) => html`<tr>
            <th scope="row"><strong>${text('findings.row', { row: row[1] })}</strong><br /><span lang="en" dir="ltr">${row[2]}</span></th>
            ${own.map((heading, column) => html`<td>
              <input
                name="${at}-${column}"
                aria-label=${`${text('findings.row', { row: row[1] })}, ${heading}`}
                ?data-wrong=${row[2].includes(`(${heading})`)}
                autocomplete="off"
                dir="auto"
                .value=${row[OURS + column] ?? ''}
              />
            </td>`)}
          </tr>`)}
        </tbody>
      </table></div>
      ${rows.length > MOST ? html`<p class="muted">${text('mend.most', { count: MOST })}</p>` : ''}
      ${trouble(this.deed.problem, () => this.changed())}
      <p class="actions"><button class="button primary" ?disabled=${this.deed.busy}>${text('mend.send')}</button></p>
    </form>`;
  }

  private async submitted(event: Event, own: string[], rows: number): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const cells = Array.from({ length: Math.min(rows, MOST) }, (_, at) => own.map((_heading, column) => String(given.get(`${at}-${column}`) ?? '')));
    const { default: papa } = await import('papaparse');
    const file = new File([papa.unparse([own, ...cells])], 'mended.csv', { type: 'text/csv' });
    const submission = this.submission;
    const parameters = new URLSearchParams({ partial: 'true', delimiter: 'comma' });
    const parcel = { path: `/submissions/${submission.id}/lines`, parameters, file, kind: kindOf(file.name)!, headers: ifMatch(submission) };
    const outcome = await this.deed.run(`mend ${submission.version} ${JSON.stringify(cells)}`, (key) => sent(parcel, key, () => {}, new AbortController().signal));
    if (!outcome) {
      return;
    }
    rememberFile(outcome.id, file);
    if (outcome.kind === 'submission') {
      this.changed();
    } else {
      navigate(addressOf(outcome, submission.id));
    }
  }

  private changed(): void {
    this.deed.forget();
    this.dispatchEvent(new CustomEvent('datacube-changed', { bubbles: true }));
  }
}

async function rowsOf(href: string): Promise<string[][]> {
  const [{ default: papa }, answer] = await Promise.all([import('papaparse'), reach(href)]);
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return papa.parse(await answer.text(), { skipEmptyLines: true, delimiter: ',' }).data;
}

customElements.define('mend-table', MendTable);
