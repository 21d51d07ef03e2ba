import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Asked } from '../api/asked';
import { amount, ask, member, type Answer, type Cell } from '../api/questions';
import { colorOf, OTHERS } from '../chart/colors';
import type { Chart, Pick } from '../chart/chart';
import { language } from '../language/choice';
import { headline, partOf, year, type Decimal } from '../language/formats';
import { Localized } from '../language/localized';
import { failure } from '../shell/failure';
import { navigate } from '../shell/navigation';
import type { CubeFacts } from './cube-facts';
import { textOf, yearsOf } from './cut';
import { compare, sum } from './decimals';
import { drilldownName } from './names';
import { text } from './texts';
import { addressOf, arranged, changed, rowsOf, type View } from './view';
import '../chart/cube-chart';

const MOST_ENTITIES = 10;
const MOST_SOURCES = 8;
const RIGHT = ['function.function', 'sdg.goal', 'location.region'];

interface Flow {
  year: number;
  left: string;
  right: string;
  revenue: Answer;
  expense: Answer;
  /** The latest year in which revenue is told by contributor, where that is another one. */
  better?: number;
}

/**
 * From contributors over entities to what was done: two answers, of revenue and of expenses, that are joined at the
 * entity. Which contribution paid for what is not known, and the page says so.
 */
export class MoneyFlow extends LitElement {
  static override properties = { view: { attribute: false }, facts: { attribute: false } };

  declare view: View;
  declare facts: CubeFacts;

  private readonly asked = new Asked(this, ({ view, years }: { view: View; years: number[]; lang: string }) => flowOf(view, years));

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    const { cut, drilldown, columns, edition, asOf } = this.view;
    const view: View = { cube: 'expense', drilldown, columns, cut, edition, asOf, measures: ['amount'], open: [], page: 1 };
    this.asked.about({ view, years: this.facts.years, lang: language() });
  }

  override render() {
    return this.asked.render({
      waiting: () => html`<p class="waiting" role="status">${text('waiting')}</p>`,
      here: (flow) => this.drawn(flow),
      failed: (problem, again) => failure(problem, again),
    });
  }

  private drawn(flow: Flow): TemplateResult {
    const { chart, skipped } = chartOf(flow);
    const coverage = (answer: Answer) => text('flow.coverage', {
      part: partOf(answer.coverage.amountCovered, answer.coverage.amountReported), amount: headline(answer.coverage.amountReported),
    });
    const other = flow.better === undefined ? nothing : html`<p class="flow-note">${text('flow.noContributors', { year: year(flow.year) })}
      <a href=${addressOf({ ...this.view, cut: [...this.view.cut.filter((cut) => cut.dimension !== 'year'), { dimension: 'year', codes: [String(flow.better)], not: false }] })}>${text('flow.better', { year: year(flow.better) })}</a></p>`;
    return html`${other}
      ${chart.kind === 'sankey' && chart.links.length > 0 ? html`<cube-chart .chart=${chart} size="large" @pick=${(event: CustomEvent<Pick>) => this.picked(event.detail, flow)}></cube-chart>` : html`<p>${text('empty.title')}</p>`}
      <p class="chart-note">${text('flow.joined', { year: year(flow.year) })} ${text('flow.revenue')}: ${coverage(flow.revenue)} ${text('flow.expense')}: ${coverage(flow.expense)}
        ${skipped > 0 ? text('chart.positive', { count: skipped }) : nothing}</p>`;
  }

  private picked({ code }: Pick, flow: Flow): void {
    const [side, ...rest] = code.split(':');
    const own = rest.join(':');
    if (own === '' || side === '') {
      return;
    }
    const years = { dimension: 'year', codes: [String(flow.year)], not: false };
    const entities = this.view.cut.filter((cut) => cut.dimension === 'entity');
    if (side === 'E') {
      navigate(addressOf(changed(this.view, { cut: [...this.view.cut.filter((cut) => cut.dimension !== 'entity'), { dimension: 'entity', codes: [own], not: false }] })));
    } else {
      const [cube, drilldown] = side === 'L' ? (['revenue', flow.left] as const) : (['expense', flow.right] as const);
      const view: View = { cube, drilldown: [], columns: [], cut: [...entities, { dimension: drilldown.split('.')[0], codes: [own], not: false }, years], measures: ['amount'], open: [], page: 1 };
      navigate(addressOf(arranged(view, ['entity.entity'], [])));
    }
  }
}

async function flowOf(view: View, years: number[]): Promise<Flow> {
  const shared = { edition: view.edition, asOf: view.asOf };
  const entities = view.cut.filter((cut) => cut.dimension === 'entity').map(textOf);
  const own = (dimensions: string[]) => view.cut.filter((cut) => dimensions.includes(cut.dimension)).map(textOf);
  const right = rowsOf(view).find((row) => RIGHT.includes(row)) ?? 'function.function';
  const byYear = await ask('revenue', { ...shared, drilldown: ['year', 'contributor.type'], cut: entities });
  const told = [...new Set(byYear.cells.map((cell) => Number(cell.year)))];
  const wished = yearsOf(view.cut, years);
  const latest = Math.max(...(told.some((of) => wished.includes(of)) ? told.filter((of) => wished.includes(of)) : wished.length > 0 ? wished : years));
  const left = told.includes(latest) ? 'contributor.type' : 'instrument.group';
  const cut = (dimensions: string[]) => [...entities, ...own(dimensions), `year:${latest}`];
  const [revenue, expense] = await Promise.all([
    ask('revenue', { ...shared, drilldown: [left, 'entity.entity'], cut: cut(left === 'contributor.type' ? ['contributor'] : ['instrument']) }),
    ask('expense', { ...shared, drilldown: ['entity.entity', right], cut: cut([right.split('.')[0]]) }),
  ]);
  const better = told.includes(latest) || told.length === 0 ? undefined : Math.max(...told);
  return { year: latest, left, right, revenue, expense, better };
}

/** Codes, those with the largest sums first. */
function rankedBy(drilldown: string, cells: Cell[]): string[] {
  const values = new Map<string, Decimal[]>();
  for (const cell of cells) {
    const { code } = member(cell, drilldown);
    values.set(code, [...(values.get(code) ?? []), amount(cell) ?? '0']);
  }
  return [...values].map(([code, some]) => ({ code, whole: sum(some) })).sort((one, other) => compare(other.whole, one.whole)).map((of) => of.code);
}

function chartOf(flow: Flow): { chart: Chart; skipped: number } {
  const ranked = rankedBy('entity.entity', [...flow.revenue.cells, ...flow.expense.cells]);
  const first = new Set(ranked.slice(0, MOST_ENTITIES));
  const sources = new Set(rankedBy(flow.left, flow.revenue.cells).slice(0, MOST_SOURCES));
  const nodes = new Map<string, { code: string; label: string; color?: string; depth: number }>();
  const flows = new Map<string, { from: string; to: string; values: Decimal[] }>();
  const entityOf = (cell: Cell) => {
    const { code, label } = member(cell, 'entity.entity');
    const isFirst = first.has(code);
    const node = isFirst ? { code: `E:${code}`, label: code || label, depth: 1 } : { code: 'E:', label: text('flow.otherEntities', { count: ranked.length - first.size }), color: OTHERS, depth: 1 };
    nodes.set(node.code, node);
    return node.code;
  };
  const flowing = (from: string, to: string, value: Decimal) => {
    const key = JSON.stringify([from, to]);
    const known = flows.get(key) ?? { from, to, values: [] };
    known.values.push(value);
    flows.set(key, known);
  };
  for (const cell of flow.revenue.cells) {
    const source = member(cell, flow.left);
    const isFirst = sources.has(source.code);
    const node = isFirst ? { code: `L:${source.code}`, label: source.label, color: colorOf(flow.left.split('.')[0], source.code), depth: 0 } : { code: 'L:', label: text('flow.otherSources'), color: OTHERS, depth: 0 };
    nodes.set(node.code, node);
    flowing(node.code, entityOf(cell), amount(cell) ?? '0');
  }
  for (const cell of flow.expense.cells) {
    const target = member(cell, flow.right);
    nodes.set(`R:${target.code}`, { code: `R:${target.code}`, label: target.label, color: colorOf(flow.right.split('.')[0], target.code), depth: 2 });
    flowing(entityOf(cell), `R:${target.code}`, amount(cell) ?? '0');
  }
  const summed = [...flows.values()].map(({ from, to, values }) => ({ from, to, value: sum(values) }));
  const links = summed.filter((link) => compare(link.value, '0') > 0);
  const used = new Set(links.flatMap((link) => [link.from, link.to]));
  const title = text('flow.title', { left: drilldownName(flow.left), right: drilldownName(flow.right), year: year(flow.year) });
  return { chart: { kind: 'sankey', title, nodes: [...nodes.values()].filter((node) => used.has(node.code)), links }, skipped: summed.length - links.length };
}

customElements.define('money-flow', MoneyFlow);
