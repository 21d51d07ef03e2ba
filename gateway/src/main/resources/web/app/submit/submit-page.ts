import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { caller, isSecretariat, type Caller } from '../api/caller';
import type { Problem } from '../api/problem';
import { hasProvider } from '../api/provider';
import { isProvided, isRefused, key, onSession, sessionTurn, signInByProvider, signOut } from '../api/session';
import { date, list } from '../language/formats';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { Page, type Address, type PageModule } from '../shell/page';
import { asProblem } from './deed';
import './home-view';
import './job-view';
import './new-submission';
import './report-view';
import './sign-in-again';
import './sign-in-form';
import './submission-view';
import './completeness-view';
import './windows-view';
import './keys-view';
import { joined, text } from './texts';

export const page: PageModule['page'] = { element: 'submit-page', texts: [text] };

const PLACES = 'submit-home, new-submission, job-view, report-view, submission-view, completeness-view, windows-view, keys-view';

/** A key that ends within these days is mentioned. */
const SOON = 30;

/** The room of those who report and of the secretariat: who is signed in, where they can go, and what they came for. */
class SubmitPage extends Page {
  static override properties = { ...Page.properties, signing: { state: true }, asking: { state: true } };

  /** Whether who looks at a submission without a key wants to sign in there. */
  declare signing: boolean;
  /** Whether it is not known yet if somebody has signed in at the provider. */
  declare asking: boolean;
  private trouble?: Problem;
  private readonly who = new Asked(this, (of: { turn: number }) => whoAfter(of.turn));
  private last?: Caller;
  /** Whether the form to sign in was shown. */
  private wasOutside = false;
  private end?: () => void;

  constructor() {
    super();
    this.signing = false;
    this.asking = hasProvider() && !key();
    if (this.asking) {
      void signInByProvider()
        .catch((e: unknown) => (this.trouble = asProblem(e)))
        .finally(() => (this.asking = false));
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.end = onSession(() => {
      this.signing = false;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
  }

  /** Going to another place is like entering a page: it begins at its top, and its heading gets the focus. */
  protected override updated(changed: Map<string, unknown>): void {
    const before = changed.get('address') as Address | undefined;
    const hasSignedIn = this.wasOutside && this.last !== undefined;
    this.wasOutside = this.last === undefined && (this.wasOutside || this.querySelector('sign-in-form') !== null);
    if (hasSignedIn || (before && before.path !== this.address.path)) {
      scrollTo(0, 0);
      void this.enter();
    }
  }

  private async enter(): Promise<void> {
    await Promise.all([...this.querySelectorAll<LitElement>(PLACES)].map((place) => place.updateComplete));
    this.arrive();
  }

  override willUpdate(): void {
    if (key() && !isRefused()) {
      this.who.about({ turn: sessionTurn() });
    }
  }

  override render() {
    const rest = (this.address.parameters.rest ?? '').split('/');
    this.entitle(this.titleOf(rest));
    return html`<div class="wide submit" @datacube-shown=${() => this.requestUpdate()}>${this.content(rest)}</div>`;
  }

  private content(rest: string[]): TemplateResult {
    if (this.asking) {
      return this.waiting();
    }
    if (!key()) {
      this.last = undefined;
      return rest[0] === 'submissions' && rest[1] && !this.signing
        ? html`${this.visitorsBar()}${this.place(rest, undefined)}`
        : this.door();
    }
    this.last = this.who.value ?? this.last;
    if (!this.last) {
      return isRefused()
        ? this.door(true)
        : this.who.render({
            waiting: () => this.waiting(),
            here: () => html``,
            failed: (problem, again) => html`<h1>${text('title')}</h1>${failure(problem, again)}
              <p><button type="button" class="button" @click=${this.leave}>${text('signOut')}</button></p>`,
          });
    }
    return html`
      ${this.whoBar(this.last)} ${this.places(rest, this.last)} ${this.place(rest, this.last)}
      ${isRefused() ? html`<sign-in-again></sign-in-again>` : nothing}
    `;
  }

  private waiting(): TemplateResult {
    return html`<p class="waiting" role="status">${text('waiting')}</p>`;
  }

  private door(hasEnded = false): TemplateResult {
    return html`
      <div class="door">
        <div>
          <h1>${hasEnded ? text(isProvided() ? 'signIn.away' : 'signIn.ended') : text('signIn.title')}</h1>
          <p class="lead">${hasEnded ? text(isProvided() ? 'signIn.away.text' : 'signIn.ended.text') : text('signIn.lead')}</p>
          <div class="card"><sign-in-form .problem=${this.trouble} .provided=${this.address.query.get('sign-in')}></sign-in-form></div>
        </div>
        <aside>
          <h2>${text('door.title')}</h2>
          <ol class="way">
            ${(['prepare', 'certify', 'publish'] as const).map((step) => html`<li><strong>${text(`door.${step}`)}</strong><span>${text(`door.${step}.text`)}</span></li>`)}
          </ol>
          <p>${text('door.noKey')}</p>
        </aside>
      </div>
    `;
  }

  private visitorsBar(): TemplateResult {
    return html`<div class="who-bar"><p>${text('visitor')}</p><button type="button" class="button" @click=${() => (this.signing = true)}>${text('signIn')}</button></div>`;
  }

  private whoBar(who: Caller): TemplateResult {
    const ends = isProvided() ? null : who.expiresAt;
    const days = ends ? Math.floor((Date.parse(ends) - Date.now()) / 86_400_000) : undefined;
    return html`<div class="who-bar">
      <p>
        <strong>${who.name ?? who.holder}</strong>
        <span>${joined(list(who.roles.map((role) => text(`role.${role}`))), who.entity)}</span>
        ${ends
          ? html`<span class=${days! < SOON ? 'ends-soon' : 'muted'}>${text('who.ends', { date: date(ends) })}</span>`
          : nothing}
      </p>
      <button type="button" class="button" @click=${this.leave}>${text('signOut')}</button>
    </div>`;
  }

  private leave(): void {
    navigate('/submit');
    signOut();
  }

  private places(rest: string[], who: Caller): TemplateResult {
    const places: [string, string][] = [['', text('place.home')]];
    if (who.roles.includes('preparer') || isSecretariat(who)) {
      places.push(['new', text('place.new')]);
    }
    places.push(['completeness', text('place.completeness')], ['windows', text('place.windows')]);
    if (who.roles.includes('administrator')) {
      places.push(['keys', text('place.keys')]);
    }
    return html`<nav class="places" aria-label=${text('places')}>
      ${places.map(([path, name]) => html`<a href="/submit${path && '/'}${path}" aria-current=${(rest[0] || '') === path ? 'page' : 'false'}>${name}</a>`)}
    </nav>`;
  }

  private place(rest: string[], who: Caller | undefined): TemplateResult {
    const [place, id] = rest;
    if (place === 'submissions' && id) {
      return html`<submission-view .submission=${id} .who=${who} .view=${this.address.query.get('view') ?? ''}></submission-view>`;
    }
    if (who) {
      switch (place) {
        case '':
          return html`<submit-home .who=${who}></submit-home>`;
        case 'new':
          return html`<new-submission .who=${who}></new-submission>`;
        case 'jobs':
          return html`<job-view .job=${id} .submission=${this.address.query.get('submission')}></job-view>`;
        case 'reports':
          return html`<report-view .report=${id} .submission=${this.address.query.get('submission')}></report-view>`;
        case 'completeness':
          return html`<completeness-view .who=${who} .year=${this.address.query.get('year')}></completeness-view>`;
        case 'windows':
          return html`<windows-view .who=${who}></windows-view>`;
        case 'keys':
          return html`<keys-view .who=${who}></keys-view>`;
      }
    }
    return html`<h1>${text('unknown.title')}</h1><p class="lead">${text('unknown.text')}</p><p><a class="button" href="/submit">${text('place.home')}</a></p>`;
  }

  private titleOf(rest: string[]): string {
    switch (rest[0]) {
      case 'new':
        return text('new.title');
      case 'jobs':
        return text('job.title');
      case 'reports':
        return text('report.title');
      case 'submissions':
        return text('submission');
      case 'completeness':
        return text('place.completeness');
      case 'windows':
        return text('place.windows');
      case 'keys':
        return text('place.keys');
      default:
        return text('title');
    }
  }
}

/** @param turn only tells that somebody else may be signed in */
function whoAfter(_turn: number): Promise<Caller> {
  return caller();
}

customElements.define('submit-page', SubmitPage);
