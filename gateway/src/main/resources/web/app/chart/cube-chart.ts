import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { looks } from '../design/looks';
import { count, millions, percent, usdMillion } from '../language/formats';
import { Localized } from '../language/localized';
import type { Chart, Leaf, Pick } from './chart';
import { seriesColor } from './colors';
import type { Drawing } from './drawing';
import { STEPS, stepsOf } from './steps';
import { chartTexts } from './texts';

/**
 * A chart, and the same figures as a table that everyone can open and screen readers read. The code that draws is fetched
 * when a chart comes into view. A click on a figure is a `pick` event whose detail is a {@link Pick}.
 */
export class CubeChart extends LitElement {
  static override properties = { chart: { attribute: false }, failed: { state: true }, drawn: { state: true }, size: { type: String } };

  declare chart: Chart;
  declare failed: boolean;
  declare drawn: boolean;
  /** "small", "medium" (usual) or "large". */
  declare size: string;
  private drawing?: Drawing;
  private seen = false;
  private watcher?: IntersectionObserver;

  constructor() {
    super();
    this.failed = false;
    this.drawn = false;
    this.size = 'medium';
    new Localized(this);
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          this.seen = true;
          this.watcher?.disconnect();
          void this.draw();
        }
      },
      { rootMargin: '40px' },
    );
    this.watcher.observe(this);
    addEventListener('beforeprint', this.prepareForPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    removeEventListener('beforeprint', this.prepareForPrint);
    this.drawing?.end();
    this.drawing = undefined;
  }

  /** There is no time to draw on paper what was never seen: it gets the table. */
  private readonly prepareForPrint = (): void => {
    if (!this.drawing) {
      this.querySelector('details')?.setAttribute('open', '');
    }
  };

  override render() {
    if (!this.chart) {
      return nothing;
    }
    return html`
      <figure class="chart chart-${this.size} chart-of-${this.chart.kind}" aria-label=${this.chart.title}>
        ${this.failed
          ? html`<p class="chart-note">${chartTexts('failed')}</p>`
          : html`<div class="chart-canvas" aria-hidden="true" ?data-drawn=${this.drawn}></div>`}
        ${this.failed ? nothing : this.legend()}
        ${this.chart.kind === 'map' ? html`<p class="chart-note">${chartTexts('boundaries')}</p>` : nothing}
        <details class="chart-table" ?open=${this.failed}>
          <summary>${chartTexts('asTable')}</summary>
          <div class="table-scroll" tabindex="0" role="group" aria-label=${this.chart.title}>${this.table()}</div>
        </details>
      </figure>
    `;
  }

  override updated(changed: PropertyValues): void {
    if (this.seen && (changed.has('chart') || changed.size === 0)) {
      void this.draw();
    }
  }

  private async draw(): Promise<void> {
    if (!this.chart || this.failed) {
      return;
    }
    try {
      const { Drawing } = await import('./drawing');
      await painted();
      const canvas = this.querySelector<HTMLElement>('.chart-canvas');
      if (canvas && this.isConnected) {
        this.drawing ??= new Drawing(canvas, (pick) => this.tell(pick));
        await this.drawing.show(this.chart);
        this.drawn = true;
      }
    } catch (e) {
      console.error(e);
      this.failed = true;
    }
  }

  private tell(pick: Pick): void {
    this.dispatchEvent(new CustomEvent('pick', { detail: pick, bubbles: true }));
  }

  private table() {
    const chart = this.chart;
    const unit = this.unit();
    switch (chart.kind) {
      case 'lines':
      case 'areas':
      case 'stacks':
      case 'shares':
        return html`<table>
          <caption>${chart.title}${unit ? html` (${unit})` : nothing}</caption>
          <thead><tr>
            <th scope="col">${chart.over}</th>
            ${chart.series.map((series) => html`<th scope="col" class="number">${series.label}</th>`)}
          </tr></thead>
          <tbody>${chart.categories.map(
            (category, at) => html`<tr>
              <th scope="row">${category}</th>
              ${chart.series.map((series) => html`<td class="number">${this.shown(series.values[at])}</td>`)}
            </tr>`,
          )}</tbody>
        </table>`;
      case 'sankey': {
        const label = new Map(chart.nodes.map((node) => [node.code, node.label]));
        return html`<table>
          <caption>${chart.title}${unit ? html` (${unit})` : nothing}</caption>
          <thead><tr><th scope="col">${chartTexts('from')}</th><th scope="col">${chartTexts('to')}</th><th scope="col" class="number">${unit}</th></tr></thead>
          <tbody>${chart.links.map(
            (link) => html`<tr>
              <th scope="row">${label.get(link.from)}</th><td>${label.get(link.to)}</td>
              <td class="number">${this.shown(link.value)}</td>
            </tr>`,
          )}</tbody>
        </table>`;
      }
      default:
        return html`<table>
          <caption>${chart.title}</caption>
          <thead><tr><th scope="col">${chart.title}</th><th scope="col" class="number">${unit}</th></tr></thead>
          <tbody>${this.rows(chart.data, 0)}</tbody>
        </table>`;
    }
  }

  private rows(data: Leaf[], depth: number): unknown {
    return data.map(
      (datum) => html`<tr>
          <th scope="row" class="depth-${Math.min(depth, 4)}">${datum.label}</th>
          <td class="number">${this.shown(datum.value)}</td>
        </tr>
        ${datum.children ? this.rows(datum.children, depth + 1) : nothing}`,
    );
  }

  /** For those who see the chart; the table says the same. */
  private legend() {
    const chart = this.chart;
    const entries =
      'series' in chart && chart.series.length > 1
        ? chart.series.map((series, at) => ({ color: seriesColor(series, at), label: series.label }))
        : chart.kind === 'map'
          ? stepsOf(chart.data).map(({ from, to }, at) => ({ color: STEPS[at], label: `${this.shown(from.toFixed(0), 0)} – ${this.shown(to.toFixed(0), 0)}` }))
          : [];
    return entries.length === 0
      ? nothing
      : html`<ul class="chart-legend" aria-hidden="true">
          ${chart.kind === 'map' && this.unit() ? html`<li>${this.unit()}:</li>` : nothing}
          ${entries.map(({ color, label }) => html`<li><span class="chart-swatch" ${looks({ backgroundColor: color })}></span>${label}</li>`)}
        </ul>`;
  }

  private unit(): string {
    return (this.chart.unit ?? 'usd') === 'usd' ? usdMillion() : '';
  }

  private shown(value: string | null | undefined, decimals = 1): string {
    switch (this.chart.unit ?? 'usd') {
      case 'percent':
        return percent(value, decimals);
      case 'count':
        return count(value);
      default:
        return millions(value, decimals);
    }
  }
}

/** What is to be read is there before the chart is drawn, which takes longer. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

customElements.define('cube-chart', CubeChart);
