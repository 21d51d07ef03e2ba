import { html, nothing, type TemplateResult } from 'lit';
import { mayPrepare, type Caller } from '../api/caller';
import { Asked } from '../api/asked';
import { exploreAddress } from '../api/addresses';
import { send } from '../api/fetching';
import { Problem } from '../api/problem';
import { sessionTurn } from '../api/session';
import { OPEN, type Breakdown, type Status, type Submission } from '../api/submissions';
import { count, dateTime, usd } from '../language/formats';
import { failure } from '../shell/failure';
import './facts-form';
import './findings-table';
import './history-view';
import './impact-view';
import './lines-table';
import './next-steps';
import './parts-view';
import { Part } from './part';
import { statusBadge } from './status-badge';
import { dimensionName } from './template-links';
import { text, titleOf } from './texts';

const VIEWS = ['findings', 'lines', 'impact', 'history'] as const;
type View = (typeof VIEWS)[number];

const WAY: Status[] = ['draft', 'validated', 'certified', 'published'];

/** A submission: where it stands, what is next and whose turn it is, what was found, its lines, what it changes, what was done. */
export class SubmissionView extends Part {
  static override properties = { submission: { attribute: false }, who: { attribute: false }, view: { attribute: false }, current: { state: true }, changing: { state: true } };

  declare submission: string;
  /** Nobody, where it is published and looked at without a key. */
  declare who?: Caller;
  declare view: string;
  /** As it was answered to the last change. */
  declare current?: Submission;
  /** Whether what it says about itself is being changed. */
  declare changing: boolean;
  private told = false;
  private readonly asked = new Asked(this, (of: { id: string }) => read(of.id));

  constructor() {
    super();
    this.changing = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('submission')) {
      this.current = undefined;
      this.told = false;
    }
    this.asked.about({ id: this.submission, ...{ as: sessionTurn() } });
  }

  /** Tells once that there is something to be read, so that the focus finds its heading. */
  protected override updated(): void {
    if (!this.told && this.given) {
      this.told = true;
      this.dispatchEvent(new CustomEvent('datacube-shown', { bubbles: true }));
    }
  }

  override render() {
    if (this.current) {
      return this.shown(this.current);
    }
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (submission) => this.shown(submission),
      failed: (problem, again) => html`<h1>${text('submission')}</h1>${problem.status === 404 ? missing(problem, !this.who) : failure(problem, again)}`,
    });
  }

  private get actsFor(): boolean {
    return this.who !== undefined && (this.who.entity === null || this.who.entity === this.given?.entity);
  }

  private get given(): Submission | undefined {
    return this.current ?? this.asked.value;
  }

  private shown(submission: Submission): TemplateResult {
    const views = VIEWS.filter((view) => view === 'findings' || view === 'lines' || (this.actsFor && (view === 'history' || isAhead(submission))));
    const view: View = views.find((each) => each === this.view) ?? 'findings';
    return html`
      <div @datacube-changed=${this.changed}>
        <p class="over">${text('submission')} ${submission.test ? html`<span class="badge">${text('test')}</span>` : nothing}</p>
        <h1>${titleOf(submission)}</h1>
        ${this.way(submission)}
        ${this.who && this.actsFor ? html`<next-steps .submission=${submission} .who=${this.who}></next-steps>` : nothing}
        ${this.facts(submission)}
        ${this.actsFor && OPEN.includes(submission.status) ? html`<parts-view .submission=${submission} .who=${this.who}></parts-view>` : nothing}
        <nav class="views" aria-label=${text('views')}>
          ${views.map((each) => html`<a href="/submit/submissions/${submission.id}?view=${each}" aria-current=${each === view ? 'page' : 'false'}>${text(`view.${each}`)}${each === 'findings' ? this.found(submission) : nothing}</a>`)}
        </nav>
        ${this.viewed(view, submission)}
      </div>
    `;
  }

  private found(submission: Submission): TemplateResult | typeof nothing {
    const all = submission.findings.warn + submission.findings.note;
    return all ? html` <span class="count">${count(all)}</span>` : nothing;
  }

  private viewed(view: View, submission: Submission): TemplateResult {
    const who = this.who;
    const maySay = who !== undefined && this.actsFor && ['draft', 'returned', 'validated'].includes(submission.status);
    switch (view) {
      case 'lines':
        return html`<lines-table .submission=${submission} .editable=${who !== undefined && OPEN.includes(submission.status) && mayPrepare(who, submission.entity)}></lines-table>`;
      case 'impact':
        return html`<impact-view .submission=${submission}></impact-view>`;
      case 'history':
        return html`<history-view .submission=${submission}></history-view>`;
      default:
        return html`<findings-table .source=${`/submissions/${submission.id}`} .fileOf=${submission.id} .submission=${submission} .explains=${maySay}></findings-table>`;
    }
  }

  /** Draft, validated, certified, published; and what else became of it. */
  private way(submission: Submission): TemplateResult {
    const at = submission.status === 'returned' ? 0 : submission.status === 'superseded' ? WAY.length - 1 : WAY.indexOf(submission.status);
    return html`<div class="way-of-submission">
      <ol>
        ${WAY.map((status, step) => html`<li data-state=${step < at ? 'past' : step === at ? 'now' : 'ahead'} aria-current=${step === at ? 'step' : 'false'}>${text(`status.${status}`)}</li>`)}
      </ol>
      ${WAY.includes(submission.status) ? nothing : statusBadge(submission.status)}
    </div>`;
  }

  private facts(submission: Submission): TemplateResult {
    return html`<section class="card">
      <h2 class="visually-hidden">${text('facts')}</h2>
      ${this.changing
        ? html`<facts-form .submission=${submission} @datacube-put-away=${() => (this.changing = false)}></facts-form>`
        : this.said(submission)}
      ${submission.breakdowns.length
        ? html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="breakdowns">
            <thead><tr>
              <th scope="col">${text('breakdown')}</th>
              <th scope="col" class="number">${text('lines')}</th>
              <th scope="col" class="number">${text('total')}</th>
              <th scope="col">${text('ties')}</th>
            </tr></thead>
            <tbody>${submission.breakdowns.map((breakdown) => this.breakdown(submission, breakdown))}</tbody>
          </table></div>`
        : html`<p class="muted">${text('breakdown.none')}</p>`}
      ${submission.status === 'published'
        ? html`<p><a href=${exploreAddress(submission.flow, { cut: [`entity:${submission.entity}`, `year:${submission.year}`] })}>${text('explore')}</a></p>`
        : nothing}
    </section>`;
  }

  private said(submission: Submission): TemplateResult {
    const mayChange = this.who !== undefined && OPEN.includes(submission.status) && mayPrepare(this.who, submission.entity);
    return html`
      <dl class="facts">
        <div><dt>${text('controlTotal')}</dt><dd>${usd(submission.controlTotal, hasMoreDigits(submission.controlTotal))}</dd></div>
        ${submission.source ? html`<div><dt>${text('source')}</dt><dd dir="auto">${submission.source}</dd></div>` : nothing}
        <div><dt>${text('prepared')}</dt><dd>${this.person(submission.preparedBy)} · ${dateTime(submission.createdAt)}</dd></div>
        ${submission.certifiedBy ? html`<div><dt>${text('certified')}</dt><dd>${this.person(submission.certifiedBy)} · ${dateTime(submission.certifiedAt)}</dd></div>` : nothing}
        ${submission.replaces === 'breakdowns' ? html`<div><dt>${text('replaces')}</dt><dd>${text('replaces.breakdowns')}</dd></div>` : nothing}
        ${submission.contentHash ? html`<div class="wide-fact"><dt>${text('contentHash')}</dt><dd><code dir="ltr">${submission.contentHash}</code></dd></div>` : nothing}
      </dl>
      ${mayChange ? html`<p class="actions"><button type="button" class="button small" @click=${() => (this.changing = true)}>${text('facts.change')}</button></p>` : nothing}
    `;
  }

  private breakdown(submission: Submission, breakdown: Breakdown): TemplateResult {
    const ties = submission.controlTotal === null ? undefined : isSame(submission.controlTotal, breakdown.total);
    return html`<tr>
      <th scope="row">${breakdown.dimensions.map(dimensionName).join(' × ') || text('breakdown.total')}</th>
      <td class="number">${count(breakdown.lines)}</td>
      <td class="number">${usd(breakdown.total)}</td>
      <td>${ties === undefined ? '–' : ties ? html`<span class="badge status-published">${text('ties.yes')}</span>` : html`<span class="badge badge-warn">${text('ties.no')}</span>`}</td>
    </tr>`;
  }

  private person(holder: string): TemplateResult {
    return this.who?.holder === holder ? html`${text('you')}` : html`<code dir="ltr">${holder}</code>`;
  }

  /** Takes over what a change answered, or reads anew where somebody else changed it; forms that are open stay so. */
  private async changed(event: CustomEvent<Submission | undefined>): Promise<void> {
    const id = this.submission;
    const now = event.detail ?? (await read(id).catch(() => undefined));
    if (now && id === this.submission) {
      this.current = now;
    } else {
      this.current = undefined;
      this.asked.again();
    }
  }
}

async function read(id: string): Promise<Submission> {
  return (await send<Submission>(`/submissions/${id}`)).body;
}

function isAhead(submission: Submission): boolean {
  return ['draft', 'returned', 'validated', 'certified'].includes(submission.status);
}

/** Cents are always said, and whatever is finer. */
function hasMoreDigits(amount: string | null): boolean {
  return amount !== null && /\.\d{2}\d*[1-9]/.test(amount);
}

/** Digit by digit, whatever zeros stand at the end. */
function isSame(one: string, other: string): boolean {
  const bare = (amount: string) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
  return bare(one) === bare(other);
}

function missing(problem: Problem, isVisitor: boolean): TemplateResult {
  return html`<div class="failure" role="alert">
    <p class="failure-title">${text('missing.title')}</p>
    <p>${isVisitor ? text('missing.visitor') : text('missing.text')}</p>
    ${problem.requestId ? html`<p class="failure-request"><code>${problem.requestId}</code></p>` : nothing}
    ${isVisitor ? nothing : html`<p><a class="button" href="/submit">${text('place.home')}</a></p>`}
  </div>`;
}

customElements.define('submission-view', SubmissionView);
