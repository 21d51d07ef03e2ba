import { html, type TemplateResult } from 'lit';
import type { Status } from '../api/submissions';
import { text } from './texts';

export function statusBadge(status: Status): TemplateResult {
  return html`<span class="badge status-${status}">${text(`status.${status}`)}</span>`;
}
