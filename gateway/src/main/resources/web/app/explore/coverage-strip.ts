import { html, nothing, type TemplateResult } from 'lit';
import type { Coverage } from '../api/questions';
import { looks } from '../design/looks';
import { count, headline, partOf, usd } from '../language/formats';
import { text } from './texts';

/** How much of what was reported an answer covers: always to be seen beside its figures. */
export function coverageStrip(coverage: Coverage, gaps: string, edition: string): TemplateResult {
  const { amountCovered, amountReported, entityYearsCovered, entityYearsReporting } = coverage;
  const part = Number(amountReported) === 0 ? 0 : Math.max(0, Math.min(1, Number(amountCovered) / Number(amountReported)));
  const isWhole = amountCovered === amountReported && entityYearsCovered === entityYearsReporting;
  return html`<section class="coverage-strip" aria-label=${text('coverage')}>
    <div class="coverage-words">
      <span><strong>${text('coverage.part', { part: partOf(amountCovered, amountReported) })}</strong>
        <span title="${usd(amountCovered, true)} / ${usd(amountReported, true)}">${text('coverage.amounts', { covered: headline(amountCovered), reported: headline(amountReported) })}</span>
        · ${text('coverage.entityYears', { covered: count(entityYearsCovered), reporting: count(entityYearsReporting) })}</span>
      <span class="coverage-links">${isWhole ? nothing : html`<a href=${gaps} data-gaps>${text('coverage.gaps')}</a>`} <span class="muted">${edition}</span></span>
    </div>
    <div class="coverage-bar" aria-hidden="true"><span class=${isWhole ? 'whole' : ''} ${looks({ width: `${(part * 100).toFixed(2)}%` })}></span></div>
  </section>`;
}
