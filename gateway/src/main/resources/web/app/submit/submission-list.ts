import { html, nothing, type TemplateResult } from 'lit';
import type { Submission } from '../api/submissions';
import { count, date, usd } from '../language/formats';
import { statusBadge } from './status-badge';
import { text, titleOf } from './texts';

/** A table of submissions, each a link to its page. */
export function submissionList(title: string, submissions: Submission[], empty?: string): TemplateResult {
  return html`
    <section class="submissions">
      <h2>${title} <span class="count">${count(submissions.length)}</span></h2>
      ${submissions.length === 0
        ? html`<p class="muted">${empty ?? text('list.empty')}</p>`
        : html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="stacked" role="table">
            <thead role="rowgroup"><tr role="row">
              <th scope="col" role="columnheader">${text('submission')}</th>
              <th scope="col" role="columnheader">${text('state')}</th>
              <th scope="col" role="columnheader" class="number">${text('total')}</th>
              <th scope="col" role="columnheader" class="number">${text('severity.warn')}</th>
              <th scope="col" role="columnheader">${text('created')}</th>
            </tr></thead>
            <tbody role="rowgroup">${submissions.map(row)}</tbody>
          </table></div>`}
    </section>
  `;
}

function row(submission: Submission): TemplateResult {
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      <a href="/submit/submissions/${submission.id}"><strong>${titleOf(submission)}</strong></a>
      ${submission.test ? html`<span class="badge">${text('test')}</span>` : nothing}
    </th>
    <td role="cell">${statusBadge(submission.status)}</td>
    <td role="cell" class="number" data-label=${text('total')}>${usd(submission.controlTotal ?? submission.breakdowns[0]?.total)}</td>
    <td role="cell" class="number" data-label=${text('severity.warn')}>${count(submission.findings.warn)}</td>
    <td role="cell" data-label=${text('created')}>${date(submission.createdAt)}</td>
  </tr>`;
}
