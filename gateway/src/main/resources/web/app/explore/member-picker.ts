import { html, LitElement, nothing } from 'lit';
import { Asked } from '../api/asked';
import { members, type ListedMember } from '../api/members';
import { language } from '../language/choice';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import type { CubeFacts } from './cube-facts';
import type { Cut } from './cut';
import { dimensionName, drilldownName } from './names';
import { text } from './texts';

const MOST = 200;

/** Choosing members of a dimension: by name, on a level or by groups. What was chosen is a `cut` event. */
export class MemberPicker extends LitElement {
  static override properties = {
    facts: { attribute: false },
    cut: { attribute: false },
    words: { state: true },
    by: { state: true },
    chosen: { state: true },
    not: { state: true },
  };

  declare facts: CubeFacts;
  /** The condition that is changed; for a new one, without codes. */
  declare cut: Cut;
  declare words: string;
  declare by: string;
  declare chosen: string[];
  declare not: boolean;

  private readonly listed = new Asked(this, ({ cube, dimension }: { cube: 'expense' | 'revenue'; dimension: string; lang: string }) => members(cube, dimension));

  constructor() {
    super();
    this.words = '';
    this.by = '';
    this.chosen = [];
    this.not = false;
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('cut')) {
      this.chosen = this.cut.codes;
      this.not = this.cut.not;
      this.by = this.cut.by ?? '';
    }
    this.listed.about({ cube: this.facts.cube, dimension: this.cut.dimension, lang: language() });
  }

  override firstUpdated(): void {
    this.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  }

  override render() {
    const dimension = this.facts.dimensions.find((of) => of.dimension === this.cut.dimension)!;
    return html`
      <form class="member-picker" @submit=${this.take}>
        <div class="member-picker-tools">
          <label>${text('picker.search', { dimension: dimensionName(dimension.dimension) })}
            <input type="search" autocomplete="off" .value=${this.words} @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)} /></label>
          <label>${text('picker.level')}
            <select @change=${this.levelChosen}>
              <option value="" ?selected=${this.by === '' || this.by === 'only'}>${text('picker.anyLevel')}</option>
              ${dimension.levels.map((level) => html`<option value=${level} ?selected=${this.by === level}>${drilldownName(dimension.levels.length === 1 && dimension.dimension === level ? level : `${dimension.dimension}.${level}`, this.facts)}</option>`)}
              ${dimension.hierarchies.map((of) => html`<option value=${of.hierarchy} ?selected=${this.by === of.hierarchy}>${drilldownName(`${dimension.dimension}.${of.hierarchy}`, this.facts)}</option>`)}
            </select></label>
        </div>
        ${this.listed.render({
          waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
          here: (all) => this.list(all),
          failed: (problem, again) => failure(problem, again),
        })}
        <label class="member-picker-not"><input type="checkbox" .checked=${this.not} @change=${(event: Event) => (this.not = (event.target as HTMLInputElement).checked)} /> ${text('picker.not')}</label>
        <p class="member-picker-actions">
          <button class="button primary" ?disabled=${this.chosen.length === 0 && this.cut.codes.length === 0}>${text('picker.take', { count: this.chosen.length })}</button>
          ${this.chosen.length > 0 ? html`<button type="button" class="button" @click=${() => (this.chosen = [])}>${text('picker.none')}</button>` : nothing}
        </p>
      </form>
    `;
  }

  private list(all: ListedMember[]) {
    const groups = this.facts.dimensions.find((of) => of.dimension === this.cut.dimension)!.hierarchies.find((of) => of.hierarchy === this.by)?.groups;
    const words = plain(this.words);
    const candidates: { code: string; label: string; level?: string }[] = groups ? [...groups, { code: '-', label: text('noGroup') }] : all.filter((of) => this.by === '' || this.by === 'only' || of.level === this.by);
    const fitting = candidates.filter((of) => plain(of.label).includes(words) || plain(of.code).startsWith(words));
    const isChosen = (of: { code: string }) => this.chosen.includes(of.code);
    const first = [...fitting.filter(isChosen), ...fitting.filter((of) => !isChosen(of))].slice(0, MOST);
    const isMixed = !groups && new Set(first.map((of) => of.level)).size > 1;
    return html`
      <p class="visually-hidden" role="status">${text('picker.found', { count: fitting.length })}</p>
      <ul class="member-list">${first.map(
        (of) => html`<li><label><input type="checkbox" .checked=${isChosen(of)} @change=${() => this.toggle(of.code)} />
          <span>${of.label}</span> <code class="muted" dir="ltr">${of.code}</code>
          ${isMixed && of.level ? html`<span class="muted">${drilldownName(`${this.cut.dimension}.${of.level}`, this.facts)}</span>` : nothing}</label></li>`,
      )}</ul>
      ${fitting.length > first.length ? html`<p class="muted">${text('picker.more', { count: fitting.length - first.length })}</p>` : nothing}
      ${fitting.length === 0 ? html`<p>${text('picker.nothing')}</p>` : nothing}`;
  }

  private toggle(code: string): void {
    this.chosen = this.chosen.includes(code) ? this.chosen.filter((of) => of !== code) : [...this.chosen, code];
  }

  /** Groups and codes are not of one kind: what was chosen of the one means nothing among the other. */
  private levelChosen(event: Event): void {
    const by = (event.target as HTMLSelectElement).value;
    const hierarchies = this.facts.dimensions.find((of) => of.dimension === this.cut.dimension)!.hierarchies.map((of) => of.hierarchy);
    if (hierarchies.includes(by) || hierarchies.includes(this.by)) {
      this.chosen = [];
    }
    this.by = by;
  }

  private take(event: Event): void {
    event.preventDefault();
    const isHierarchy = this.facts.dimensions.find((of) => of.dimension === this.cut.dimension)!.hierarchies.some((of) => of.hierarchy === this.by);
    const cut: Cut = { dimension: this.cut.dimension, by: isHierarchy ? this.by : this.cut.by === 'only' ? 'only' : undefined, codes: this.chosen, not: this.not };
    this.dispatchEvent(new CustomEvent('cut', { detail: cut, bubbles: true }));
  }
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLocaleLowerCase().trim();
}

customElements.define('member-picker', MemberPicker);
