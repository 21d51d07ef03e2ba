import { html, nothing, type TemplateResult } from 'lit';
import { profileAddress, type ProfileKind } from '../api/addresses';
import { Asked } from '../api/asked';
import { members, type ListedMember } from '../api/members';
import { language } from '../language/choice';
import { byName } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { Page, type PageModule } from '../shell/page';
import { text } from './texts';

export const page: PageModule['page'] = { element: 'profiles-page', texts: [text] };

const KINDS: ProfileKind[] = ['entity', 'country', 'sdg', 'contributor'];
/** Governments: of the thousands of contributors those that are listed without being searched for. */
const GOVERNMENTS = 'C01';

/** All profiles, by kind: in groups by what is above them. */
class ProfilesPage extends Page {
  private readonly members = new Asked(this, (of: { kind: ProfileKind; words: string }) => listOf(of.kind, of.words));

  private get kind(): ProfileKind {
    const wanted = this.address.query.get('kind');
    return KINDS.find((kind) => kind === wanted) ?? 'entity';
  }

  private get words(): string {
    return this.address.query.get('q') ?? '';
  }

  override willUpdate(): void {
    this.members.about({ kind: this.kind, words: this.kind === 'contributor' ? this.words : '', ...{ lang: language() } });
  }

  override render() {
    this.entitle(`${text('title')}: ${text(`kind.${this.kind}`)}`);
    return html`
      <div class="wide profiles">
        <h1>${text('title')}</h1>
        <p class="profiles-lead">${text('lead')}</p>
        <nav class="profiles-kinds" aria-label=${text('kinds')}>
          ${KINDS.map((kind) => html`<a href="/profiles?kind=${kind}" aria-current=${kind === this.kind ? 'page' : 'false'}>${text(`kind.${kind}`)}</a>`)}
        </nav>
        <label class="profiles-filter">
          <span>${text('filter')}</span>
          <input type="search" .value=${this.words} @input=${this.filter} aria-describedby="profiles-hint" />
        </label>
        <p id="profiles-hint" class="muted">${this.kind === 'contributor' ? text('filter.contributor') : nothing}</p>
        ${this.members.render({
          waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
          here: (all) => this.groups(all),
          failed: (problem, again) => failure(problem, again),
        })}
      </div>
    `;
  }

  private groups(all: ListedMember[]): TemplateResult {
    const wanted = this.words.toLocaleLowerCase(language());
    const level = { entity: 'entity', country: 'country', sdg: 'goal', contributor: 'contributor' }[this.kind];
    const byCode = new Map(all.map((member) => [member.code, member]));
    const shown = all.filter((member) => member.level === level && `${member.label} ${member.code}`.toLocaleLowerCase(language()).includes(wanted));
    if (shown.length === 0) {
      return html`<p>${text('none')}</p>`;
    }
    if (this.kind === 'sdg') {
      return html`<ul class="profiles-goals">${shown.map(
        (goal) => html`<li><a class="goal-${goal.code}" href=${profileAddress('sdg', goal.code)}>
          <span class="profiles-goal-number">${/^\d/.test(goal.code) ? goal.code : ''}</span><span>${goal.label}</span></a></li>`,
      )}</ul>`;
    }
    const groups = new Map<string, ListedMember[]>();
    for (const member of shown) {
      const top = topOf(member, byCode);
      groups.set(top, [...(groups.get(top) ?? []), member]);
    }
    return html`${[...groups].map(
      ([code, of]) => html`<section>
        <h2>${byCode.has(code) && this.kind !== 'contributor' ? html`<a href=${profileAddress(this.kind, code)}>${byCode.get(code)!.label}</a>` : (byCode.get(code)?.label ?? code)}</h2>
        <ul class="profiles-list">${[...of].sort((one, other) => byName(one.label, other.label)).map(
          (member) => html`<li><a href=${profileAddress(this.kind, member.code)}>${member.label}</a> <span class="muted">${member.code}</span></li>`,
        )}</ul>
      </section>`,
    )}`;
  }

  private filter(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    const query = new URLSearchParams({ kind: this.kind, ...(words ? { q: words } : {}) });
    navigate(`/profiles?${query}`, { replace: true });
  }
}

/** What stands above a member on the highest level: a region, a type. */
function topOf(member: ListedMember, byCode: Map<string, ListedMember>): string {
  let at = member;
  while (at.parent && byCode.has(at.parent)) {
    at = byCode.get(at.parent)!;
  }
  return at === member ? (member.parent ?? '') : at.code;
}

async function listOf(kind: ProfileKind, words: string): Promise<ListedMember[]> {
  switch (kind) {
    case 'entity':
      return members('expense', 'entity');
    case 'country':
      return members('expense', 'location');
    case 'sdg':
      return members('expense', 'sdg');
    case 'contributor': {
      const which = words.length > 1 ? { q: words } : { parent: GOVERNMENTS };
      const [types, found] = await Promise.all([
        members('revenue', 'contributor', { level: 'type' }),
        members('revenue', 'contributor', { ...which, level: 'contributor' }),
      ]);
      return [...types, ...found];
    }
  }
}

customElements.define('profiles-page', ProfilesPage);
