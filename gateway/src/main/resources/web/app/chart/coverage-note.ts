import { html, LitElement, nothing } from 'lit';
import type { Coverage } from '../api/questions';
import { count, headline, partOf } from '../language/formats';
import { Localized } from '../language/localized';
import { chartTexts } from './texts';

/** How much of the system an answer covers, in one line; and the way to what is missing. */
export class CoverageNote extends LitElement {
  static override properties = { coverage: { attribute: false }, gaps: { type: String } };

  declare coverage: Coverage;
  /** The address where the gaps are listed; none where it is left out. */
  declare gaps?: string;

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const { entityYearsCovered: covered, entityYearsReporting: reporting, amountCovered, amountReported } = this.coverage;
    const values = { count: reporting, covered: count(covered), reporting: count(reporting), amount: headline(amountReported) };
    const isWhole = amountCovered === amountReported && covered === reporting;
    return html`<p class="coverage-note">
      <span class="coverage-sign ${isWhole ? 'whole' : 'part'}" aria-hidden="true"></span>
      <span>${isWhole
        ? chartTexts('coverage.whole', values)
        : chartTexts('coverage.part', { ...values, part: partOf(amountCovered, amountReported) })}
      ${this.gaps && !isWhole ? html`<a href=${this.gaps}>${chartTexts('coverage.gaps')}</a>` : nothing}</span>
    </p>`;
  }
}

customElements.define('coverage-note', CoverageNote);
