import { html } from 'lit';
import { Asked } from '../api/asked';
import { language } from '../language/choice';
import { failure } from '../shell/failure';
import { codesOf, type Code } from './codes';
import { Part } from './part';
import { text } from './texts';

/** More would be no help: who looks for one of thousands types a part of its name. */
const SHOWN = 40;

/** The codes of a list, to be looked up beside a cell that has none of them. Fetched when it is opened. */
export class CodeChoice extends Part {
  static override properties = { list: { attribute: false }, open: { state: true }, words: { state: true } };

  declare list: string;
  declare open: boolean;
  declare words: string;
  private readonly codes = new Asked(this, (of: { list: string }) => codesOf(of.list));

  constructor() {
    super();
    this.open = false;
    this.words = '';
  }

  override willUpdate(): void {
    if (this.open) {
      this.codes.about({ list: this.list, ...{ lang: language() } });
    }
  }

  override render() {
    return html`<details class="code-choice" @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
      <summary>${text('codes.title')}</summary>
      ${this.open
        ? this.codes.render<unknown>({
            waiting: () => html`<p role="status">${text('waiting')}</p>`,
            here: (all) => this.found(all),
            failed: (problem, again) => failure(problem, again),
          })
        : ''}
    </details>`;
  }

  private found(all: Code[]) {
    const words = this.words.toLocaleLowerCase(language());
    const wanted = all.filter((code) => `${code.code} ${code.label}`.toLocaleLowerCase(language()).includes(words));
    return html`
      <input type="search" aria-label=${text('codes.find')} placeholder=${text('codes.find')} .value=${this.words} @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)} />
      <ul class="plain" tabindex="0" aria-label=${text('codes.title')}>
        ${wanted.slice(0, SHOWN).map((code) => html`<li><code dir="ltr">${code.code}</code> ${code.label}</li>`)}
        ${wanted.length > SHOWN ? html`<li>…</li>` : ''}
      </ul>
    `;
  }
}

customElements.define('code-choice', CodeChoice);
