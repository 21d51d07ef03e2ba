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
  private readonly chart: echarts.ECharts;
  private readonly resizing: ResizeObserver;

  constructor(canvas: HTMLElement, onPick: (pick: Pick) => void) {
    this.chart = echarts.init(canvas, null, { renderer: 'canvas' });
    this.resizing = new ResizeObserver(() => this.chart.resize());
    this.resizing.observe(canvas);
    this.chart.on('click', (event) => {
      const data = event.data as { code?: string } | undefined;
      const code = data?.code ?? event.seriesId;
      if (code) {
        onPick({ code, category: event.seriesId ? event.name : undefined });
      }
    });
  }

  async show(chart: Chart): Promise<void> {
    await KINDS[chart.kind]();
    if (this.chart.isDisposed()) {
      return;
    }
    this.chart.setOption(optionOf(chart, this.chart.getWidth()), { notMerge: true });
  }

  end(): void {
    this.resizing.disconnect();
    this.chart.dispose();
  }
}
