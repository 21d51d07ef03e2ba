import { html, nothing } from 'lit';
import { caller } from '../api/caller';
import { Problem } from '../api/problem';
import { hasProvider, signInAddress } from '../api/provider';
import { signIn } from '../api/session';
import { failure } from '../shell/failure';
import { asProblem } from './deed';
import { Part } from './part';
import { text } from './texts';

const FORM = /^udc_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/;

/** Where somebody signs in at the provider, where there is one, or enters their key. A key is tried before it is kept. */
export class SignInForm extends Part {
  static override properties = { provided: {}, keepsPage: { type: Boolean }, said: { state: true }, problem: { attribute: false }, busy: { state: true }, shown: { state: true } };

  /** What came of signing in at the provider: `failed`, or `away` where it did not answer. */
  declare provided: string | null;
  /** Whether the provider's page must not take the place of this one. */
  declare keepsPage: boolean;
  declare said: string;
  declare problem?: Problem;
  declare busy: boolean;
  declare shown: boolean;

  constructor() {
    super();
    this.provided = null;
    this.keepsPage = false;
    this.said = '';
    this.busy = false;
    this.shown = false;
  }

  private provider() {
    return html`
      <div class="sign-in-provider">
        ${this.provided === 'failed' || this.provided === 'away'
          ? html`<p class="field-error" role="alert">${text(`signIn.provider.${this.provided}`)}</p>`
          : nothing}
        <p><a class="button primary" href=${signInAddress()} target=${this.keepsPage ? '_blank' : nothing}>${text('signIn.provider')}</a></p>
        <p class="hint">${text(this.keepsPage ? 'signIn.provider.tab' : 'signIn.provider.hint')}</p>
      </div>
    `;
  }

  override render() {
    return html`
      ${hasProvider() ? this.provider() : nothing}
      <form class="sign-in" @submit=${this.submitted} novalidate>
        <div class="field">
          <label for="key">${text('signIn.key')}</label>
          <p class="hint" id="key-hint">${text('signIn.hint')}</p>
          <div class="sign-in-key">
            <input
              id="key"
              name="key"
              type=${this.shown ? 'text' : 'password'}
              autocomplete="current-password"
              spellcheck="false"
              autocapitalize="off"
              dir="ltr"
              aria-describedby="key-hint key-error"
              aria-invalid=${this.said ? 'true' : 'false'}
            />
            <button type="button" class="button" aria-pressed=${this.shown} @click=${() => (this.shown = !this.shown)}>
              ${text('signIn.show')}
            </button>
          </div>
          <p class="field-error" id="key-error" role="alert">${this.said}</p>
        </div>
        <label class="check">
          <input type="checkbox" name="remembered" checked />
          <span>${text('signIn.remember')}</span>
        </label>
        ${this.problem ? failure(this.problem) : nothing}
        <p class="actions">
          <button class=${hasProvider() ? 'button' : 'button primary'} ?disabled=${this.busy}>${this.busy ? text('signIn.busy') : text('signIn')}</button>
        </p>
      </form>
    `;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem('key') as HTMLInputElement;
    const remembered = (form.elements.namedItem('remembered') as HTMLInputElement).checked;
    const given = field.value.trim().replace(/^Bearer\s+/i, '');
    this.problem = undefined;
    this.said = given === '' ? text('signIn.empty') : FORM.test(given) || given.startsWith('eyJ') ? '' : text('signIn.mistyped');
    if (!this.said) {
      await this.attempt(given, remembered);
    }
    if (this.said) {
      field.focus();
    }
  }

  private async attempt(given: string, remembered: boolean): Promise<void> {
    this.busy = true;
    try {
      await caller(given);
      signIn(given, remembered);
    } catch (e) {
      const problem = asProblem(e);
      if (problem.isRefusedKey) {
        this.said = text('signIn.refused');
      } else {
        this.problem = problem;
      }
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('sign-in-form', SignInForm);
