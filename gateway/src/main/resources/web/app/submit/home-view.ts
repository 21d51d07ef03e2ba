import { html, nothing, type TemplateResult } from 'lit';
import { isSecretariat, type Caller } from '../api/caller';
import { Asked } from '../api/asked';
import { sessionTurn } from '../api/session';
import { submissions, type Submission } from '../api/submissions';
import { failure } from '../shell/failure';
import { Part } from './part';
import './publish-form';
import { submissionList } from './submission-list';
import { text } from './texts';

/** What waits for whoever is signed in, and all the rest. */
export class HomeView extends Part {
  static override properties = { who: { attribute: false } };

  declare who: Caller;
  private readonly asked = new Asked(this, (of: { entity: string | null }) => recent(of.entity));

  override willUpdate(): void {
    this.asked.about({ entity: this.who.entity, ...{ as: sessionTurn() } });
  }

  override render() {
    const title = this.who.entity ? text('home.title.entity', { entity: this.who.entity }) : text('home.title.secretariat');
    return html`
      <div class="with-action">
        <h1>${title}</h1>
        ${this.who.roles.includes('preparer') || isSecretariat(this.who)
          ? html`<a class="button primary" href="/submit/new">${text('new')}</a>`
          : nothing}
      </div>
      ${this.asked.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: (all) => this.lists(all),
        failed: (problem, again) => failure(problem, again),
      })}
    `;
  }

  private lists(all: Submission[]): TemplateResult {
    const mine = all.filter((submission) => waitsFor(this.who, submission));
    const open = all.filter((submission) => !mine.includes(submission) && ['draft', 'returned', 'validated', 'certified'].includes(submission.status));
    const past = all.filter((submission) => !mine.includes(submission) && !open.includes(submission));
    return html`
      ${submissionList(text('home.mine'), mine, text('home.mine.empty'))}
      ${isSecretariat(this.who) && mine.length > 1 ? html`<publish-form .certified=${mine} @datacube-published=${() => this.asked.again()}></publish-form>` : nothing}
      ${open.length ? submissionList(text('home.open'), open) : nothing}
      ${past.length ? submissionList(text('home.past'), past) : nothing}
    `;
  }
}

/** The open ones, all of them; and of what is past the latest. */
async function recent(entity: string | null): Promise<Submission[]> {
  if (entity) {
    return submissions({ entity }, 400);
  }
  const open = await Promise.all(['certified', 'validated', 'returned', 'draft'].map((status) => submissions({ status })));
  const past = await submissions({ status: 'published' }, 20);
  return [...open.flat(), ...past.slice(0, 20)];
}

/** Whether the next step is this person's. */
export function waitsFor(who: Caller, submission: Submission): boolean {
  if (isSecretariat(who)) {
    return submission.status === 'certified' && !submission.test;
  }
  return (
    (who.roles.includes('certifier') && submission.status === 'validated' && submission.preparedBy !== who.holder) ||
    (who.roles.includes('preparer') && (submission.status === 'draft' || submission.status === 'returned'))
  );
}

customElements.define('submit-home', HomeView);
