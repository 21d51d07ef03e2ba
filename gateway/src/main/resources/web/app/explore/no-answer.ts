import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { ask, type Answer } from '../api/questions';
import { count, headline, list, year } from '../language/formats';
import { Localized } from '../language/localized';
import { dimensionOf, type CubeFacts } from './cube-facts';
import { cutName, dimensionName } from './names';
import type { MemberNames } from './names-of-members';
import { text } from './texts';
import { addressOf, arranged, changed, questionOf, rowsOf, type View } from './view';

const ALWAYS = ['entity', 'year'];
const YEARS_TRIED = 8;

/** In the place of an empty table: why it is empty, and what can be asked instead. */
export class NoAnswer extends LitElement {
  static override properties = { view: { attribute: false }, facts: { attribute: false }, names: { attribute: false }, answer: { attribute: false } };

  declare view: View;
  declare facts: CubeFacts;
  declare names: MemberNames;
  declare answer: Answer;

  private readonly years = new Asked(this, async ({ view, all }: { view: View; all: number[] }) => {
    const tried = [...all].reverse().slice(0, YEARS_TRIED);
    const answers = await Promise.all(tried.map((of) => ask(view.cube, { ...questionOf(inYear(view, of)), columns: undefined, limit: 1 }).catch(() => undefined)));
    return tried.filter((_, at) => (answers[at]?.cellCount ?? 0) > 0);
  });

  /** Dimensions that stand in each other's way, each by itself, in other years than those that are asked for. */
  private readonly elsewhere = new Asked(this, async ({ view, dimensions }: { view: View; dimensions: string[] }) => {
    const found = await Promise.all(dimensions.map(async (dimension) => {
      const alone = reduced({ ...view, cut: view.cut.filter((cut) => cut.dimension !== 'year') }, [dimension]);
      const drilldown = rowsOf(alone).find((row) => row !== 'year')!;
      const answer = await ask(view.cube, { ...questionOf({ ...alone, measures: ['amount'] }), columns: undefined, drilldown: ['year', drilldown], top: 1, per: 'year', others: false }).catch(() => undefined);
      return { dimension, years: [...new Set((answer?.cells ?? []).map((cell) => Number(cell.year)))] };
    }));
    return found.filter((of) => of.years.length > 0);
  });

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    if (this.hasYearCut()) {
      this.years.about({ view: changed(this.view, { chart: undefined, compare: undefined, order: undefined }), all: this.facts.years });
      const { obstacle } = this.answer;
      const alone = obstacle?.dimensions.filter((of) => !obstacle.answerable.some((way) => way.dimensions.length === 1 && way.dimensions[0] === of)) ?? [];
      this.elsewhere.about({ view: changed(this.view, { chart: undefined, compare: undefined, order: undefined }), dimensions: obstacle && obstacle.dimensions.length > 1 ? alone : [] });
    }
  }

  private hasYearCut(): boolean {
    return this.view.cut.some((cut) => cut.dimension === 'year');
  }

  override render() {
    const { obstacle } = this.answer;
    return html`<section class="no-answer" role="status">
      ${obstacle
        ? html`<h2>${obstacle.dimensions.length > 1 ? text('obstacle.together', { dimensions: list(obstacle.dimensions.map(dimensionName)) }) : text('obstacle.single', { dimensions: list(obstacle.dimensions.map(dimensionName)) })}</h2>
            <p>${text('obstacle.why')}</p>`
        : html`<h2>${text('empty.title')}</h2><p>${text('empty.text')}</p>`}
      ${this.otherYears()}
      ${obstacle ? this.instead(obstacle.answerable) : nothing}
      ${obstacle ? nothing : this.looser()}
    </section>`;
  }

  private otherYears(): TemplateResult | typeof nothing {
    const years = this.hasYearCut() ? (this.years.value ?? []) : [];
    return years.length === 0 ? nothing : html`<h3>${text('obstacle.years')}</h3>
      <ul class="ways">${years.map((of) => html`<li><a class="button" href=${addressOf(inYear(this.view, of))}>${year(of)}</a></li>`)}</ul>`;
  }

  private instead(answerable: { dimensions: string[]; entityYears: number; amount: string }[]): TemplateResult {
    const elsewhere = this.hasYearCut() ? (this.elsewhere.value ?? []) : [];
    return answerable.length + elsewhere.length === 0 ? html`` : html`<h3>${text('obstacle.instead')}</h3>
      <ul class="ways-long">${answerable.map((of) => {
        const view = reduced(this.view, of.dimensions);
        return html`<li><a href=${addressOf(view)}>${of.dimensions.length === 0 ? text('obstacle.byNone') : text('obstacle.by', { dimensions: list(of.dimensions.map(dimensionName)) })}</a>
          <span class="muted">${text('obstacle.covers', { amount: headline(of.amount), entityYears: count(of.entityYears) })}</span></li>`;
      })}${elsewhere.map(({ dimension, years }) => {
        const view = reduced({ ...this.view, cut: this.view.cut.filter((cut) => cut.dimension !== 'year') }, [dimension]);
        const latest = Math.max(...years);
        return html`<li><a href=${addressOf(inYear(view, latest))}>${text('obstacle.byIn', { dimensions: dimensionName(dimension), years: year(latest) })}</a></li>`;
      })}</ul>`;
  }

  private looser(): TemplateResult | typeof nothing {
    const { view } = this;
    return view.cut.length === 0 ? nothing : html`<h3>${text('empty.looser')}</h3>
      <ul class="ways-long">${view.cut.map((cut) => html`<li><a href=${addressOf(changed(view, { cut: view.cut.filter((of) => of !== cut) }))}>
        ${text('empty.without', { dimension: dimensionName(cut.dimension), codes: cutName(cut, (dimension, code) => this.names.name(dimension, code)) })}</a></li>`)}</ul>`;
  }
}

function inYear(view: View, of: number): View {
  return changed(view, { cut: [...view.cut.filter((cut) => cut.dimension !== 'year'), { dimension: 'year', codes: [String(of)], not: false }] });
}

/** The same question with these dimensions alone, entities and years besides. */
export function reduced(view: View, dimensions: string[]): View {
  const stays = (dimension: string) => ALWAYS.includes(dimension) || dimensions.includes(dimension);
  const rows = rowsOf(view).filter((row) => stays(dimensionOf(row)));
  const columns = view.columns.filter((column) => stays(dimensionOf(column)));
  const fitting = changed(view, {
    cut: view.cut.filter((cut) => stays(cut.dimension)),
    consolidation: dimensions.includes('contributor') ? view.consolidation : undefined,
    chart: undefined,
  });
  return arranged(fitting, rows.length > 0 ? rows : columns.includes('entity.entity') ? ['year'] : ['entity.entity'], columns);
}

customElements.define('no-answer', NoAnswer);
