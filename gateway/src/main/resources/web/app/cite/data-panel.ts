import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { parametersOf, type Cube, type Question } from '../api/questions';
import type { CubeFacts } from '../explore/cube-facts';
import { language } from '../language/choice';
import { Localized } from '../language/localized';
import { sdmxPath } from './sdmx';
import { SNIPPETS, snippet, type SnippetLanguage } from './snippets';
import { citeTexts } from './texts';
import './copy-block';

const FILES = ['csv', 'xlsx', 'parquet', 'json', 'json-stat', 'ndjson', 'arrow'] as const;
const SDMX = [['sdmx-csv', 'SDMX-CSV'], ['sdmx-json', 'SDMX-JSON'], ['sdmx-2.1', 'SDMX-ML']] as const;

/** "Get the data": the question of the page as files, and as programs that ask it. */
export class DataPanel extends LitElement {
  static override properties = {
    cube: { attribute: false },
    question: { attribute: false },
    facts: { attribute: false },
    isPinned: { state: true },
    isWide: { state: true },
    chosen: { state: true },
  };

  declare cube: Cube;
  declare question: Question;
  declare facts: CubeFacts;
  /** Asked of the present edition, so that the answer stays as it is. */
  declare isPinned: boolean;
  /** With columns across, as in the table; else with a row for each figure, as programs like it. */
  declare isWide: boolean;
  declare chosen: SnippetLanguage;

  private readonly sdmx = new Asked(this, ({ cube, question }: { cube: Cube; question: Question }) => sdmxPath(cube, question));

  constructor() {
    super();
    this.isPinned = false;
    this.isWide = false;
    this.chosen = 'curl';
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    this.sdmx.about({ cube: this.cube, question: this.question });
  }

  /** The whole question: in the language of the page, so that names are as they are shown. */
  private parameters(): [string, string][] {
    const { edition, asOf } = this.question;
    const isOfPast = edition !== undefined || asOf !== undefined;
    const question: Question = {
      ...this.question,
      columns: this.isWide ? this.question.columns : undefined,
      edition: this.isPinned && !isOfPast ? this.facts.edition : edition,
    };
    const parameters = [...parametersOf(question)];
    return language() === 'en' ? parameters : [...parameters, ['lang', language()]];
  }

  override render() {
    const parameters = this.parameters();
    const path = `/api/v1/cubes/${this.cube}/aggregate`;
    const file = (format: string) => `${path}?${new URLSearchParams([...parameters, ['format', format]])}`;
    const hasColumns = (this.question.columns ?? []).length > 0;
    const isOfPast = this.question.edition !== undefined || this.question.asOf !== undefined;
    return html`
      <p>${citeTexts('data.text')}</p>
      ${isOfPast ? nothing : this.option('isPinned', citeTexts('data.pin', { edition: this.facts.edition }))}
      ${hasColumns ? this.option('isWide', citeTexts('data.wide')) : nothing}
      <h3>${citeTexts('files')}</h3>
      <ul class="file-links">${FILES.map((format) => html`<li>
        <a class="button" href=${file(format)} download="${this.cube}.${format === 'json-stat' ? 'json-stat.json' : format}" data-format=${format}>${citeTexts(`format.${format}`)}</a></li>`)}</ul>
      ${this.sdmxLinks()}
      <h3>${citeTexts('programs')}</h3>
      <div class="segments" role="group" aria-label=${citeTexts('programs')}>${SNIPPETS.map((of) => html`<button type="button" aria-pressed=${this.chosen === of} @click=${() => (this.chosen = of)}>${of}</button>`)}</div>
      <copy-block .label=${this.chosen} .text=${snippet(this.chosen, { address: location.origin + path, parameters })}></copy-block>
    `;
  }

  private option(name: 'isPinned' | 'isWide', label: string): TemplateResult {
    return html`<p><label><input type="checkbox" .checked=${this[name]} @change=${(event: Event) => (this[name] = (event.target as HTMLInputElement).checked)} /> ${label}</label></p>`;
  }

  private sdmxLinks(): TemplateResult | typeof nothing {
    return this.sdmx.render<TemplateResult | typeof nothing>({
      waiting: () => nothing,
      here: (path) => path === undefined
        ? html`<p class="muted">${citeTexts('sdmx.cannot')}</p>`
        : html`<p>${citeTexts('sdmx.text')}</p><ul class="file-links">${SDMX.map(([format, name]) => html`<li>
            <a class="button" href="${path}${path.includes('?') ? '&' : '?'}format=${format}" download="${this.cube}.${format === 'sdmx-csv' ? 'csv' : format === 'sdmx-json' ? 'json' : 'xml'}" data-format=${format}>${name}</a></li>`)}</ul>`,
      failed: () => html`<p class="muted">${citeTexts('sdmx.cannot')}</p>`,
    });
  }
}

customElements.define('data-panel', DataPanel);
