import { html, LitElement } from 'lit';
import { Asked } from '../api/asked';
import type { Cube, Question } from '../api/questions';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import { cite, citePage } from './citation';
import { citationView } from './citation-view';
import { citeTexts } from './texts';

/** "Cite this": the citation of a question, made when it is asked for. */
export class CitePanel extends LitElement {
  static override properties = { cube: { attribute: false }, question: { attribute: false } };

  declare cube: Cube;
  declare question: Question;

  private readonly cited = new Asked(this, ({ cube, question }: { cube: Cube; question: Question }) => cite(cube, question));

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.cited.about({ cube: this.cube, question: this.question });
  }

  override render() {
    return this.cited.render({
      waiting: () => html`<p class="waiting" role="status">${citeTexts('waiting')}</p>`,
      here: (citation) => html`<p class="citation-title" lang="en" dir="ltr">${citation.title}</p>${citationView(citation, 2)}
        <p><a href=${citePage(citation.id)}>${citeTexts('page')}</a></p>`,
      failed: (problem, again) => failure(problem, again),
    });
  }
}

customElements.define('cite-panel', CitePanel);
