import { html, nothing, type TemplateResult } from 'lit';
import { send } from '../api/fetching';
import { Problem } from '../api/problem';
import { key, sessionTurn } from '../api/session';
import type { Job, Report, Submission } from '../api/submissions';
import { count, percent } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { asProblem, Deed } from './deed';
import { sizeOf } from './file-drop';
import { fileOf, rememberFile } from './own-files';
import { Part } from './part';
import { addressOf, outcomeOf, reportIn, type Outcome } from './sending';
import { named, text } from './texts';
import { trouble } from './trouble';

const BETWEEN_LOOKS = 700;

/** How far the reading of a large file is, until it leads to what came of it. */
export class JobView extends Part {
  static override properties = {
    job: { attribute: false },
    submission: { attribute: false },
    state: { state: true },
    problem: { state: true },
  };

  declare job: string;
  /** The draft that lines are added to. */
  declare submission: string | null;
  declare state?: Job;
  declare problem?: Problem;
  private readonly cancelling = new Deed(this);
  private timer?: ReturnType<typeof setTimeout>;
  private watched?: string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(): void {
    const watched = `${this.job} ${sessionTurn()}`;
    if (key() && watched !== this.watched) {
      this.watched = watched;
      clearTimeout(this.timer);
      void this.look();
    }
  }

  override render() {
    const job = this.state;
    return html`
      <h1>${text('job.title')}</h1>
      ${this.problem ? failure(this.problem, () => void this.look()) : nothing}
      ${job ? this.figures(job) : html`<p class="waiting" role="status">${text('waiting')}</p>`}
    `;
  }

  private figures(job: Job): TemplateResult {
    const isOpen = job.state === 'queued' || job.state === 'running';
    const part = job.bytes > 0 ? job.bytesRead / job.bytes : 0;
    return html`
      <div class="card job">
        <p class="job-state" role="status">${named('job', job.state)} ${isOpen ? percent(Math.floor(part * 10) / 10, 0) : nothing}</p>
        ${isOpen
          ? html`<progress aria-label=${text('job.title')} max="1" .value=${part}></progress>`
          : nothing}
        <dl class="facts">
          <div><dt>${text('job.rows')}</dt><dd>${count(job.rowsRead)}</dd></div>
          <div><dt>${text('job.bytes')}</dt><dd>${sizeOf(job.bytesRead)} / ${sizeOf(job.bytes)}</dd></div>
          ${job.rowsPerSecond ? html`<div><dt>${text('job.speed')}</dt><dd>${count(job.rowsPerSecond)}</dd></div>` : nothing}
          ${isOpen && job.secondsLeft !== undefined ? html`<div><dt>${text('job.left')}</dt><dd>${text('seconds', { count: job.secondsLeft })}</dd></div>` : nothing}
          <div><dt>${text('severity.reject')}</dt><dd>${count(job.findings.reject)}</dd></div>
          <div><dt>${text('severity.warn')}</dt><dd>${count(job.findings.warn)}</dd></div>
        </dl>
        ${trouble(this.cancelling.problem)}
        <p class="actions">
          ${isOpen
            ? html`<button type="button" class="button" ?disabled=${this.cancelling.busy} @click=${this.cancel}>${text('job.cancel')}</button>
                <span class="muted">${text('job.leave')}</span>`
            : html`<a class="button" href="/submit/new">${text('job.again')}</a>`}
        </p>
      </div>
    `;
  }

  private async look(): Promise<void> {
    try {
      this.state = (await send<Job>(`/jobs/${this.job}`)).body;
      this.problem = undefined;
      if (this.state.state === 'succeeded' || this.state.state === 'failed') {
        await this.goOn();
        return;
      }
      if (this.state.state === 'cancelled' || this.state.state === 'interrupted') {
        return;
      }
    } catch (e) {
      this.problem = asProblem(e);
      if (!this.problem.isOffline && this.problem.status < 500) {
        return;
      }
    }
    if (this.isConnected) {
      this.timer = setTimeout(() => void this.look(), BETWEEN_LOOKS);
    }
  }

  private async goOn(): Promise<void> {
    const outcome = await this.outcome();
    const file = fileOf(this.job);
    if (file) {
      rememberFile(outcome.id, file);
    }
    if (this.isConnected) {
      navigate(addressOf(outcome, this.submission ?? undefined), { replace: true });
    }
  }

  private async outcome(): Promise<Outcome> {
    try {
      const { status, body } = await send<Submission | Report>(`/jobs/${this.job}/result`);
      return outcomeOf(status, body);
    } catch (e) {
      return reportIn(e);
    }
  }

  private async cancel(): Promise<void> {
    const job = await this.cancelling.run('cancel', async () => (await send<Job>(`/jobs/${this.job}`, { method: 'DELETE' })).body);
    if (job) {
      clearTimeout(this.timer);
      this.state = job;
    }
  }
}

customElements.define('job-view', JobView);
