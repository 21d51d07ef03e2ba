import { html, nothing, type TemplateResult } from 'lit';
import { exploreSame } from '../api/addresses';
import { Asked } from '../api/asked';
import { reach } from '../api/fetching';
import { Problem } from '../api/problem';
import type { Answer } from '../api/questions';
import { count, dateTime, usd } from '../language/formats';
import { failure } from '../shell/failure';
import { Page, type PageModule } from '../shell/page';
import { citation, type Citation } from './citation';
import { citationView } from './citation-view';
import { citeTexts } from './texts';

export const page: PageModule['page'] = { element: 'cite-page', texts: [citeTexts] };

/** The cited bytes, as they are given today. */
interface Given {
  answer: Answer;
  /** SHA-256 in hexadecimal; none where the browser cannot figure one, which it does on safe connections alone. */
  hash?: string;
}

/** What a citation stands for, found again by its permanent link. */
class CitePage extends Page {
  private readonly cited = new Asked(this, (id: string) => citation(id));
  private readonly given = new Asked(this, (address: string) => dataOf(address));

  override willUpdate(): void {
    this.cited.about(this.address.parameters.id);
    const address = this.cited.value?.links['data.json'];
    if (address) {
      this.given.about(address);
    }
  }

  override render() {
    return this.cited.render({
      waiting: () => this.framed(citeTexts('title'), html`<p class="waiting" role="status">${citeTexts('waiting')}</p>`),
      here: (of) => this.framed(of.title, this.whole(of), 'en'),
      failed: (problem, again) => this.framed(citeTexts('title'), html`${problem.status === 404 ? html`<p>${citeTexts('unknown', { id: this.address.parameters.id })}</p>` : nothing}${failure(problem, again)}
        <p><a href="/explore">${citeTexts('toExplorer')}</a></p>`),
    });
  }

  private framed(title: string, content: TemplateResult, lang?: string): TemplateResult {
    this.entitle(title);
    return html`<div class="wide cite-page"><h1 lang=${lang ?? nothing} dir=${lang ? 'ltr' : nothing}>${title}</h1>${content}</div>`;
  }

  private whole(of: Citation): TemplateResult {
    return html`
      <p class="muted">${citeTexts('made', { id: of.id, date: dateTime(of.createdAt) })}</p>
      ${this.given.render({
        waiting: () => html`<p class="muted" role="status">${citeTexts('checking')}</p>`,
        here: ({ answer, hash }) => html`
          <p class="figure-amount">${usd((answer.total.amount as string | undefined) ?? null, true)}</p>
          <p>${citeTexts('cells', { count: answer.cellCount })} ${citeTexts('coverage', { covered: usd(answer.coverage.amountCovered), reported: usd(answer.coverage.amountReported), entityYears: count(answer.coverage.entityYearsCovered) })}</p>
          ${hash === undefined ? nothing : html`<p class="check ${hash === of.contentHash.value ? 'holds' : 'fails'}" role="status">${citeTexts(hash === of.contentHash.value ? 'holds' : 'fails')}</p>`}`,
        failed: (problem, again) => failure(problem, again),
      })}
      <p><a class="button primary" href=${exploreSame(of.cube, of.question)}>${citeTexts('open', { edition: of.edition })}</a></p>
      ${citationView(of, 1)}`;
  }
}

async function dataOf(address: string): Promise<Given> {
  const response = await reach(address, { anonymous: true });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  const bytes = await response.arrayBuffer();
  const answer = JSON.parse(new TextDecoder().decode(bytes)) as Answer;
  if (!globalThis.crypto?.subtle) {
    return { answer };
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { answer, hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

customElements.define('cite-page', CitePage);
