import { html } from 'lit';
import { send } from '../api/fetching';
import { ifMatch, type Finding, type Submission } from '../api/submissions';
import { Deed } from './deed';
import { Part } from './part';
import { text } from './texts';
import { trouble } from './trouble';

/** Where a draft's audited total, source and what it replaces are changed. Sends `datacube-changed`, or `datacube-put-away`. */
export class FactsForm extends Part {
  static override properties = { submission: { attribute: false } };

  declare submission: Submission;
  private readonly deed = new Deed(this);

  override firstUpdated(): void {
    this.querySelector('input')!.focus();
  }

  override render() {
    const findings = this.deed.problem?.members.findings as Finding[] | undefined;
    return html`<form @submit=${this.submitted}>
      <div class="fields">
        <div class="field">
          <label for="total">${text('controlTotal')}</label>
          <input id="total" name="controlTotal" inputmode="decimal" autocomplete="off" dir="ltr" .value=${this.submission.controlTotal ?? ''} />
        </div>
        <div class="field">
          <label for="its-source">${text('source')} <span class="muted">${text('optional')}</span></label>
          <input id="its-source" name="source" autocomplete="off" dir="auto" .value=${this.submission.source ?? ''} />
        </div>
      </div>
      <label class="check"><input type="checkbox" name="supplement" .checked=${this.submission.replaces === 'breakdowns'} /><span>${text('new.supplement')}</span></label>
      ${findings
        ? html`<ul class="failure" role="alert">${findings.map((finding) => html`<li lang="en" dir="ltr"><code>${finding.value ?? ''}</code> ${finding.message} ${finding.expected ?? ''}</li>`)}</ul>`
        : trouble(this.deed.problem, () => this.changed())}
      <p class="actions">
        <button class="button primary" ?disabled=${this.deed.busy}>${text('facts.save')}</button>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('datacube-put-away'))}>${text('cancel')}</button>
      </p>
    </form>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(given.get(name)).trim() || null;
    const patch = { controlTotal: said('controlTotal'), source: said('source'), replaces: given.has('supplement') ? 'breakdowns' : 'submission' };
    const submission = this.submission;
    const after = await this.deed.run(JSON.stringify(patch), async () => {
      const headers = { ...ifMatch(submission), 'Content-Type': 'application/merge-patch+json' };
      return (await send<Submission>(`/submissions/${submission.id}`, { method: 'PATCH', headers, body: patch })).body;
    });
    if (after) {
      this.changed(after);
    }
  }

  private changed(after?: Submission): void {
    this.dispatchEvent(new CustomEvent('datacube-changed', { detail: after, bubbles: true }));
    this.dispatchEvent(new CustomEvent('datacube-put-away'));
  }
}

customElements.define('facts-form', FactsForm);
