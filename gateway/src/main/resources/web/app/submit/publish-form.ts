import { html } from 'lit';
import { send } from '../api/fetching';
import type { Submission } from '../api/submissions';
import { year } from '../language/formats';
import { Deed } from './deed';
import { Part } from './part';
import { text, titleOf } from './texts';
import { trouble } from './trouble';

/** Where the secretariat publishes several certified submissions as one edition: all that are chosen, or none. Sends `datacube-published`. */
export class PublishForm extends Part {
  static override properties = { certified: { attribute: false } };

  declare certified: Submission[];
  private readonly deed = new Deed(this);

  override render() {
    const years = [...new Set(this.certified.map((submission) => year(submission.year)))].join(' ');
    return html`<details class="card publish-form">
      <summary><strong>${text('publish.title')}</strong></summary>
      <form @submit=${this.submitted}>
        <fieldset class="inline">
          <legend>${text('publish.which')}</legend>
          ${this.certified.map((each) => html`<label class="check"><input type="checkbox" name="submission" value=${each.id} checked /><span>${titleOf(each)}</span></label>`)}
        </fieldset>
        <div class="field"><label for="edition-title">${text('step.words.title')}</label><input id="edition-title" name="title" maxlength="500" dir="auto" .value=${years} /></div>
        ${trouble(this.deed.problem, () => this.published())}
        <p class="actions"><button class="button primary" ?disabled=${this.deed.busy}>${text('step.publication')}</button> <span class="muted">${text('publish.text')}</span></p>
      </form>
    </details>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const body = { submissions: given.getAll('submission').map(String), title: String(given.get('title')).trim() || undefined };
    if (body.submissions.length === 0) {
      return;
    }
    const done = await this.deed.run(JSON.stringify(body), (key) => send('/editions', { method: 'POST', headers: { 'Idempotency-Key': key }, body }));
    if (done) {
      this.published();
    }
  }

  private published(): void {
    this.deed.forget();
    this.dispatchEvent(new CustomEvent('datacube-published', { bubbles: true }));
  }
}

customElements.define('publish-form', PublishForm);
