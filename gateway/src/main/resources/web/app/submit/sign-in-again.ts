import { html } from 'lit';
import { isProvided, signOut } from '../api/session';
import { navigate } from '../shell/navigation';
import { Part } from './part';
import './sign-in-form';
import { text } from './texts';

/** Over a page whose key has ended: what was being done stays behind it and goes on once somebody has signed in. */
export class SignInAgain extends Part {
  override firstUpdated(): void {
    this.querySelector('dialog')!.showModal();
    this.querySelector<HTMLInputElement>('#key')?.focus();
  }

  private leave(): void {
    navigate('/submit');
    signOut();
  }

  override render() {
    return html`<dialog class="sign-in-again" aria-labelledby="again-title" @cancel=${(event: Event) => event.preventDefault()}>
      <h2 id="again-title">${text(isProvided() ? 'signIn.away' : 'signIn.ended')}</h2>
      <p>${text(isProvided() ? 'signIn.away.again' : 'signIn.again')}</p>
      <sign-in-form .keepsPage=${true}></sign-in-form>
      <p><button type="button" class="button" @click=${this.leave}>${text('signIn.leave')}</button></p>
    </dialog>`;
  }
}

customElements.define('sign-in-again', SignInAgain);
