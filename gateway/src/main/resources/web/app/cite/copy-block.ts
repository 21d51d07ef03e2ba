import { html, LitElement } from 'lit';
import { Localized } from '../language/localized';
import { citeTexts } from './texts';

/** Text that is to be taken along, with a button that copies it. */
export class CopyBlock extends LitElement {
  static override properties = { label: { type: String }, text: { attribute: false }, state: { state: true } };

  declare label: string;
  declare text: string;
  declare state: 'ready' | 'copied' | 'refused';

  constructor() {
    super();
    this.state = 'ready';
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('text')) {
      this.state = 'ready';
    }
  }

  override render() {
    return html`<div class="copy-block">
      <div class="copy-head"><span>${this.label}</span>
        <button type="button" class="button" aria-label="${citeTexts('copy')}: ${this.label}" @click=${this.copy}>${citeTexts(this.state === 'copied' ? 'copied' : 'copy')}</button></div>
      <pre dir="ltr" tabindex="0" role="group" aria-label=${this.label}><code>${this.text}</code></pre>
      <span class="visually-hidden" role="status">${this.state === 'copied' ? citeTexts('copied') : ''}</span>
      ${this.state === 'refused' ? html`<p class="muted">${citeTexts('refused')}</p>` : ''}
    </div>`;
  }

  /** Where the browser refuses, the text is selected, so that it can be copied by the keyboard. */
  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.state = 'copied';
    } catch {
      const range = document.createRange();
      range.selectNodeContents(this.querySelector('pre code')!);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      this.state = 'refused';
    }
  }
}

customElements.define('copy-block', CopyBlock);
