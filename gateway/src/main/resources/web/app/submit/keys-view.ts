import { html, nothing, type TemplateResult } from 'lit';
import type { Caller, Role } from '../api/caller';
import { Asked } from '../api/asked';
import { send } from '../api/fetching';
import { sessionTurn } from '../api/session';
import { language } from '../language/choice';
import { byName, date, dateTime, list } from '../language/formats';
import { failure } from '../shell/failure';
import { entities } from './codes';
import { Deed } from './deed';
import './new-key';
import { Part } from './part';
import { joined, text } from './texts';
import { trouble } from './trouble';

/** A key as an administrator sees it; `key` itself only once. */
export interface ApiKey {
  id: string;
  key?: string;
  name: string;
  roles: Role[];
  entity: string | null;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  replacedBy: string | null;
  lastUsedAt: string | null;
}

type State = 'valid' | 'ended' | 'revoked';

/** Who may write: keys are listed, issued, replaced and revoked. */
export class KeysView extends Part {
  static override properties = { who: { attribute: false }, shown: { state: true }, words: { state: true }, all: { state: true }, asking: { state: true }, said: { state: true }, roles: { state: true } };

  declare who: Caller;
  /** The key that was just made, until it is put away. */
  declare shown?: ApiKey;
  declare words: string;
  /** Whether ended and revoked keys are listed too. */
  declare all: boolean;
  /** "rotate ID" or "revoke ID". */
  declare asking: string;
  declare said: string;
  /** For whom the form makes a key. */
  declare roles: 'entity' | 'secretariat';
  private readonly asked = new Asked(this, async () => (await send<ApiKey[]>('/api-keys')).body);
  private readonly entities = new Asked(this, () => entities());
  private readonly issuing = new Deed(this);
  private readonly changing = new Deed(this);
  private turn = 0;

  constructor() {
    super();
    this.words = '';
    this.all = false;
    this.asking = '';
    this.said = '';
    this.roles = 'entity';
  }

  override willUpdate(): void {
    this.asked.about({ as: sessionTurn(), turn: this.turn });
    this.entities.about({ lang: language() });
  }

  override render() {
    return html`
      <h1>${text('keys.title')}</h1>
      <p class="lead">${text('keys.text')}</p>
      <p role="status" class=${this.said ? 'done' : 'visually-hidden'}>${this.said}</p>
      ${this.shown ? html`<new-key .made=${this.shown} @datacube-put-away=${() => (this.shown = undefined)}></new-key>` : nothing}
      ${this.form()}
      ${this.asked.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: (keys) => this.table(keys),
        failed: (problem, again) => failure(problem, again),
      })}
    `;
  }

  private form(): TemplateResult {
    const forEntity = this.roles === 'entity';
    const codes = [...(this.entities.value ?? [])].sort((one, other) => byName(one.code, other.code));
    const roles: Role[] = forEntity ? ['preparer', 'certifier'] : ['reviewer', 'administrator'];
    return html`<details class="card issue" ?open=${this.issuing.problem !== undefined}>
      <summary><strong>${text('keys.issue')}</strong></summary>
      <form @submit=${this.issue}>
        <fieldset class="inline"><legend>${text('keys.for')}</legend>
          ${(['entity', 'secretariat'] as const).map(
            (each) => html`<label class="check"><input type="radio" name="scope" value=${each} .checked=${this.roles === each} @change=${() => (this.roles = each)} /><span>${text(`keys.for.${each}`)}</span></label>`,
          )}
        </fieldset>
        <div class="fields">
          <div class="field"><label for="key-name">${text('keys.name')}</label><input id="key-name" name="name" required maxlength="200" autocomplete="off" dir="auto" aria-describedby="name-hint" /><p class="hint" id="name-hint">${text('keys.name.hint')}</p></div>
          ${forEntity ? html`<div class="field"><label for="key-entity">${text('entity')}</label><select id="key-entity" name="entity">${codes.map((each) => html`<option value=${each.code}>${each.code} – ${each.label}</option>`)}</select></div>` : nothing}
          <div class="field"><label for="key-role">${text('keys.role')}</label><select id="key-role" name="role">${roles.map((role) => html`<option value=${role}>${text(`role.${role}`)}</option>`)}</select></div>
          <div class="field"><label for="key-expires">${text('keys.expires')}</label><input id="key-expires" name="expiresAt" type="date" required .value=${inAYear()} /></div>
        </div>
        ${trouble(this.issuing.problem)}
        <p class="actions"><button class="button primary" ?disabled=${this.issuing.busy}>${text('keys.issue')}</button></p>
      </form>
    </details>`;
  }

  private table(keys: ApiKey[]): TemplateResult {
    const words = this.words.toLocaleLowerCase(language());
    const wanted = keys
      .filter((key) => this.all || stateOf(key) === 'valid')
      .filter((key) => `${key.id} ${key.name} ${key.entity ?? ''}`.toLocaleLowerCase(language()).includes(words));
    return html`
      <div class="filters">
        <div class="field"><label for="words">${text('keys.find')}</label><input id="words" type="search" .value=${this.words} @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)} /></div>
        <label class="check"><input type="checkbox" .checked=${this.all} @change=${(event: Event) => (this.all = (event.target as HTMLInputElement).checked)} /><span>${text('keys.all')}</span></label>
      </div>
      ${this.asking ? nothing : trouble(this.changing.problem)}
      <p class="muted" role="status">${text('keys.count', { count: wanted.length })}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${text('table')}><table class="keys">
        <thead><tr>
          <th scope="col">${text('keys.name')}</th>
          <th scope="col">${text('keys.may')}</th>
          <th scope="col">${text('keys.expires')}</th>
          <th scope="col">${text('keys.used')}</th>
          <th scope="col"><span class="visually-hidden">${text('keys.change')}</span></th>
        </tr></thead>
        <tbody>${wanted.slice(0, 200).map((key) => this.row(key))}</tbody>
      </table></div>
      ${wanted.length > 200 ? html`<p class="muted">${text('keys.more', { count: 200 })}</p>` : nothing}
    `;
  }

  private row(key: ApiKey): TemplateResult {
    const state = stateOf(key);
    return html`
      <tr>
        <th scope="row"><strong dir="auto">${key.name}</strong><br /><code class="muted" dir="ltr">${key.id}</code> ${key.replacedBy ? html`<span class="muted">${text('keys.replaced', { id: key.replacedBy })}</span>` : nothing}</th>
        <td>${joined(list(key.roles.map((role) => text(`role.${role}`))), key.entity)}</td>
        <td>${state === 'revoked' ? html`<span class="badge badge-reject">${text('keys.revoked')}</span> ${date(key.revokedAt)}` : key.expiresAt ? html`${date(key.expiresAt)} ${state === 'ended' ? html`<span class="badge">${text('keys.ended')}</span>` : nothing}` : text('keys.never')}</td>
        <td>${key.lastUsedAt ? dateTime(key.lastUsedAt) : text('keys.unused')}</td>
        <td class="line-actions">
          ${state === 'valid'
            ? html`${key.replacedBy ? nothing : html`<button type="button" class="button small" aria-label=${text('keys.rotate.of', { name: key.name })} @click=${() => this.ask(`rotate ${key.id}`)}>${text('keys.rotate')}</button>`}
                <button type="button" class="button small danger" aria-label=${text('keys.revoke.of', { name: key.name })} @click=${() => this.ask(`revoke ${key.id}`)}>${text('keys.revoke')}</button>`
            : nothing}
        </td>
      </tr>
      ${this.asking === `rotate ${key.id}` ? this.rotation(key) : this.asking === `revoke ${key.id}` ? this.revocation(key) : nothing}
    `;
  }

  private rotation(key: ApiKey): TemplateResult {
    return html`<tr class="editing"><td colspan="5"><form @submit=${(event: Event) => this.rotate(event, key)}>
      <p>${text('keys.rotate.text')}</p>
      <div class="field"><label for="overlap">${text('keys.overlap')}</label>
        <select id="overlap" name="overlap">
          <option value="P1D">${text('days', { count: 1 })}</option>
          <option value="P7D">${text('days', { count: 7 })}</option>
          <option value="P30D">${text('days', { count: 30 })}</option>
          <option value="PT0S">${text('keys.overlap.none')}</option>
        </select></div>
      ${trouble(this.changing.problem)}
      <p class="actions"><button class="button primary" ?disabled=${this.changing.busy}>${text('keys.rotate')}</button><button type="button" class="button" @click=${() => (this.asking = '')}>${text('cancel')}</button></p>
    </form></td></tr>`;
  }

  private revocation(key: ApiKey): TemplateResult {
    const isOwn = key.id === this.who.holder;
    return html`<tr class="editing"><td colspan="5"><form @submit=${(event: Event) => this.revoke(event, key)}>
      <p>${text('keys.revoke.text', { name: key.name })} ${isOwn ? html`<strong>${text('keys.revoke.own')}</strong>` : nothing}</p>
      ${trouble(this.changing.problem)}
      <p class="actions"><button class="button danger" ?disabled=${this.changing.busy}>${text('keys.revoke')}</button><button type="button" class="button" @click=${() => (this.asking = '')}>${text('cancel')}</button></p>
    </form></td></tr>`;
  }

  private async ask(asking: string): Promise<void> {
    this.changing.forget();
    this.said = '';
    this.asking = asking;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.editing select, .editing button')?.focus();
  }

  private async issue(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const body = {
      name: String(given.get('name')).trim(),
      roles: [String(given.get('role'))],
      entity: given.get('entity') ?? undefined,
      expiresAt: `${given.get('expiresAt')}T23:59:59Z`,
    };
    const made = await this.issuing.run(JSON.stringify(body), async () => (await send<ApiKey>('/api-keys', { method: 'POST', body })).body);
    if (made) {
      (form.elements.namedItem('name') as HTMLInputElement).value = '';
      this.show(made);
    }
  }

  private async rotate(event: Event, key: ApiKey): Promise<void> {
    event.preventDefault();
    const overlap = String(new FormData(event.target as HTMLFormElement).get('overlap'));
    const made = await this.changing.run(`rotate ${key.id}`, async () => (await send<ApiKey>(`/api-keys/${key.id}/rotation`, { method: 'POST', body: { overlap } })).body);
    if (made) {
      this.asking = '';
      this.show(made);
    }
  }

  private async revoke(event: Event, key: ApiKey): Promise<void> {
    event.preventDefault();
    const done = await this.changing.run(`revoke ${key.id}`, () => send(`/api-keys/${key.id}`, { method: 'DELETE' }));
    if (done) {
      this.asking = '';
      this.said = text('keys.revoked.done', { name: key.name });
      this.turn++;
    }
  }

  private show(made: ApiKey): void {
    this.shown = made;
    this.said = '';
    this.turn++;
    this.requestUpdate();
  }
}

function stateOf(key: ApiKey): State {
  return key.revokedAt ? 'revoked' : key.expiresAt && Date.parse(key.expiresAt) <= Date.now() ? 'ended' : 'valid';
}

function inAYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

customElements.define('keys-view', KeysView);
