import { html, nothing } from 'lit';
import { count } from '../language/formats';
import { ACCEPTED, kindOf } from './file-kind';
import { Part } from './part';
import { text } from './texts';

/** Where a file is dropped, or chosen with the keyboard or a touch. Sends `datacube-file` with the file. */
export class FileDrop extends Part {
  static override properties = {
    file: { attribute: false },
    over: { state: true },
    said: { state: true },
  };

  declare file?: File;
  declare over: boolean;
  declare said: string;

  constructor() {
    super();
    this.over = false;
    this.said = '';
  }

  override render() {
    return html`
      <label
        class="drop-zone"
        ?data-over=${this.over}
        ?data-full=${this.file !== undefined}
        @dragenter=${this.dragged}
        @dragover=${this.dragged}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <input
          class="visually-hidden"
          type="file"
          accept=${ACCEPTED}
          aria-describedby="drop-hint drop-error"
          @change=${(event: Event) => this.take((event.target as HTMLInputElement).files)}
        />
        <svg class="drop-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 16V4m0 0 4.5 4.5M12 4 7.5 8.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
        ${this.file
          ? html`<span class="drop-title"><bdi>${this.file.name}</bdi></span><span class="muted">${sizeOf(this.file.size)} · ${text('drop.another')}</span>`
          : html`<span class="drop-title">${text('drop.title')}</span><span class="drop-choose">${text('drop.choose')}</span>`}
        <span class="muted" id="drop-hint">${this.file ? nothing : text('drop.hint')}</span>
      </label>
      <p class="field-error" id="drop-error" role="alert">${this.said}</p>
    `;
  }

  private dragged(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files ?? null);
  }

  private take(given: FileList | null): void {
    const file = given?.[0];
    if (!file) {
      return;
    }
    this.said = file.size === 0 ? text('drop.empty') : kindOf(file.name) ? '' : text('drop.kind', { name: file.name });
    if (!this.said) {
      this.dispatchEvent(new CustomEvent<File>('datacube-file', { detail: file, bubbles: true }));
    }
  }
}

/** "1.2 MB" */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? text('size.kilobytes', { size: count(Math.max(1, Math.round(bytes / 1000))) })
    : text('size.megabytes', { size: count(Math.round(bytes / 1_000_000)) });
}

customElements.define('file-drop', FileDrop);
