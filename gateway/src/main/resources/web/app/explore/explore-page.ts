import { html, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import type { Problem } from '../api/problem';
import type { Cube, Question } from '../api/questions';
import type { Pick } from '../chart/chart';
import { chartTexts } from '../chart/texts';
import { citeTexts } from '../cite/texts';
import { language } from '../language/choice';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import { Page, type PageModule } from '../shell/page';
import { drawnOf, kindsFor, type Kind } from './charts';
import { cubeFacts, CUBES, dimensionOf, type CubeFacts } from './cube-facts';
import { coverageStrip } from './coverage-strip';
import { CubeTable } from './cube-table';
import { cutName, dimensionName, titleOf } from './names';
import { crumbsOf, upTo, type Crumb } from './crumbs';
import type { Cut } from './cut';
import { memberNames, NO_NAMES, type MemberNames } from './names-of-members';
import { askTable, asParameter, orderOf, type Part, type Table } from './table';
import { text } from './texts';
import { atOnce, isAboutAddress, repair, type Repaired } from './trouble';
import { addressOf, changed, questionOf, rowsOf, START, viewOf, type View } from './view';
import '../chart/cube-chart';
import '../cite/cite-panel';
import '../cite/data-panel';
import './edition-diff';
import './figure-lines';
import './gap-list';
import './member-picker';
import './money-flow';
import './no-answer';
import './panel-dialog';
import './question-builder';
import './quick-find';

export const page: PageModule['page'] = { element: 'explore-page', texts: [text, chartTexts, citeTexts] };

const CONDITIONS = ['where', 'having', 'top', 'per', 'others', 'structure', 'asOf'] as const;

/** Any question, as a chart and a table: what is asked stands in the address, and nowhere else. */
class ExplorePage extends Page {
  static override properties = { ...Page.properties, picking: { state: true }, isBuilding: { state: true } };

  /** The condition that is being chosen, and the place of the one that it is to replace. */
  declare picking?: { cut: Cut; at?: number };
  declare isBuilding: boolean;

  private view: View = START;
  private broken: Repaired = { view: START, troubles: [] };
  /** The address without what is open over it; and whether the reader came from there, so that closing leads back. */
  private bare = '';
  /** The question whose table is too long to be held, so that its pages come from the service. */
  private tooLong?: string;
  private isOpenedHere = false;

  private readonly facts = new Asked(this, ({ cube }: { cube: Cube; lang: string }) => cubeFacts(cube));
  private readonly table = new Asked(this, ({ cube, question, part }: { cube: Cube; question: Question; part?: Part; lang: string }) => this.ask(cube, question, part));
  private readonly named = new Asked(this, ({ cube, dimensions }: { cube: Cube; dimensions: string[]; edition?: number; lang: string }) => memberNames(cube, dimensions, this.facts.value));
  private readonly repaired = new Asked(this, ({ start }: { start: Repaired }) => repair(start));

  constructor() {
    super();
    this.isBuilding = false;
  }

  override willUpdate(changes: Map<string, unknown>): void {
    const { view, unknown } = viewOf(this.address.query);
    this.view = view;
    if (changes.has('address')) {
      this.remember();
    }
    this.broken = atOnce(view, unknown, this.address.query);
    const lang = language();
    if (CUBES.includes(view.cube)) {
      this.facts.about({ cube: view.cube, lang });
    }
    if (this.broken.troubles.length > 0) {
      this.repaired.about({ start: this.broken });
      return;
    }
    const question = questionOf(view);
    this.table.about({ cube: view.cube, question, part: this.tooLong === JSON.stringify(question) ? this.wantedPart() : undefined, lang });
    const dimensions = [...new Set([...view.drilldown.map(dimensionOf), ...view.cut.map((cut) => cut.dimension), 'entity'])].filter((of) => of !== 'year').sort();
    this.named.about({ cube: view.cube, dimensions, edition: this.facts.value?.edition, lang });
  }

  private async ask(cube: Cube, question: Question, part?: Part): Promise<Table> {
    const table = await askTable(cube, question, part);
    this.tooLong = table.paged === undefined ? undefined : JSON.stringify(question);
    return table;
  }

  private wantedPart(): Part {
    const first = rowsOf(this.view)[0];
    return { page: this.view.page, order: asParameter(orderOf(this.view.order, first, this.view.measures), first) };
  }

  private remember(): void {
    const bare = addressOf({ ...this.view, cell: undefined, panel: undefined });
    const isOpen = this.view.cell !== undefined || this.view.panel !== undefined;
    this.isOpenedHere = isOpen && bare === this.bare;
    this.bare = bare;
  }

  /** Closing what is open over the page leaves no second entry of the same page in the history. */
  private closePanel(): void {
    if (this.isOpenedHere) {
      history.back();
    } else {
      navigate(this.bare, { replace: true });
    }
  }

  private get names(): MemberNames {
    return this.named.value ?? NO_NAMES;
  }

  override render() {
    if (this.broken.troubles.length > 0) {
      return this.troubled();
    }
    return this.facts.render({
      waiting: () => this.framed(html`<p class="waiting" role="status">${text('waiting')}</p>`),
      here: (facts) => (facts.cube === this.view.cube ? this.whole(facts) : this.framed(html`<p class="waiting" role="status">${text('waiting')}</p>`)),
      failed: (problem, again) => this.framed(failure(problem, again)),
    });
  }

  private framed(content: TemplateResult): TemplateResult {
    this.entitle(text('title'));
    return html`<div class="wide explore"><h1>${text('title')}</h1>${content}</div>`;
  }

  private whole(facts: CubeFacts): TemplateResult {
    return this.table.render({
      waiting: () => this.frame(facts, html`<p class="waiting" role="status">${text('waiting')}</p>`),
      here: (table, isStale) => this.frame(facts, this.answered(facts, table, isStale)),
      failed: (problem, again) => (isAboutAddress(problem) ? this.troubled() : this.frame(facts, this.failed(problem, again))),
    });
  }

  private failed(problem: Problem, again: () => void): TemplateResult {
    return html`${failure(problem, again)}<p><a href=${addressOf(START)}>${text('reset')}</a></p>`;
  }

  private frame(facts: CubeFacts, content: TemplateResult): TemplateResult {
    const title = titleOf(this.view, facts);
    const crumbs = crumbsOf(this.view, facts, this.names);
    const inside = this.view.cut.filter((cut) => cut.dimension !== 'year').map((cut) => cutName(cut, (dimension, code) => this.names.name(dimension, code)));
    this.entitle([title, ...inside].join(' – '));
    return html`<div class="wide explore">
      ${this.crumbs(crumbs)}
      <div class="explore-head"><h1>${title}</h1>${this.actions()}</div>
      <div class="explore-frame">
        <div class="explore-builder" ?data-open=${this.isBuilding}>
          <button type="button" class="button builder-toggle" aria-expanded=${this.isBuilding} aria-controls="question-builder" @click=${() => (this.isBuilding = !this.isBuilding)}>${text('builder')}</button>
          <div id="question-builder"><question-builder .view=${this.view} .facts=${facts}></question-builder></div>
        </div>
        <div class="explore-answer">${this.filters(facts)}${content}</div>
      </div>
      ${this.picking ? this.picker(facts, this.picking) : nothing}
      ${this.panels(facts)}
    </div>`;
  }

  private actions(): TemplateResult {
    return html`<p class="explore-actions">
      <a class="button primary" href=${addressOf({ ...this.view, panel: 'cite' })}>${text('cite')}</a>
      <a class="button" href=${addressOf({ ...this.view, panel: 'data' })}>${text('data')}</a>
    </p>`;
  }

  private crumbs(crumbs: Crumb[]): TemplateResult | typeof nothing {
    const name = ({ cut }: Crumb) => cutName(cut, (dimension, code) => this.names.name(dimension, code));
    return crumbs.length === 0 ? nothing : html`<nav class="crumbs" aria-label=${text('crumbs')}><ol>
      <li><a href=${upTo(-1, crumbs, this.view)}>${text('crumbs.all')}</a></li>
      ${crumbs.map((crumb, at) => html`<li>${at === crumbs.length - 1 ? html`<span aria-current="page">${name(crumb)}</span>` : html`<a href=${upTo(at, crumbs, this.view)}>${name(crumb)}</a>`}</li>`)}
    </ol></nav>`;
  }

  private filters(facts: CubeFacts): TemplateResult {
    const { view } = this;
    const name = (cut: Cut) => cutName(cut, (dimension, code) => this.names.name(dimension, code));
    const remove = (cut: Cut) => addressOf(changed(view, { cut: view.cut.filter((of) => of !== cut) }));
    return html`<div class="filters">
      <quick-find .view=${view} .facts=${facts}></quick-find>
      <label class="add-filter"><span class="visually-hidden">${text('filter.add')}</span>
        <select @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          this.picking = { cut: { dimension: select.value, codes: [], not: false } };
          select.value = '';
        }}>
          <option value="">${text('filter.add')}</option>
          ${facts.dimensions.filter((of) => of.dimension !== 'year').map((of) => html`<option value=${of.dimension}>${dimensionName(of.dimension)}</option>`)}
        </select></label>
      <ul class="chips" aria-label=${text('filters')}>
        ${view.cut.map((cut, at) => html`<li>
          ${cut.dimension === 'year' || !facts.dimensions.some((of) => of.dimension === cut.dimension)
            ? html`<span class="chip-name"><span class="muted">${dimensionName(cut.dimension)}:</span> ${name(cut)}</span>`
            : html`<button type="button" class="chip-name" title=${text('filter.change')} @click=${() => (this.picking = { cut, at })}><span class="muted">${dimensionName(cut.dimension)}:</span> ${name(cut)}</button>`}
          <a class="chip-remove" href=${remove(cut)} aria-label=${text('filter.remove', { what: `${dimensionName(cut.dimension)}: ${name(cut)}` })}>×</a></li>`)}
        ${CONDITIONS.filter((of) => view[of] !== undefined).map((of) => html`<li><span class="chip-name"><code>${of}: ${view[of]}</code></span>
          <a class="chip-remove" href=${addressOf(changed(view, { [of]: undefined }))} aria-label=${text('filter.remove', { what: of })}>×</a></li>`)}
      </ul>
    </div>`;
  }

  private answered(facts: CubeFacts, table: Table, isStale: boolean): TemplateResult {
    const { view } = this;
    const { answer } = table;
    const edition = text('edition.number', { edition: answer.edition });
    const isEmpty = table.rows.length === 0 && (rowsOf(view).length > 0 || answer.obstacle !== undefined);
    return html`<div class="answer-body" ?data-stale=${isStale} aria-busy=${isStale}>
      ${coverageStrip(answer.coverage, addressOf({ ...view, panel: 'gaps' }), edition)}
      ${answer.consolidation && !answer.obstacle ? this.consolidated(answer.consolidation) : nothing}
      ${isEmpty ? html`<no-answer .view=${view} .facts=${facts} .names=${this.names} .answer=${answer}></no-answer>` : nothing}
      ${view.compare ? html`<edition-diff .view=${view} .facts=${facts}></edition-diff>` : html`${this.chart(facts, table, isEmpty)}${isEmpty ? nothing : this.tabled(facts, table)}`}
      ${isEmpty ? nothing : answer.notes.map((note) => html`<p class="answer-note" lang="en" dir="ltr">${note}</p>`)}
    </div>`;
  }

  private consolidated({ gross, eliminated, net }: { gross: string; eliminated: string; net: string }): TemplateResult {
    return html`<p class="answer-note">${text('view.sums', { gross: this.money(gross), eliminated: this.money(eliminated), net: this.money(net) })}</p>`;
  }

  private money(amount: string): string {
    return text('amount', { amount: new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount as unknown as number) });
  }

  private chart(facts: CubeFacts, table: Table, isEmpty: boolean): TemplateResult | typeof nothing {
    const { view } = this;
    const kinds = isEmpty ? (['sankey'] as Kind[]) : kindsFor(view);
    if (isEmpty && view.chart !== 'sankey') {
      return nothing;
    }
    const wished = view.chart === 'none' ? undefined : kinds.find((kind) => kind === view.chart) ?? kinds[0];
    const order = orderOf(view.order, rowsOf(view)[0], view.measures);
    const title = titleOf(view, facts);
    const drawn = wished && wished !== 'sankey' && table.paged === undefined ? drawnOf(wished, view, table, title, order) : undefined;
    return html`<section class="explore-chart" aria-label=${text('chart')}>
      <div class="chart-kinds" role="group" aria-label=${text('chart.kind')}>
        ${[...kinds, 'none' as const].map((kind) => html`<a href=${addressOf({ ...view, chart: kind === kinds[0] ? undefined : kind })} aria-current=${(wished ?? 'none') === kind}>${text(`chart.${kind}`)}</a>`)}
      </div>
      ${wished === 'sankey' && (view.chart === 'sankey' || rowsOf(view).length > 0) ? html`<money-flow .view=${view} .facts=${facts}></money-flow>` : nothing}
      ${drawn ? html`<cube-chart .chart=${drawn.chart} size="medium" @pick=${(event: CustomEvent<Pick>) => this.picked(event.detail)}></cube-chart>` : nothing}
      ${drawn?.note ? html`<p class="chart-note">${drawn.note}</p>` : nothing}
    </section>`;
  }

  private picked({ code }: Pick): void {
    const table = this.querySelector<CubeTable>('cube-table');
    const target = table && CubeTable.drillOf(table, code);
    if (target) {
      navigate(addressOf(target));
    }
  }

  private tabled(facts: CubeFacts, table: Table): TemplateResult {
    const order = orderOf(this.view.order, rowsOf(this.view)[0], this.view.measures);
    return html`<section class="explore-table" aria-label=${text('table')}>
      <cube-table .view=${this.view} .table=${table} .facts=${facts} .names=${this.names} .order=${order} .heading=${titleOf(this.view, facts)}></cube-table>
    </section>`;
  }

  private picker(facts: CubeFacts, picking: { cut: Cut; at?: number }): TemplateResult {
    return html`<panel-dialog .heading=${dimensionName(picking.cut.dimension)} @close=${() => (this.picking = undefined)}
      .content=${html`<member-picker .facts=${facts} .cut=${picking.cut} @cut=${(event: CustomEvent<Cut>) => this.taken(event.detail, picking.at)}></member-picker>`}></panel-dialog>`;
  }

  private taken(cut: Cut, at: number | undefined): void {
    this.picking = undefined;
    const kept = this.view.cut.flatMap((of, place) => (place === at ? (cut.codes.length > 0 ? [cut] : []) : [of]));
    navigate(addressOf(changed(this.view, { cut: at === undefined && cut.codes.length > 0 ? [...kept, cut] : kept })));
  }

  private panels(facts: CubeFacts): TemplateResult | typeof nothing {
    const { view } = this;
    const question = questionOf(view);
    const panel = (heading: string, content: TemplateResult) => html`<panel-dialog .heading=${heading} .content=${content}
      @close=${() => this.closePanel()}></panel-dialog>`;
    if (view.cell) {
      return panel(text('sources.title'), html`<figure-lines .cube=${view.cube} .facts=${facts} .question=${question} .cell=${view.cell}></figure-lines>`);
    }
    switch (view.panel) {
      case 'gaps':
        return panel(text('gaps.title'), html`<gap-list .cube=${view.cube} .question=${question} .names=${this.names}></gap-list>`);
      case 'cite':
        return panel(text('cite'), html`<cite-panel .cube=${view.cube} .question=${question}></cite-panel>`);
      case 'data':
        return panel(text('data'), html`<data-panel .cube=${view.cube} .question=${question} .facts=${facts} .edition=${this.table.value?.answer.edition}></data-panel>`);
      default:
        return nothing;
    }
  }

  /** An address that says something that does not exist: what that is, and the nearest that does. */
  private troubled(): TemplateResult {
    this.repaired.about({ start: this.broken });
    this.entitle(text('trouble.title'));
    return html`<div class="wide explore trouble-page">
      <h1>${text('trouble.title')}</h1>
      ${this.repaired.render({
        waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
        here: ({ view, troubles }) => html`
          <p>${text('trouble.text')}</p>
          <ul class="troubles">${troubles.map((of) => html`<li><p><code dir="ltr">${of.parameter}${of.value === '' ? '' : ` = ${of.value}`}</code>
            ${of.instead === undefined ? text('trouble.leftOut') : text('trouble.instead', { instead: of.instead })}</p>
            ${of.detail ? html`<p class="muted" lang="en" dir="ltr">${of.detail}</p>` : nothing}</li>`)}</ul>
          <p><a class="button primary" href=${addressOf(view)}>${text('trouble.nearest')}</a></p>
          <p class="muted">${titleOf(view, this.facts.value)}${view.cut.length > 0 ? html` – ${view.cut.map((cut) => `${dimensionName(cut.dimension)}: ${cutName(cut, (dimension, code) => this.names.name(dimension, code))}`).join(', ')}` : nothing}</p>
          <p><a href=${addressOf(START)}>${text('reset')}</a></p>`,
        failed: (problem, again) => this.failed(problem, again),
      })}
    </div>`;
  }
}

customElements.define('explore-page', ExplorePage);
