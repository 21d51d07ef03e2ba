import { html, LitElement, nothing } from 'lit';
import { Localized } from '../language/localized';
import { navigate } from './navigation';
import { search, searchTexts, type Found } from './search';

let boxes = 0;

/**
 * Finds an entity, a country, a goal or a contributor by name. A combobox after the pattern of the ARIA Authoring Practices:
 * arrows choose, Enter goes there, Escape closes.
 */
export class SearchBox extends LitElement {
  static override properties = {
    large: { type: Boolean },
    found: { state: true },
    at: { state: true },
    open: { state: true },
    failed: { state: true },
  };

  declare large: boolean;
  declare found: Found[] | null;
  declare at: number;
  declare open: boolean;
  declare failed: boolean;
  private readonly name = `search-${++boxes}`;
  private turn = 0;

  constructor() {
    super();
    this.large = false;
    this.found = null;
    this.at = -1;
    this.open = false;
    this.failed = false;
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const list = this.found ?? [];
    const isOpen = this.open && (this.found !== null || this.failed);
    return html`
      <form class="search ${this.large ? 'search-large' : ''}" role="search" aria-label=${this.closest('header') ? searchTexts('search') : searchTexts('label')} @submit=${this.go} @focusout=${this.left}>
        <label class=${this.large ? 'search-label' : 'visually-hidden'} for=${this.name}>${searchTexts('label')}</label>
        <input
          id=${this.name} type="search" autocomplete="off" spellcheck="false" role="combobox" aria-autocomplete="list"
          aria-expanded=${isOpen} aria-controls="${this.name}-list"
          aria-activedescendant=${this.at >= 0 && isOpen ? `${this.name}-${this.at}` : nothing}
          placeholder=${searchTexts('placeholder')}
          @input=${this.typed} @keydown=${this.pressed} @focus=${() => (this.open = true)} />
        ${this.large ? html`<p class="search-example">${searchTexts('example')}</p>` : nothing}
        <ul id="${this.name}-list" class="search-list" role="listbox" aria-label=${searchTexts('label')} ?hidden=${!isOpen || list.length === 0}>
          ${list.map(
            (found, at) => html`<li id="${this.name}-${at}" role="option" aria-selected=${at === this.at}
              @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.enter(found)}>
              <span>${found.label}</span><span class="search-kind">${searchTexts(found.kind)}${found.kind === 'figure' ? nothing : html` · ${found.code}`}</span>
            </li>`,
          )}
        </ul>
        ${isOpen && (this.failed || list.length === 0)
          ? html`<p class="search-none">${this.failed ? searchTexts('failed') : searchTexts('none')}</p>`
          : nothing}
        <span class="visually-hidden" role="status">${isOpen && list.length > 0 ? searchTexts('found', { count: list.length }) : ''}</span>
      </form>
    `;
  }

  private async typed(event: Event): Promise<void> {
    const words = (event.target as HTMLInputElement).value;
    const turn = ++this.turn;
    this.open = true;
    try {
      const found = words.trim().length < 2 ? null : await search(words);
      if (turn === this.turn) {
        this.found = found;
        this.at = found && found.length > 0 ? 0 : -1;
        this.failed = false;
      }
    } catch {
      this.failed = turn === this.turn;
    }
  }

  private pressed(event: KeyboardEvent): void {
    const last = (this.found?.length ?? 0) - 1;
    if (event.key === 'ArrowDown') {
      this.at = this.at >= last ? 0 : this.at + 1;
    } else if (event.key === 'ArrowUp') {
      this.at = this.at <= 0 ? last : this.at - 1;
    } else if (event.key === 'Escape') {
      this.open = false;
    } else {
      return;
    }
    event.preventDefault();
  }

  private async go(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.querySelector('input')!.value;
    const found = this.found?.[Math.max(this.at, 0)] ?? (await search(words).catch(() => []))[0];
    if (found) {
      this.enter(found);
    } else {
      this.found = [];
      this.open = true;
    }
  }

  private enter(found: Found): void {
    this.querySelector('input')!.value = '';
    this.found = null;
    this.open = false;
    navigate(found.address);
  }

  private left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) {
      this.open = false;
    }
  }
}

customElements.define('search-box', SearchBox);
