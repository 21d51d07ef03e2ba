import { BarChart, LineChart, MapChart, PieChart, SankeyChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TitleComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Chart, Pick } from './chart';
import { optionOf } from './options';
import { loadWorld } from './world';

echarts.use([
  AriaComponent, BarChart, CanvasRenderer, GridComponent, LineChart, MapChart, PieChart, SankeyChart,
  TitleComponent, TooltipComponent, TreemapChart, VisualMapComponent,
]);

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
    if (chart.kind === 'map') {
      await loadWorld(echarts.registerMap, echarts.getMap);
    }
    this.chart.setOption(optionOf(chart, this.chart.getWidth()), { notMerge: true });
  }

  end(): void {
    this.resizing.disconnect();
    this.chart.dispose();
  }
}
