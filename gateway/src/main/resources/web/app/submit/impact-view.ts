import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { sessionTurn } from '../api/session';
import type { Change, Impact, Submission } from '../api/submissions';
import { language } from '../language/choice';
import { growth, usd } from '../language/formats';
import { failure } from '../shell/failure';
import { labelOfCode } from './codes';
import { Part } from './part';
import { dimensionName } from './template-links';
import { text } from './texts';

type Labels = Map<string, string>;

/** Which published figures would change, and by how much, if the submission were published now. */
export class ImpactView extends Part {
  static override properties = { submission: { attribute: false } };

  declare submission: Submission;
  private readonly asked = new Asked(this, (of: { id: string }) => impactOf(of.id));

  override willUpdate(): void {
    this.asked.about({ id: this.submission.id, ...{ version: this.submission.version, as: sessionTurn(), lang: language() } });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: ({ impact, labels }) => this.shown(impact, labels),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private shown(impact: Impact, labels: Labels): TemplateResult {
    return html`
      <p class="muted">${text('impact.text')}</p>
      <div class="impact-total">
        <div><span>${text('impact.before')}</span><strong>${impact.total.before === null ? text('impact.nothing') : usd(impact.total.before)}</strong></div>
        <div><span>${text('impact.after')}</span><strong>${impact.total.after === null ? text('impact.nothing') : usd(impact.total.after)}</strong></div>
        <div><span>${text('impact.change')}</span><strong>${signed(impact.total)}</strong></div>
      </div>
      <h3>${text('impact.breakdowns')}</h3>
      <ul class="fates">
        ${impact.breakdowns.map((each) => html`<li><span class="badge fate-${each.fate}">${text(`fate.${each.fate}`)}</span> ${set(each.dimensions)}</li>`)}
      </ul>
      ${sets('impact.gained', impact.coverage.gained)} ${sets('impact.lost', impact.coverage.lost)}
      ${impact.byDimension
        .filter((each) => each.dimension !== 'entity' && each.moves.length > 0)
        .map(
          (each) => html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="moves">
            <caption><strong>${dimensionName(each.dimension)}</strong> ${text('impact.members', { count: each.members })}</caption>
            <thead><tr>
              <th scope="col">${dimensionName(each.dimension)}</th>
              <th scope="col" class="number">${text('impact.before')}</th>
              <th scope="col" class="number">${text('impact.after')}</th>
              <th scope="col" class="number">${text('impact.change')}</th>
            </tr></thead>
            <tbody>
              ${each.moves.map(
                (move) => html`<tr>
                  <th scope="row"><code dir="ltr">${move.code}</code> ${labels.get(`${each.dimension} ${move.code}`)}</th>
                  <td class="number">${usd(move.before)}</td>
                  <td class="number">${usd(move.after)}</td>
                  <td class="number">${signed(move)}</td>
                </tr>`,
              )}
            </tbody>
          </table></div>`,
        )}
    `;
  }
}

async function impactOf(id: string): Promise<{ impact: Impact; labels: Labels }> {
  const impact = (await send<Impact>(`/submissions/${id}/impact?top=10`)).body;
  const labels: Labels = new Map();
  await Promise.all(
    impact.byDimension
      .filter((each) => each.dimension !== 'entity')
      .flatMap((each) => each.moves.map(async (move) => labels.set(`${each.dimension} ${move.code}`, await labelOfCode(each.dimension, move.code)))),
  );
  return { impact, labels };
}

/** "+USD 20.00 (+0.4%)" */
function signed(change: Change): TemplateResult {
  const sign = change.change.startsWith('-') ? '−' : /^0*\.?0*$/.test(change.change) ? '' : '+';
  const before = Number(change.before ?? 0);
  return html`<bdi>${sign}${usd(change.change.replace('-', ''))}</bdi>${before !== 0 ? html` <span class="muted">(${growth(Number(change.change) / Math.abs(before))})</span>` : nothing}`;
}

function set(dimensions: string[]): string {
  return dimensions.length ? dimensions.map(dimensionName).join(' × ') : text('breakdown.total');
}

function sets(key: 'impact.gained' | 'impact.lost', of: string[][]): TemplateResult | typeof nothing {
  const asked = of.filter((dimensions) => dimensions.length > 0);
  return asked.length
    ? html`<details><summary>${text(key, { count: asked.length })}</summary><ul>${asked.map((dimensions) => html`<li>${set(dimensions)}</li>`)}</ul></details>`
    : nothing;
}

customElements.define('impact-view', ImpactView);
