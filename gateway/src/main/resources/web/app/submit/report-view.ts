import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { sessionTurn } from '../api/session';
import type { Report } from '../api/submissions';
import { language } from '../language/choice';
import { date } from '../language/formats';
import { failure } from '../shell/failure';
import './findings-table';
import { fileOf } from './own-files';
import { Part } from './part';
import { text, titleOf } from './texts';

/** What was found in something that was not stored: only tried, or refused. */
export class ReportView extends Part {
  static override properties = { report: { attribute: false }, submission: { attribute: false } };

  declare report: string;
  /** The draft that it was meant for. */
  declare submission: string | null;
  private readonly asked = new Asked(this, async (of: { report: string }) => (await send<Report>(`/validation-reports/${of.report}?limit=1`)).body);

  override willUpdate(): void {
    this.asked.about({ report: this.report, ...{ lang: language(), as: sessionTurn() } });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<h1>${text('report.title')}</h1><p class="waiting" role="status">${text('waiting')}</p>`,
      here: (report) => this.found(report),
      failed: (problem, again) => html`<h1>${text('report.title')}</h1>${failure(problem, again)}`,
    });
  }

  private found(report: Report): TemplateResult {
    const what = report.entity && report.flow && report.year ? titleOf({ entity: report.entity, flow: report.flow, year: report.year }) : report.entity;
    const file = fileOf(this.report);
    return html`
      <p class="over">${what || nothing} ${file ? html`· <bdi>${file.name}</bdi>` : nothing}</p>
      <h1>${report.acceptable ? text('report.good') : report.dryRun ? text('report.bad') : text('report.refused')}</h1>
      <p class="lead">
        ${report.acceptable ? text('report.good.text') : text('report.refused.text', { date: date(report.keptUntil) })}
      </p>
      <p class="actions">
        ${this.submission
          ? html`<a class="button primary" href="/submit/submissions/${this.submission}">${text('report.back')}</a>`
          : html`<a class="button primary" href="/submit/new">${report.acceptable ? text('report.send') : text('report.again')}</a>`}
      </p>
      <findings-table .source=${`/validation-reports/${this.report}`} .fileOf=${this.report}></findings-table>
    `;
  }
}

customElements.define('report-view', ReportView);
