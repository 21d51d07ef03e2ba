import { TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Chart, Pick } from './chart';
import { optionOf } from './options';

echarts.use([CanvasRenderer, TooltipComponent]);

/** What a kind of chart needs beside the common ground, each fetched when the first of its kind is drawn. */
const KINDS: Record<Chart['kind'], () => Promise<unknown>> = {
  bars: () => import('./kinds/over-time'),
  lines: () => import('./kinds/over-time'),
  areas: () => import('./kinds/over-time'),
  stacks: () => import('./kinds/over-time'),
  shares: () => import('./kinds/over-time'),
  wheel: () => import('./kinds/wheel'),
  map: () => import('./kinds/map'),
  treemap: () => import('./kinds/treemap'),
  sankey: () => import('./kinds/sankey'),
};

/** A chart on its canvas. This module, with the library that draws, is fetched when the first chart is seen. */
export class Drawing {
  private drawn?: echarts.ECharts;
  private kind?: Chart['kind'];
  private chart?: Chart;
  private ended = false;
  private readonly resizing = new ResizeObserver(() => this.fit());

  constructor(
    private readonly canvas: HTMLElement,
    private readonly onPick: (pick: Pick) => void,
  ) {
    this.resizing.observe(canvas);
  }

  async show(chart: Chart): Promise<void> {
    await KINDS[chart.kind]();
    if (!this.ended) {
      this.chart = chart;
      const drawn = this.of(chart.kind);
      drawn.setOption(optionOf(chart, drawn.getWidth()), { notMerge: true });
    }
  }

  end(): void {
    this.ended = true;
    this.resizing.disconnect();
    this.drawn?.dispose();
  }

  /** The room that labels get depends on the width. */
  private fit(): void {
    this.drawn?.resize();
    if (this.drawn && this.chart) {
      this.drawn.setOption({ ...optionOf(this.chart, this.drawn.getWidth()), animation: false });
    }
  }

  /** One that was begun before a kind was fetched does not know it. */
  private of(kind: Chart['kind']): echarts.ECharts {
    if (!this.drawn || this.kind !== kind) {
      this.drawn?.dispose();
      this.kind = kind;
      this.drawn = echarts.init(this.canvas, null, { renderer: 'canvas' });
      this.drawn.on('click', (event) => this.picked(event));
    }
    return this.drawn;
  }

  private picked(event: echarts.ECElementEvent): void {
    const data = event.data as { code?: string } | undefined;
    const code = data?.code ?? event.seriesId;
    if (code) {
      this.onPick({ code, category: event.seriesId ? event.name : undefined });
    }
  }
}
