import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { date, year } from '../language/formats';
import { Localized } from '../language/localized';
import { navigate } from '../shell/navigation';
import { CUBES, type CubeFacts } from './cube-facts';
import { yearsOf } from './cut';
import { drilldownName, dimensionName, measureName } from './names';
import { text } from './texts';
import { addressOf, arranged, changed, needsYears, rowsOf, START, type View } from './view';

const MOST_ROWS = 4;
const MOST_COLUMNS = 2;
const MEASURES = ['amount', 'share.total', 'share.parent', 'growth', 'change', 'cumulative', 'lines', 'entities', 'average', 'minimum', 'maximum'];

/** What is asked: flow, rows, columns, years, measures, view and edition. Each change is a new address. */
export class QuestionBuilder extends LitElement {
  static override properties = { view: { attribute: false }, facts: { attribute: false } };

  declare view: View;
  declare facts: CubeFacts;

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const { view, facts } = this;
    return html`<form class="question-builder" @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="segments"><legend>${text('flow')}</legend>
        ${CUBES.map((cube) => html`<label><input type="radio" name="flow" .checked=${view.cube === cube} @change=${() => this.go(ofCube(view, cube, facts))} /><span>${text(cube)}</span></label>`)}
      </fieldset>
      <fieldset class="years"><legend>${text('years')}</legend>${this.years()}</fieldset>
      <fieldset><legend>${text('rows.legend')}</legend>${this.levels(rowsOf(view), MOST_ROWS, (rows) => arranged(view, rows, view.columns), text('rows.legend'))}</fieldset>
      <fieldset><legend>${text('columns.legend')}</legend>${rowsOf(view).length === 0
        ? html`<p class="muted">${text('columns.needRows')}</p>`
        : this.levels(view.columns, MOST_COLUMNS, (columns) => arranged(view, rowsOf(view).filter((row) => !columns.includes(row)), columns), text('columns.legend'))}
        ${rowsOf(view).length > 0 && view.columns.length > 0 ? html`<a class="swap" href=${addressOf(arranged(view, view.columns, rowsOf(view)))}>${text('swap')}</a>` : nothing}
      </fieldset>
      <details class="more-measures" ?open=${view.measures.join() !== 'amount'}><summary>${text('measures')}</summary>${this.measures()}</details>
      <fieldset class="segments"><legend>${text('view')}</legend>
        ${(['gross', 'net'] as const).map((of) => html`<label><input type="radio" name="view" .checked=${(view.consolidation ?? 'gross') === of}
            @change=${() => this.go(changed(view, { consolidation: of === 'gross' ? undefined : of }))} /><span>${text(`view.${of}`)}</span></label>`)}
        <p class="muted">${text('view.explained')}</p>
      </fieldset>
      <fieldset><legend>${text('edition')}</legend>${this.editions()}</fieldset>
      <p><a href=${addressOf(START)}>${text('reset')}</a></p>
    </form>`;
  }

  private go(view: View): void {
    navigate(addressOf(view));
  }

  private years(): TemplateResult {
    const isCut = this.view.cut.some((cut) => cut.dimension === 'year');
    const chosen = isCut ? yearsOf(this.view.cut, this.facts.years) : [];
    const take = (years: number[]) => {
      const rest = this.view.cut.filter((cut) => cut.dimension !== 'year');
      const codes = [...years].sort((one, other) => one - other).map(String);
      this.go(changed(this.view, { cut: codes.length === 0 ? rest : [...rest, { dimension: 'year', codes, not: false }] }));
    };
    return html`
      <div class="year-buttons">
        <button type="button" aria-pressed=${!isCut} @click=${() => take([])}>${text('years.all')}</button>
        ${this.facts.years.map((of) => html`<button type="button" aria-pressed=${chosen.includes(of)}
            @click=${() => take(chosen.includes(of) ? chosen.filter((other) => other !== of) : [...chosen, of])}>${year(of)}</button>`)}
      </div>`;
  }

  private levels(chosen: string[], most: number, arrange: (drilldowns: string[]) => View, legend: string): TemplateResult {
    const places = [...chosen, ...(chosen.length < most ? [''] : [])];
    const taken = (drilldown: string, at: number) => chosen.some((of, other) => of === drilldown && other !== at);
    return html`${places.map((now, at) => html`<select aria-label=${text('level.place', { what: legend, place: at + 1 })}
        @change=${(event: Event) => {
          const value = (event.target as HTMLSelectElement).value;
          this.go(arrange([...chosen.slice(0, at), value, ...chosen.slice(at + 1)].filter((of) => of !== '')));
        }}>
        <option value="" .selected=${now === ''}>${at === 0 ? text('level.none') : chosen[at] ? text('level.remove') : text('level.then')}</option>
        ${this.facts.dimensions.map((dimension) => html`<optgroup label=${dimensionName(dimension.dimension)}>
          ${dimension.drilldowns.filter((drilldown) => !taken(drilldown, at)).map((drilldown) => html`<option value=${drilldown} .selected=${drilldown === now}>${drilldownName(drilldown, this.facts)}</option>`)}
        </optgroup>`)}
        ${now !== '' && !this.facts.dimensions.some((dimension) => dimension.drilldowns.includes(now)) ? html`<option value=${now} .selected=${true}>${now}</option>` : nothing}
      </select>`)}`;
  }

  private measures(): TemplateResult {
    const { view } = this;
    const known = [...MEASURES, ...view.measures.filter((measure) => !MEASURES.includes(measure))];
    const hasYear = view.drilldown.includes('year');
    return html`<ul class="measure-list">${known.map((measure) => {
      const isOff = (needsYears(measure) && !hasYear) || (measure === 'share.parent' && view.drilldown.length < 2);
      return html`<li><label class=${isOff ? 'muted' : ''}><input type="checkbox" ?disabled=${isOff} .checked=${view.measures.includes(measure)}
        @change=${(event: Event) => this.takeMeasure(measure, event.target as HTMLInputElement)} /> ${measureName(measure)}</label></li>`;
    })}</ul>`;
  }

  private takeMeasure(measure: string, box: HTMLInputElement): void {
    const { view } = this;
    const measures = box.checked ? [...view.measures, measure] : view.measures.filter((of) => of !== measure);
    if (measures.length === 0) {
      box.checked = true;
    } else {
      this.go({ ...view, measures, order: undefined });
    }
  }

  private editions(): TemplateResult {
    const { view, facts } = this;
    const list = [...facts.editions].reverse();
    const now = view.edition ?? '';
    const options = (chosen: string, first: string, all = list) => html`
      <option value="" .selected=${chosen === ''}>${first}</option>
      ${all.map((of) => html`<option value=${of.edition} .selected=${chosen === String(of.edition)}>${text('edition.option', { edition: of.edition, date: date(of.publishedAt) })}</option>`)}`;
    return html`
      <label class="stacked">${text('edition.shown')}
        <select @change=${(event: Event) => this.go(changed(view, { edition: (event.target as HTMLSelectElement).value || undefined, asOf: undefined }))}>${options(now, text('edition.latest'))}</select></label>
      <label class="stacked">${text('edition.asOf')}
        <input type="date" .value=${(view.asOf ?? '').slice(0, 10)} @change=${(event: Event) => this.go(changed(view, { asOf: (event.target as HTMLInputElement).value || undefined, edition: undefined }))} /></label>
      <label class="stacked">${text('edition.compare')}
        <select @change=${(event: Event) => this.go(changed(view, { compare: (event.target as HTMLSelectElement).value || undefined }))}>${options(view.compare ?? '', text('edition.noCompare'))}</select></label>`;
  }
}

/** The same question of the other flow, without what that one does not have. */
export function ofCube(view: View, cube: View['cube'], facts: CubeFacts): View {
  if (cube === facts.cube) {
    return view;
  }
  const lacks = (dimension: string) => cube === 'revenue' && ['function', 'location', 'sdg', 'gem'].includes(dimension);
  const rows = rowsOf(view).filter((row) => !lacks(row.split('.')[0]));
  const columns = view.columns.filter((column) => !lacks(column.split('.')[0]));
  const kept = changed(view, { cube, cut: view.cut.filter((cut) => !lacks(cut.dimension)), chart: view.chart === 'sankey' ? 'sankey' : undefined, compare: undefined });
  return arranged(kept, rows.length > 0 ? rows : ['entity.entity'], columns);
}

customElements.define('question-builder', QuestionBuilder);
