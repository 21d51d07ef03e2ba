import { html, LitElement, type TemplateResult } from 'lit';
import { Localized } from '../language/localized';
import { text } from './texts';

/** Something that is looked at over the page and closed again; closing it is a `close` event. */
export class PanelDialog extends LitElement {
  static override properties = { heading: { attribute: false }, content: { attribute: false } };

  declare heading: string;
  declare content: TemplateResult;

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  override render() {
    return html`
      <dialog class="panel-dialog" aria-label=${this.heading} @close=${this.closed} @click=${this.clicked}>
        <div class="panel-dialog-body">
          <header>
            <h2>${this.heading}</h2>
            <button type="button" class="button" @click=${() => this.querySelector('dialog')!.close()}>${text('close')}</button>
          </header>
          ${this.content}
        </div>
      </dialog>
    `;
  }

  /** The backdrop is the dialog's own surface; all else is within its body. */
  private clicked(event: Event): void {
    if (event.target === event.currentTarget) {
      (event.currentTarget as HTMLDialogElement).close();
    }
  }

  private closed(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('close'));
  }
}

customElements.define('panel-dialog', PanelDialog);
