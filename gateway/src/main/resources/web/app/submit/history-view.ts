import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { sessionTurn } from '../api/session';
import type { Step, Submission } from '../api/submissions';
import { dateTime } from '../language/formats';
import { failure } from '../shell/failure';
import { Part } from './part';
import { named, text } from './texts';

/** What was done to a submission, when, by whom and with which words: its steps of the audit trail. */
export class HistoryView extends Part {
  static override properties = { submission: { attribute: false } };

  declare submission: Submission;
  private readonly asked = new Asked(this, async (of: { id: string }) => (await send<{ steps: Step[] }>(`/submissions/${of.id}/history`)).body.steps);

  override willUpdate(): void {
    this.asked.about({ id: this.submission.id, ...{ version: this.submission.version, status: this.submission.status, as: sessionTurn() } });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (steps) => html`<p class="muted">${text('history.text')}</p><ol class="history">${[...steps].reverse().map(step)}</ol>`,
      failed: (problem, again) => failure(problem, again),
    });
  }
}

function step(done: Step): TemplateResult {
  const { comment, text: words, ...details } = done.details ?? {};
  const said = comment ?? words;
  return html`<li>
    <p><strong>${named('action', done.action)}</strong> <span class="muted">${dateTime(done.at)} · <code dir="ltr">${done.actor}</code></span></p>
    ${said ? html`<blockquote dir="auto">${said}</blockquote>` : nothing}
    ${Object.keys(details).length
      ? html`<p class="muted history-details">${Object.entries(details).map(([name, value]) => html`<span><bdi>${name}</bdi>: <bdi>${typeof value === 'object' ? JSON.stringify(value) : String(value)}</bdi></span> `)}</p>`
      : nothing}
  </li>`;
}

customElements.define('history-view', HistoryView);
