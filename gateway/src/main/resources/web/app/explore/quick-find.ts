import { html, LitElement, nothing } from 'lit';
import { members, type ListedMember } from '../api/members';
import { Localized } from '../language/localized';
import { navigate } from '../shell/navigation';
import type { CubeFacts } from './cube-facts';
import { drilldownName } from './names';
import { text } from './texts';
import { addressOf, changed, type View } from './view';

interface Hit extends ListedMember {
  dimension: string;
}

const MOST = 8;
const NOT_AT_ALL = 9;

/** A filter by its name alone: whoever types "Lebanon" need not know that this is a location. */
export class QuickFind extends LitElement {
  static override properties = {
    view: { attribute: false },
    facts: { attribute: false },
    hits: { state: true },
    at: { state: true },
    words: { state: true },
  };

  declare view: View;
  declare facts: CubeFacts;
  declare hits: Hit[];
  declare at: number;
  declare words: string;
  private turn = 0;

  constructor() {
    super();
    this.hits = [];
    this.at = 0;
    this.words = '';
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const isOpen = this.words.trim().length > 1;
    return html`<div class="quick-find" @focusout=${this.left}>
      <label><span class="visually-hidden">${text('find')}</span>
        <input type="search" role="combobox" autocomplete="off" aria-expanded=${isOpen} aria-controls="quick-find-hits" aria-autocomplete="list"
          aria-activedescendant=${isOpen && this.hits[this.at] ? `quick-find-${this.at}` : nothing}
          placeholder=${text('find')} .value=${this.words} @input=${this.typed} @keydown=${this.pressed} /></label>
      <ul id="quick-find-hits" role="listbox" aria-label=${text('find')} ?hidden=${!isOpen}>
        ${this.hits.map((hit, at) => html`<li id="quick-find-${at}" role="option" aria-selected=${at === this.at} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.take(hit)}>
          <span>${hit.label}</span> <span class="muted">${drilldownName(`${hit.dimension}.${hit.level}`, this.facts)}</span></li>`)}
        ${this.hits.length === 0 ? html`<li role="option" aria-selected="false" aria-disabled="true" class="muted">${text('picker.nothing')}</li>` : nothing}
      </ul>
    </div>`;
  }

  private async typed(event: Event): Promise<void> {
    this.words = (event.target as HTMLInputElement).value;
    const turn = ++this.turn;
    const sought = plain(this.words);
    if (sought.length < 2) {
      this.hits = [];
      return;
    }
    const found = await Promise.all(
      this.facts.dimensions.filter((of) => of.dimension !== 'year').map(async ({ dimension }, place) => {
        const list = await members(this.facts.cube, dimension).catch(() => [] as ListedMember[]);
        return list.map((of) => ({ ...of, dimension, place, rank: rankOf(of, sought) })).filter((of) => of.rank < NOT_AT_ALL);
      }),
    );
    if (turn === this.turn) {
      this.at = 0;
      this.hits = found.flat().sort((one, other) => one.rank - other.rank || one.place - other.place || one.label.length - other.label.length).slice(0, MOST);
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : -1) + this.hits.length) % Math.max(1, this.hits.length);
    } else if (event.key === 'Enter' && this.hits[this.at]) {
      event.preventDefault();
      this.take(this.hits[this.at]);
    } else if (event.key === 'Escape') {
      this.words = '';
    }
  }

  private left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) {
      this.words = '';
    }
  }

  private take(hit: Hit): void {
    this.words = '';
    this.hits = [];
    const { view } = this;
    const kept = view.cut.filter((cut) => cut.dimension !== hit.dimension);
    navigate(addressOf(changed(view, { cut: [...kept, { dimension: hit.dimension, codes: [hit.code], not: false }] })));
  }
}

function rankOf(of: ListedMember, sought: string): number {
  const label = plain(of.label);
  const code = plain(of.code);
  if (label === sought || (code === sought && !/^\d+$/.test(code))) {
    return 0;
  }
  return label.startsWith(sought) ? 1 : ` ${label}`.includes(` ${sought}`) ? 2 : code.startsWith(sought) && sought.length > 2 ? 3 : label.includes(sought) ? 4 : NOT_AT_ALL;
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLocaleLowerCase().trim();
}

customElements.define('quick-find', QuickFind);
