import { html } from 'lit';
import { Part } from './part';
import type { ApiKey } from './keys-view';
import { text } from './texts';

/** A key that was just made, shown this once. Sends `datacube-put-away` when it was taken down. */
export class NewKey extends Part {
  static override properties = { made: { attribute: false }, copied: { state: true } };

  declare made: ApiKey;
  declare copied: boolean;

  constructor() {
    super();
    this.copied = false;
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')!.focus();
  }

  override render() {
    return html`<section class="new-key" aria-labelledby="new-key-title">
      <h2 id="new-key-title" tabindex="-1">${text('newKey.title', { name: this.made.name })}</h2>
      <p>${text('newKey.text')}</p>
      <p class="new-key-value"><code dir="ltr" id="new-key">${this.made.key}</code></p>
      <p class="actions">
        <button type="button" class="button primary" @click=${this.copy}>${this.copied ? text('copied') : text('newKey.copy')}</button>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('datacube-put-away'))}>${text('newKey.done')}</button>
      </p>
      <p class="visually-hidden" role="status">${this.copied ? text('copied') : ''}</p>
    </section>`;
  }

  /** Where the browser gives no clipboard the key is selected, to be copied by hand. */
  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made.key!);
      this.copied = true;
    } catch {
      const range = document.createRange();
      range.selectNodeContents(this.querySelector('#new-key')!);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }
  }
}

customElements.define('new-key', NewKey);
