import { html, type TemplateResult } from 'lit';
import type { Flow } from '../api/submissions';
import { language } from '../language/choice';
import { text } from './texts';

/** The workbooks that are mostly wanted, in the reader's language. */
const USUAL: Record<Flow, string[][]> = {
  expense: [['function,location,sdg'], ['function,location', 'sdg'], ['function,location,instrument,sdg,gem']],
  revenue: [['instrument,contributor'], ['instrument']],
};

export function templateLinks(flow: Flow, year: number): TemplateResult {
  return html`<div class="templates">
    <p><strong>${text('template.title')}</strong> <span class="muted">${text('template.text')}</span></p>
    <ul>
      ${USUAL[flow].map(
        (breakdowns) => html`<li>
          <a class="button" download href=${address(flow, year, breakdowns)}>
            ${breakdowns.map((dimensions) => dimensions.split(',').map(dimensionName).join(' × ')).join(' + ')}
          </a>
        </li>`,
      )}
    </ul>
  </div>`;
}

export function dimensionName(dimension: string): string {
  return (text as (key: string) => string)(`dimension.${dimension}`);
}

function address(flow: Flow, year: number, breakdowns: string[]): string {
  const parameters = new URLSearchParams({ lang: language(), year: String(year) });
  breakdowns.forEach((breakdown) => parameters.append('breakdown', breakdown));
  return `/api/v1/templates/${flow}?${parameters}`;
}
