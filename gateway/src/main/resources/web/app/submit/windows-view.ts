import { html, nothing, type TemplateResult } from 'lit';
import type { Caller } from '../api/caller';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { Problem } from '../api/problem';
import { sessionTurn } from '../api/session';
import { language } from '../language/choice';
import { byName, date, dateTime, year } from '../language/formats';
import { failure } from '../shell/failure';
import { entities } from './codes';
import { Deed } from './deed';
import { Part } from './part';
import { text } from './texts';
import { trouble } from './trouble';
import type { Window } from './windows';

/** When years are reported, and who has longer. Administrators set it. */
export class WindowsView extends Part {
  static override properties = { who: { attribute: false }, said: { state: true } };

  declare who: Caller;
  declare said: string;
  private readonly asked = new Asked(this, async () => (await send<{ windows: Window[] }>('/reporting-windows')).body.windows);
  private readonly entities = new Asked(this, () => entities());
  private readonly setting = new Deed(this);
  private readonly extending = new Deed(this);
  private turn = 0;

  constructor() {
    super();
    this.said = '';
  }

  private get mayChange(): boolean {
    return this.who.roles.includes('administrator');
  }

  override willUpdate(): void {
    this.asked.about({ as: sessionTurn(), turn: this.turn });
    if (this.mayChange) {
      this.entities.about({ lang: language() });
    }
  }

  override render() {
    return html`
      <h1>${text('windows.title')}</h1>
      <p class="lead">${text('windows.text')}</p>
      <p role="status" class=${this.said ? 'done' : 'visually-hidden'}>${this.said}</p>
      ${this.asked.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: (windows) => html`${this.list(windows)} ${this.mayChange ? html`<div class="forms">${this.windowForm(windows)} ${windows.length ? this.extensionForm(windows) : nothing}</div>` : nothing}`,
        failed: (problem, again) => failure(problem, again),
      })}
    `;
  }

  private list(windows: Window[]): TemplateResult {
    if (windows.length === 0) {
      return html`<p class="nothing-found">${text('windows.none')}</p>`;
    }
    return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table>
      <thead><tr>
        <th scope="col">${text('year')}</th>
        <th scope="col">${text('windows.opens')}</th>
        <th scope="col">${text('deadline')}</th>
        <th scope="col">${text('state')}</th>
        <th scope="col">${text('windows.extensions')}</th>
      </tr></thead>
      <tbody>
        ${windows.map(
          (window) => html`<tr>
            <th scope="row">${year(window.year)}</th>
            <td>${date(window.opens)}</td>
            <td>${dateTime(window.deadline)}</td>
            <td>${stateOf(window)}</td>
            <td>
              ${window.extensions.length
                ? html`<ul class="plain">${window.extensions.map((each) => html`<li><strong>${each.entity}</strong> ${dateTime(each.deadline)}${each.reason ? html`<br /><span class="muted" dir="auto">${each.reason}</span>` : nothing}</li>`)}</ul>`
                : '–'}
            </td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  private windowForm(windows: Window[]): TemplateResult {
    const next = new Date().getFullYear();
    return html`<form class="card" @submit=${(event: Event) => this.setWindow(event, windows)}>
      <h2>${text('windows.set')}</h2>
      <div class="fields">
        <div class="field"><label for="window-year">${text('year')}</label><input id="window-year" name="year" type="number" min="2011" max="2999" required .value=${String(next - 1)} /></div>
        <div class="field"><label for="opens">${text('windows.opens')}</label><input id="opens" name="opens" type="date" required /></div>
        <div class="field"><label for="deadline">${text('deadline')}</label><input id="deadline" name="deadline" type="date" required aria-describedby="deadline-hint" /><p class="hint" id="deadline-hint">${text('windows.deadline.hint')}</p></div>
      </div>
      ${trouble(this.setting.problem, () => this.reload(''))}
      <p class="actions"><button class="button primary" ?disabled=${this.setting.busy}>${text('windows.save')}</button></p>
    </form>`;
  }

  private extensionForm(windows: Window[]): TemplateResult {
    const all = [...(this.entities.value ?? [])].sort((one, other) => byName(one.code, other.code));
    return html`<form class="card" @submit=${this.extend}>
      <h2>${text('windows.extend')}</h2>
      <div class="fields">
        <div class="field"><label for="extend-year">${text('year')}</label><select id="extend-year" name="year">${windows.map((window) => html`<option>${window.year}</option>`)}</select></div>
        <div class="field"><label for="extend-entity">${text('entity')}</label><select id="extend-entity" name="entity">${all.map((each) => html`<option value=${each.code}>${each.code} – ${each.label}</option>`)}</select></div>
        <div class="field"><label for="extend-until">${text('deadline')}</label><input id="extend-until" name="deadline" type="date" required /></div>
        <div class="field field-wide"><label for="reason">${text('windows.reason')}</label><input id="reason" name="reason" required maxlength="4000" dir="auto" /></div>
      </div>
      ${trouble(this.extending.problem, () => this.reload(''))}
      <p class="actions"><button class="button primary" ?disabled=${this.extending.busy}>${text('windows.grant')}</button></p>
    </form>`;
  }

  private async setWindow(event: Event, windows: Window[]): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const ofYear = String(given.get('year'));
    const known = windows.some((window) => String(window.year) === ofYear);
    const body = { opens: `${given.get('opens')}T00:00:00Z`, deadline: `${given.get('deadline')}T23:59:59Z` };
    const done = await this.setting.run(`window ${ofYear}`, async () => {
      const match: Record<string, string> = known ? { 'If-Match': await tagOf(ofYear) } : { 'If-None-Match': '*' };
      return send(`/reporting-windows/${ofYear}`, { method: 'PUT', headers: match, body });
    });
    if (done) {
      this.reload(text('windows.saved', { year: ofYear }));
    }
  }

  private async extend(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const ofYear = String(given.get('year'));
    const entity = String(given.get('entity'));
    const body = { deadline: `${given.get('deadline')}T23:59:59Z`, reason: String(given.get('reason')) };
    const done = await this.extending.run(`extend ${ofYear} ${entity}`, async () =>
      send(`/reporting-windows/${ofYear}/extensions/${entity}`, { method: 'PUT', headers: { 'If-Match': await tagOf(ofYear) }, body }),
    );
    if (done) {
      this.reload(text('windows.granted', { entity, year: ofYear }));
    }
  }

  private reload(said: string): void {
    this.said = said;
    this.turn++;
    this.setting.forget();
    this.extending.forget();
  }
}

async function tagOf(ofYear: string): Promise<string> {
  const tag = (await send(`/reporting-windows/${ofYear}`)).headers.get('ETag');
  if (!tag) {
    throw new Problem({ status: 412, type: 'changed' });
  }
  return tag;
}

function stateOf(window: Window): TemplateResult {
  const now = Date.now();
  const state = now < Date.parse(window.opens) ? 'before' : now <= Date.parse(window.deadline) ? 'open' : 'closed';
  return html`<span class="badge window-${state}">${text(`windows.${state}`)}</span>`;
}

customElements.define('windows-view', WindowsView);
