import { html, nothing, type TemplateResult } from 'lit';
import { isSecretariat, type Caller } from '../api/caller';
import { Asked } from '../api/asked';
import { get } from '../api/fetching';
import { sessionTurn } from '../api/session';
import { submissions, type Flow, type Status, type Submission } from '../api/submissions';
import { language } from '../language/choice';
import { byName, count, date, year } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { entities } from './codes';
import { Part } from './part';
import { statusBadge } from './status-badge';
import { text } from './texts';
import type { Window } from './windows';

const FLOWS: Flow[] = ['expense', 'revenue'];
/** Of several submissions of an entity the one that is furthest tells how it stands. */
const FURTHEST: Status[] = ['published', 'certified', 'validated', 'returned', 'draft'];

interface Row {
  entity: string;
  label: string;
  deadline?: string;
  submissions: Partial<Record<Flow, Submission>>;
}

/** Who has reported what of a year, how far it is, and by when it is due. */
export class CompletenessView extends Part {
  static override properties = { who: { attribute: false }, year: { attribute: false }, only: { state: true } };

  declare who: Caller;
  declare year: string | null;
  declare only: '' | 'missing' | 'open';
  private readonly asked = new Asked(this, (of: { year: number; entity: string | null }) => standing(of.year, of.entity));

  constructor() {
    super();
    this.only = '';
  }

  private get ofYear(): number {
    return Number(this.year ?? new Date().getFullYear() - 1);
  }

  override willUpdate(): void {
    this.asked.about({ year: this.ofYear, entity: this.who.entity, ...{ lang: language(), as: sessionTurn() } });
  }

  override render() {
    const last = new Date().getFullYear();
    return html`
      <h1>${text('completeness.title', { year: year(this.ofYear) })}</h1>
      <p class="lead">${isSecretariat(this.who) ? text('completeness.text') : text('completeness.text.entity')}</p>
      <div class="filters">
        <div class="field">
          <label for="of-year">${text('year')}</label>
          <select id="of-year" @change=${(event: Event) => navigate(`/submit/completeness?year=${(event.target as HTMLSelectElement).value}`)}>
            ${Array.from({ length: last - 2010 }, (_, at) => last - at).map((each) => html`<option value=${each} ?selected=${each === this.ofYear}>${year(each)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="only">${text('completeness.show')}</label>
          <select id="only" @change=${(event: Event) => (this.only = (event.target as HTMLSelectElement).value as '')}>
            <option value="">${text('all')}</option>
            <option value="missing">${text('completeness.missing')}</option>
            <option value="open">${text('completeness.open')}</option>
          </select>
        </div>
      </div>
      ${this.asked.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: (rows) => this.shown(rows),
        failed: (problem, again) => failure(problem, again),
      })}
    `;
  }

  private shown(rows: Row[]): TemplateResult {
    const wanted = rows.filter(
      (row) =>
        !this.only ||
        FLOWS.some((flow) => (this.only === 'missing' ? !row.submissions[flow] : row.submissions[flow] && row.submissions[flow].status !== 'published')),
    );
    return html`
      ${rows.length > 1
        ? html`<div class="tallies">
            ${FLOWS.map((flow) => {
              const published = rows.filter((row) => row.submissions[flow]?.status === 'published').length;
              const begun = rows.filter((row) => row.submissions[flow]).length;
              return html`<div class="card tally">
                <h2>${text(`flow.${flow}`)}</h2>
                <p>${text('completeness.published', { published: count(published), all: count(rows.length) })}</p>
                <meter aria-label=${text('completeness.published', { published: count(published), all: count(rows.length) })} min="0" max=${rows.length} .value=${published}></meter>
                <p class="muted">${text('completeness.begun', { count: begun - published })}</p>
              </div>`;
            })}
          </div>`
        : nothing}
      <p class="visually-hidden" role="status">${text('completeness.rows', { count: wanted.length })}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="completeness">
        <thead><tr>
          <th scope="col">${text('entity')}</th>
          ${FLOWS.map((flow) => html`<th scope="col">${text(`flow.${flow}`)}</th>`)}
          <th scope="col">${text('deadline')}</th>
        </tr></thead>
        <tbody>
          ${wanted.map(
            (row) => html`<tr>
              <th scope="row"><strong>${row.entity}</strong> <span class="muted">${row.label}</span></th>
              ${FLOWS.map((flow) => html`<td>${cell(row.submissions[flow])}</td>`)}
              <td class=${isLate(row) ? 'late' : ''}>${row.deadline ? date(row.deadline) : '–'} ${isLate(row) ? html`<span class="badge badge-reject">${text('completeness.late')}</span>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table></div>
    `;
  }
}

function cell(submission: Submission | undefined): TemplateResult {
  return submission
    ? html`<a class="quiet" href="/submit/submissions/${submission.id}">${statusBadge(submission.status)}</a>`
    : html`<span class="badge status-missing">${text('completeness.none')}</span>`;
}

function isLate(row: Row): boolean {
  return row.deadline !== undefined && Date.parse(row.deadline) < Date.now() && FLOWS.some((flow) => !row.submissions[flow] || ['draft', 'returned', 'validated'].includes(row.submissions[flow].status));
}

async function standing(ofYear: number, entity: string | null): Promise<Row[]> {
  const [codes, reported, { windows }] = await Promise.all([
    entities(ofYear),
    submissions({ year: String(ofYear), ...(entity ? { entity } : {}) }, 20_000),
    get<{ windows: Window[] }>('/reporting-windows', false),
  ]);
  const window = windows.find((each) => each.year === ofYear);
  const counted = reported.filter((submission) => !submission.test && FURTHEST.includes(submission.status));
  const names = new Map(codes.map((code) => [code.code, code.label]));
  const reporting = codes.filter((code) => code.level === 'entity').map((code) => code.code);
  const all = entity ? [entity] : [...new Set([...reporting, ...counted.map((submission) => submission.entity)])];
  return all.sort(byName).map((code) => ({
    entity: code,
    label: names.get(code) ?? '',
    deadline: deadlineOf(window, code),
    submissions: Object.fromEntries(FLOWS.map((flow) => [flow, furthest(counted.filter((each) => each.entity === code && each.flow === flow))])),
  }));
}

function deadlineOf(window: Window | undefined, entity: string): string | undefined {
  const extension = window?.extensions.find((each) => each.entity === entity)?.deadline;
  return extension && Date.parse(extension) > Date.parse(window!.deadline) ? extension : window?.deadline;
}

function furthest(of: Submission[]): Submission | undefined {
  return of.sort((one, other) => FURTHEST.indexOf(one.status) - FURTHEST.indexOf(other.status))[0];
}

customElements.define('completeness-view', CompletenessView);
