import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { profileAddress, profileKindOf } from '../api/addresses';
import { count, growth, millions, percent, usd, usdMillion, year, type Decimal } from '../language/formats';
import { language } from '../language/choice';
import { Localized } from '../language/localized';
import { navigate } from '../shell/navigation';
import { dimensionOf, type CubeFacts } from './cube-facts';
import type { Cut } from './cut';
import { cutOfRow, drilled, isDrillable, nextOf } from './drill';
import { drilldownName, measureName, unitOf } from './names';
import type { MemberNames } from './names-of-members';
import { PAGE, unfolded, type Figures, type Order, type Row, type Shown, type Table } from './table';
import { text } from './texts';
import { addressOf, changed, rowsOf, type View } from './view';

/**
 * The figures of a view: rows that open and close, columns across, sorted by any of them. A name leads to what is in the
 * row, a figure to the lines and submissions that it is the sum of.
 */
export class CubeTable extends LitElement {
  static override properties = {
    view: { attribute: false },
    table: { attribute: false },
    facts: { attribute: false },
    names: { attribute: false },
    order: { attribute: false },
    heading: { attribute: false },
    menu: { state: true },
  };

  declare view: View;
  declare table: Table;
  declare facts: CubeFacts;
  declare names: MemberNames;
  declare order?: Order;
  declare heading: string;
  declare menu?: Row;

  constructor() {
    super();
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const all = this.table.paged === undefined ? unfolded(this.table.rows, this.view.open, this.order, this.table.columns) : this.table.rows.map((row) => ({ row, depth: 0, isOpen: false }));
    const whole = this.table.paged ?? all.length;
    const page = Math.min(this.view.page, Math.max(1, Math.ceil(whole / PAGE)));
    const shown = this.table.paged === undefined ? all.slice((page - 1) * PAGE, page * PAGE) : all;
    const isTree = this.table.paged === undefined && this.table.rows.some((row) => row.children.length > 0);
    const caption = this.hasAmounts() ? text('table.caption', { title: this.heading, unit: this.isExact() ? 'USD' : usdMillion() }) : this.heading;
    return html`
      <div class="cube-table-tools">
        <p class="muted">${text('rows', { count: whole })}</p>
        ${isTree ? html`<a href=${addressOf({ ...this.view, open: this.view.open.includes('*') ? [] : ['*'], page: 1 })}>
            ${this.view.open.includes('*') ? text('closeAll') : text('openAll')}</a>` : nothing}
        ${this.hasAmounts() ? html`<label class="cube-table-exact"><input type="checkbox" .checked=${this.isExact()} @change=${this.toggleExact} /> ${text('exact')}</label>` : nothing}
      </div>
      <div class="table-scroll cube-table-scroll" tabindex="0" role="group" aria-label=${this.heading}>
        <table class="cube-table" @keydown=${this.moved}>
          <caption>${caption}</caption>
          <thead>${this.head()}</thead>
          <tbody>${shown.map((of, at) => this.row(of, at === 0, isTree))}</tbody>
          ${this.table.sum ? html`<tfoot>${this.foot()}</tfoot>` : nothing}
        </table>
      </div>
      ${whole > PAGE ? this.pages(page, whole) : nothing}
      <div class="row-menu" popover id="row-menu" aria-label=${text('row.menu')}>${this.menu ? this.choices(this.menu) : nothing}</div>
    `;
  }

  private head(): TemplateResult {
    const { measures } = this.view;
    const rows = rowsOf(this.view);
    const first = html`<th scope="col" rowspan=${this.twoHeads() ? 2 : 1} aria-sort=${this.sortState('label')}>
      ${this.sorter('label', rows.map((row) => drilldownName(row, this.facts)).join(' › ') || text('total'))}</th>`;
    const total = text('total');
    if (!this.twoHeads()) {
      const across = this.table.columns.map((column) => [`${measures[0]}@${column.key.join(',')}`, this.columnLabel(column.label)] as const);
      const last = this.hasTotal() ? [[measures[0], total] as const] : across.length > 0 ? [] : measures.map((measure) => [measure, measureName(measure)] as const);
      return html`<tr>${first}${[...across, ...last].map(
        ([key, label]) => html`<th scope="col" class="number" aria-sort=${this.sortState(key)}>${this.sorter(key, label)}</th>`,
      )}</tr>`;
    }
    const groups = [...this.table.columns.map((column) => ({ key: `@${column.key.join(',')}`, label: this.columnLabel(column.label) })), ...(this.hasTotal() ? [{ key: '', label: total }] : [])];
    return html`<tr>${first}${groups.map((group) => html`<th scope="colgroup" class="number" colspan=${measures.length}>${group.label}</th>`)}</tr>
      <tr>${groups.map((group) => measures.map(
        (measure) => html`<th scope="col" class="number" aria-sort=${this.sortState(measure + group.key)}>${this.sorter(measure + group.key, measureName(measure))}</th>`,
      ))}</tr>`;
  }

  /** The total of one column says nothing more. */
  private hasTotal(): boolean {
    return this.table.columns.length > 1;
  }

  private twoHeads(): boolean {
    return this.table.columns.length > 0 && this.view.measures.length > 1;
  }

  private columnLabel(label: string): string {
    return this.view.columns.length === 1 && this.view.columns[0] === 'year' ? year(label) : label;
  }

  private sortedBy(): string {
    const order = this.order && this.order.measure && !this.hasTotal() && this.table.columns.length > 0
      ? { ...this.order, column: this.order.column ?? this.table.columns[0].key.join(',') } : this.order;
    return !order ? '' : order.measure ? order.measure + (order.column === undefined ? '' : `@${order.column}`) : 'label';
  }

  private sortState(key: string): 'ascending' | 'descending' | 'none' {
    return this.sortedBy() !== key ? 'none' : this.order!.descending ? 'descending' : 'ascending';
  }

  private sorter(key: string, label: string): TemplateResult {
    const state = this.sortState(key);
    const isFirstDown = key !== 'label';
    const next = state === 'none' ? isFirstDown : state === 'ascending';
    const address = addressOf({ ...this.view, order: (next ? '-' : '') + key, page: 1 });
    return html`<a class="sorter" href=${address} data-state=${state} title=${text('sort')}>${label}<span aria-hidden="true">${state === 'ascending' ? '▲' : state === 'descending' ? '▼' : ''}</span></a>`;
  }

  private row({ row, depth, isOpen }: Shown, isFirst: boolean, isTree: boolean): TemplateResult {
    const path = row.path.join(',');
    const label = this.table.paged === undefined ? this.label(row) : html`${row.path.map((code, at) => (at === row.path.length - 1 ? this.label(row) : html`${this.names.name(dimensionOf(rowsOf(this.view)[at]), code) ?? code} › `))}`;
    return html`<tr class=${row.children.length > 0 ? 'subtotal' : ''}>
      <th scope="row" class="depth-${Math.min(depth, 4)}">
        <span class="row-head">
          ${row.children.length > 0
            ? html`<button type="button" class="opener" aria-expanded=${isOpen} aria-label=${text('row.open', { name: row.label })} @click=${() => this.toggle(path)}>
                <span aria-hidden="true"></span></button>`
            : isTree ? html`<span class="opener-room"></span>` : nothing}
          <span class="row-name">${label}</span>
          ${isDrillable(row) ? html`<button type="button" class="row-more" aria-haspopup="true" aria-label=${text('row.more', { name: row.label })}
              @click=${(event: Event) => void this.openMenu(row, event.currentTarget as HTMLElement)}>⋯</button>` : nothing}
        </span>
      </th>
      ${this.figures(row.values, row.total, (column) => this.cellOf(row, column), row.isOthers, isFirst, row.label)}
    </tr>`;
  }

  private label(row: Row): unknown {
    const name = row.drilldown === 'year' ? year(row.label) : row.code === '-' ? text('noGroup') : row.isOthers ? text('others') : row.label;
    const target = isDrillable(row) ? this.drill(row) : undefined;
    return target ? html`<a href=${addressOf(target)}>${name}</a>` : name;
  }

  /** The conditions of a row, those of the rows that it lies in among them. */
  private cutsOf(row: Row): Cut[] {
    const rows = rowsOf(this.view);
    return row.path
      .map((code, at) => cutOfRow({ ...row, code, drilldown: rows[at], isOthers: code === '' }, this.facts, (dimension, of) => this.names.level(dimension, of)))
      .filter((cut) => cut !== undefined);
  }

  private drill(row: Row): View | undefined {
    const cuts = this.cutsOf(row);
    const next = nextOf(row.drilldown, this.view, cuts[cuts.length - 1]?.by === 'only');
    return next === undefined ? undefined : drilled(this.view, cuts, next);
  }

  /** Called from the chart too: the view in a row of the first level. */
  static drillOf(table: CubeTable, code: string): View | undefined {
    const row = table.table.rows.find((of) => of.code === code);
    return row && isDrillable(row) ? table.drill(row) : undefined;
  }

  private cellOf(row: Row | undefined, column: number | undefined): string[] {
    const rows = rowsOf(this.view);
    const own = rows.map((_, at) => row?.path[at] ?? '*');
    const across = this.view.columns.map((_, at) => (column === undefined ? '*' : this.table.columns[column].key[at]));
    // keys of a cell follow the question's drilldowns, in which rows and columns may stand in any order
    return this.view.drilldown.map((drilldown) => {
      const at = this.view.columns.indexOf(drilldown);
      return at < 0 ? own[rows.indexOf(drilldown)] : across[at];
    });
  }

  private figures(values: (Figures | null)[], total: Figures | null, cell: (column?: number) => string[], isOthers: boolean, isFirst: boolean, name: string): TemplateResult[] {
    const cells = this.table.columns.map((_, at) => ({ figures: values[at] ?? null, key: cell(at), column: this.table.columns[at].label }));
    const all = cells.length === 1 ? cells : [...cells, { figures: total, key: cell(undefined), column: '' }];
    return all.flatMap(({ figures, key, column }, at) =>
      this.view.measures.map((measure, which) => {
        const figure = figures?.[measure] ?? null;
        const isStart = isFirst && at === 0 && which === 0;
        const shown = this.shown(measure, figure);
        const label = [name, column, unitOf(measure) === 'usd' ? '' : measureName(measure), shown].filter((part) => part !== '').join(', ');
        return html`<td class="number ${at === all.length - 1 && this.hasTotal() ? 'sum' : ''}">${figure === null || isOthers
          ? html`<span class=${figure === null ? 'muted' : ''}>${shown}</span>`
          : html`<a class="figure" tabindex=${isStart ? 0 : -1} href=${addressOf({ ...this.view, cell: key })}
              title=${unitOf(measure) === 'usd' ? usd(String(figure), true) : String(figure)} aria-label=${text('figure.sources', { figure: label })}>${shown}</a>`}</td>`;
      }),
    );
  }

  private foot(): TemplateResult {
    return html`<tr><th scope="row">${text('total')}</th>
      ${this.figures(this.table.sums, this.table.sum, (column) => this.cellOf(undefined, column), false, false, text('total'))}</tr>`;
  }

  private hasAmounts(): boolean {
    return this.view.measures.some((measure) => unitOf(measure) === 'usd');
  }

  /** Small sums would be nothing but zeros in millions. */
  private isExact(): boolean {
    const whole = String(this.table.sum?.amount ?? '').replace(/^-/, '').split('.')[0];
    return this.view.figures === 'exact' || (this.view.figures === undefined && whole !== '' && whole.length < 8);
  }

  private shown(measure: string, figure: string | number | null): string {
    const value: Decimal | null = figure === null ? null : String(figure);
    switch (unitOf(measure)) {
      case 'percent':
        return measure.startsWith('growth') ? growth(value) : percent(value);
      case 'count':
        return count(value);
      case 'usd':
        return this.isExact() ? (value === null ? millions(null) : exactly(value)) : millions(value);
    }
  }

  private toggle(path: string): void {
    const own = this.view.open.filter((of) => of !== '*');
    const all = this.view.open.includes('*') ? this.allOpen() : own;
    const open = all.includes(path) ? all.filter((of) => of !== path) : [...all, path];
    navigate(addressOf({ ...this.view, open }), { replace: true });
  }

  private allOpen(): string[] {
    const paths: string[] = [];
    const walk = (rows: Row[]) => rows.filter((row) => row.children.length > 0).forEach((row) => {
      paths.push(row.path.join(','));
      walk(row.children);
    });
    walk(this.table.rows);
    return paths;
  }

  private toggleExact(event: Event): void {
    const isOn = (event.target as HTMLInputElement).checked;
    navigate(addressOf({ ...this.view, figures: isOn ? 'exact' : 'millions' }), { replace: true });
  }

  private pages(page: number, whole: number): TemplateResult {
    const last = Math.ceil(whole / PAGE);
    const link = (to: number, label: string) =>
      to >= 1 && to <= last ? html`<a class="button" href=${addressOf({ ...this.view, page: to })}>${label}</a>` : html`<span class="button" aria-disabled="true">${label}</span>`;
    return html`<nav class="pages" aria-label=${text('pages')}>
      ${link(page - 1, text('page.before'))}
      <span>${text('page.rows', { from: count((page - 1) * PAGE + 1), to: count(Math.min(page * PAGE, whole)), of: count(whole) })}</span>
      ${link(page + 1, text('page.next'))}
    </nav>`;
  }

  /** Arrows go from figure to figure, so that the tab key need not pass all of them. */
  private moved(event: KeyboardEvent): void {
    const from = event.target as HTMLElement;
    if (!from.classList.contains('figure') || !event.key.startsWith('Arrow')) {
      return;
    }
    const cell = from.closest('td')!;
    const mirrored = document.documentElement.dir === 'rtl';
    const across = { ArrowLeft: mirrored ? 1 : -1, ArrowRight: mirrored ? -1 : 1 }[event.key] ?? 0;
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
    const table = cell.closest('table')!;
    let line = [...table.rows].indexOf(cell.parentElement as HTMLTableRowElement);
    let at = cell.cellIndex;
    for (;;) {
      line += down;
      at += across;
      const to = table.rows[line]?.cells[at];
      if (!to || table.rows[line].parentElement?.tagName === 'THEAD') {
        return;
      }
      const figure = to.querySelector<HTMLElement>('.figure');
      if (figure) {
        event.preventDefault();
        from.tabIndex = -1;
        figure.tabIndex = 0;
        figure.focus();
        return;
      }
    }
  }

  private async openMenu(row: Row, button: HTMLElement): Promise<void> {
    this.menu = row;
    await this.updateComplete;
    const menu = this.querySelector<HTMLElement>('#row-menu')!;
    menu.showPopover();
    const at = button.getBoundingClientRect();
    const left = document.documentElement.dir === 'rtl' ? at.right - menu.offsetWidth : at.left;
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - menu.offsetHeight - 8))}px`;
    menu.querySelector<HTMLElement>('a')?.focus();
  }

  private choices(row: Row): TemplateResult {
    const cuts = this.cutsOf(row);
    const own = cuts[cuts.length - 1];
    const named = new Set([...this.view.cut.map((cut) => cut.dimension), ...cuts.map((cut) => cut.dimension)]);
    const others = this.facts.dimensions.filter((of) => !named.has(of.dimension) || of.dimension === dimensionOf(row.drilldown));
    const ways = others.flatMap((of) => of.drilldowns.filter((drilldown) => isUsual(drilldown) && drilldown !== row.drilldown && !this.view.columns.includes(drilldown) && !isAbove(of.levels, drilldown, row.drilldown)));
    const kind = profileKindOf(row.drilldown);
    return html`
      <p class="row-menu-name">${row.label}</p>
      <p class="row-menu-heading">${text('row.by')}</p>
      <ul>${ways.map((way) => html`<li><a href=${addressOf(drilled(this.view, cuts, way))}>${drilldownName(way, this.facts)}</a></li>`)}</ul>
      <ul>
        <li><a href=${addressOf({ ...this.view, cell: this.cellOf(row, undefined) })}>${text('row.sources')}</a></li>
        <li><a href=${addressOf(changed(this.view, { cut: [...this.view.cut.filter((cut) => !cuts.some((of) => of.dimension === cut.dimension)), ...cuts] }))}>${text('row.only')}</a></li>
        ${own ? html`<li><a href=${addressOf(changed(this.view, { cut: [...this.view.cut, { ...own, not: true }] }))}>${text('row.without')}</a></li>` : nothing}
        ${kind && !row.drilldown.match(/\.(groups|ceb|five-ps|earmarking|type|subentity|target)$/) ? html`<li><a href=${profileAddress(kind, row.code)}>${text('row.profile')}</a></li>` : nothing}
      </ul>`;
  }
}

const USUAL = /^(year|entity\.entity|function\.function|location\.(region|country)|instrument\.(group|instrument)|sdg\.(goal|target)|contributor\.(type|contributor)|gem\.marker)$/;

function isUsual(drilldown: string): boolean {
  return USUAL.test(drilldown);
}

function isAbove(levels: string[], drilldown: string, than: string): boolean {
  const [dimension, level] = drilldown.split('.');
  const [ofRow, own] = than.split('.');
  return dimension === ofRow && levels.includes(own) && levels.indexOf(level) <= levels.indexOf(own);
}

/** With every digit; the caption says that it is USD. */
function exactly(amount: Decimal): string {
  return new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 20 }).format(amount as unknown as number);
}

customElements.define('cube-table', CubeTable);
