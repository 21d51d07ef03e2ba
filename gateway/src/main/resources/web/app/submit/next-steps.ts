import { html, nothing, type TemplateResult } from 'lit';
import { isSecretariat, mayPrepare, type Caller } from '../api/caller';
import { send } from '../api/fetching';
import { Problem } from '../api/problem';
import { takeStep, type Submission } from '../api/submissions';
import { navigate } from '../shell/navigation';
import { Deed } from './deed';
import { Part } from './part';
import { addressOf, reportIn } from './sending';
import { text, titleOf } from './texts';
import { trouble } from './trouble';

type Name = 'validation' | 'reopening' | 'certification' | 'return' | 'withdrawal' | 'publication';

interface Offer {
  name: Name;
  isMain?: boolean;
  /** Whether words go with it, and whether they must. */
  words?: 'may' | 'must';
}

/** Whose turn it is, and the steps that whoever is signed in can take. Sends `datacube-changed` after each. */
export class NextSteps extends Part {
  static override properties = { submission: { attribute: false }, who: { attribute: false }, asking: { state: true }, done: { state: true }, copied: { state: true } };

  declare submission: Submission;
  declare who: Caller;
  declare asking?: Name;
  /** What was done last, for who cannot see the page change. */
  declare done: string;
  declare copied: boolean;
  private readonly deed = new Deed(this);

  constructor() {
    super();
    this.done = '';
    this.copied = false;
  }

  override render() {
    const offers = offersTo(this.who, this.submission);
    const asked = offers.find((offer) => offer.name === this.asking);
    return html`
      <section class="next-steps" aria-labelledby="next-title">
        <h2 id="next-title">${text('next.title')}</h2>
        <p>${text(situation(this.who, this.submission))}</p>
        <p class="visually-hidden" role="status">${this.done}</p>
        ${trouble(this.deed.problem, () => this.changed())}
        ${this.unexplained()}
        ${asked ? this.form(asked) : this.buttons(offers)}
      </section>
    `;
  }

  private buttons(offers: Offer[]): TemplateResult {
    return html`<p class="actions">
      ${offers.map((offer) => html`<button type="button" class=${offer.isMain ? 'button primary' : 'button'} ?disabled=${this.deed.busy} @click=${() => this.begin(offer)}>${text(`step.${offer.name}`)}</button>`)}
      ${['validated', 'certified'].includes(this.submission.status)
        ? html`<button type="button" class="button" @click=${this.copy}>${this.copied ? text('copied') : text('next.copy')}</button>`
        : nothing}
    </p>`;
  }

  private unexplained(): TemplateResult | typeof nothing {
    return this.deed.problem?.slug === 'unexplained-warnings'
      ? html`<p><a href="/submit/submissions/${this.submission.id}?view=findings">${text('view.findings')}</a></p>`
      : nothing;
  }

  private form(offer: Offer): TemplateResult {
    const isTitle = offer.name === 'publication';
    return html`<form class="step-form" @submit=${(event: Event) => this.submitted(event, offer)}>
      <p class="step-what"><strong>${text(`step.${offer.name}`)}</strong> ${text(`step.${offer.name}.text`)}</p>
      <div class="field">
        <label for="words">${isTitle ? text('step.words.title') : offer.words === 'must' ? text('step.words.must') : text('step.words')}</label>
        ${isTitle
          ? html`<input id="words" name="words" maxlength="500" dir="auto" .value=${titleOf(this.submission)} />`
          : html`<textarea id="words" name="words" rows="3" maxlength="4000" dir="auto" ?required=${offer.words === 'must'}></textarea>`}
      </div>
      <p class="actions">
        <button class="button primary" ?disabled=${this.deed.busy}>${text(`step.${offer.name}`)}</button>
        <button type="button" class="button" @click=${() => (this.asking = undefined)}>${text('cancel')}</button>
      </p>
    </form>`;
  }

  private async begin(offer: Offer): Promise<void> {
    this.deed.forget();
    this.done = '';
    if (!offer.words) {
      await this.take(offer, '');
      return;
    }
    this.asking = offer.name;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#words')?.focus();
  }

  private async submitted(event: Event, offer: Offer): Promise<void> {
    event.preventDefault();
    await this.take(offer, String(new FormData(event.target as HTMLFormElement).get('words') ?? '').trim());
  }

  private async take(offer: Offer, words: string): Promise<void> {
    const submission = this.submission;
    const after = await this.deed.run(`${offer.name} ${submission.id} ${submission.version} ${words}`, (key) => taken(offer.name, submission, words, key));
    if (after === undefined) {
      return;
    }
    this.asking = undefined;
    if ('report' in after) {
      navigate(addressOf({ kind: 'report', id: after.report }, submission.id));
    } else {
      this.done = text(`status.${after.status}`);
      this.changed(after);
    }
  }

  private changed(after?: Submission): void {
    this.deed.forget();
    this.dispatchEvent(new CustomEvent('datacube-changed', { detail: after, bubbles: true }));
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(`${location.origin}/submit/submissions/${this.submission.id}`);
    this.copied = true;
  }
}

async function taken(name: Name, submission: Submission, words: string, key: string): Promise<Submission | { report: string }> {
  try {
    if (name === 'publication') {
      await send('/editions', { method: 'POST', headers: { 'Idempotency-Key': key }, body: { submissions: [submission.id], title: words || undefined } });
      return (await send<Submission>(`/submissions/${submission.id}`)).body;
    }
    return await takeStep(submission, name, key, words);
  } catch (e) {
    if (e instanceof Problem && e.members.report) {
      return { report: reportIn(e).id };
    }
    throw e;
  }
}

/** What is offered; whether it is allowed the services decide. */
function offersTo(who: Caller, submission: Submission): Offer[] {
  const prepares = mayPrepare(who, submission.entity);
  const certifies = who.roles.includes('certifier') || isSecretariat(who);
  const offers: Offer[] = [];
  switch (submission.status) {
    case 'draft':
    case 'returned':
      if (prepares) offers.push({ name: 'validation', isMain: true });
      break;
    case 'validated':
      if (certifies && submission.preparedBy !== who.holder) {
        offers.push({ name: 'certification', isMain: true, words: 'may' }, { name: 'return', words: 'must' });
      }
      if (prepares) offers.push({ name: 'reopening', words: 'may' });
      break;
    case 'certified':
      if (isSecretariat(who) && !submission.test) offers.push({ name: 'publication', isMain: true, words: 'may' });
      if (certifies) offers.push({ name: 'return', words: 'must' });
      break;
    default:
      return [];
  }
  offers.push({ name: 'withdrawal', words: 'may' });
  return offers;
}

/** The text on whose turn it is. */
function situation(who: Caller, submission: Submission) {
  const certifies = who.roles.includes('certifier') && submission.preparedBy !== who.holder;
  switch (submission.status) {
    case 'draft':
      return 'next.draft';
    case 'returned':
      return 'next.returned';
    case 'validated':
      return certifies ? 'next.validated.yours' : 'next.validated';
    case 'certified':
      return submission.test ? 'next.certified.test' : isSecretariat(who) ? 'next.certified.yours' : 'next.certified';
    default:
      return `next.${submission.status}` as const;
  }
}

customElements.define('next-steps', NextSteps);
