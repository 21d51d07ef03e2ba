import { approximately, count, headline, millions, percent, usdMillion } from '../language/formats';
import type { Chart, Datum } from './chart';
import { PALETTE, seriesColor } from './colors';
import { stepColor, stepsOf } from './steps';

type Option = Record<string, unknown>;

const INK = '#1f2d3a';
const MUTED = '#5a6b7a';
const LINE = '#dde4ea';

/** How the drawing library is told of a chart. Tooltips are drawn on the canvas: as markup they would need inline styles. */
export function optionOf(chart: Chart, width: number): Option {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !isStill,
    animationDuration: 350,
    aria: { enabled: false },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: INK },
    color: PALETTE,
    ...shapeOf(chart, width),
  };
}

function shapeOf(chart: Chart, width: number): Option {
  switch (chart.kind) {
    case 'bars':
      return bars(chart, width);
    case 'wheel':
      return wheel(chart);
    case 'map':
      return map(chart);
    case 'treemap':
      return treemap(chart);
    case 'sankey':
      return sankey(chart, width);
    default:
      return overTime(chart);
  }
}

const isRightToLeft = () => document.documentElement.dir === 'rtl';

function tooltip(formatter: (parameters: never) => string, trigger = 'item'): Option {
  return {
    trigger,
    renderMode: 'richText',
    confine: true,
    backgroundColor: '#fff',
    borderColor: LINE,
    padding: [8, 12],
    textStyle: { color: INK, fontSize: 13 },
    formatter,
  };
}

function told(chart: Chart, value: string | null | undefined): string {
  switch (chart.unit ?? 'usd') {
    case 'percent':
      return percent(value);
    case 'count':
      return count(value);
    default:
      return headline(value);
  }
}

function tick(chart: Chart): (value: number) => string {
  return (value) => {
    switch (chart.unit ?? 'usd') {
      case 'percent':
        return percent(value, 0);
      case 'count':
        return count(value);
      default:
        return millions(value.toFixed(0), 0);
    }
  };
}

function itemOf(datum: Datum): Option {
  return {
    name: datum.label,
    code: datum.code,
    value: approximately(datum.value),
    exact: datum.value,
    itemStyle: datum.color ? { color: datum.color } : undefined,
  };
}

type ItemParameters = { name: string; data?: { exact?: string | null }; percent?: number };

function bars(chart: Extract<Chart, { kind: 'bars' }>, width: number): Option {
  const mirrored = isRightToLeft();
  const room = Math.min(260, Math.max(110, width * 0.34));
  return {
    grid: { left: mirrored ? 72 : 4, right: mirrored ? 4 : 72, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: tooltip((item: ItemParameters) => `${item.name}\n${told(chart, item.data?.exact)}`),
    xAxis: { type: 'value', inverse: mirrored, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      position: mirrored ? 'right' : 'left',
      data: chart.data.map((datum) => datum.label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { width: room, overflow: 'truncate', color: INK, fontSize: 13 },
    },
    series: [{
      type: 'bar',
      barCategoryGap: '28%',
      itemStyle: { color: PALETTE[0], borderRadius: 2 },
      label: {
        show: true,
        position: mirrored ? 'left' : 'right',
        color: MUTED,
        formatter: (item: ItemParameters) => labelled(chart, item.data?.exact),
      },
      data: chart.data.map(itemOf),
    }],
  };
}

function labelled(chart: Chart, value: string | null | undefined): string {
  return (chart.unit ?? 'usd') === 'usd' ? millions(value, 0) : told(chart, value);
}

function wheel(chart: Extract<Chart, { kind: 'wheel' }>): Option {
  return {
    title: { text: chart.middle, left: 'center', top: 'middle', textStyle: { color: INK, fontSize: 17, fontWeight: 600, width: 120, overflow: 'break' } },
    tooltip: tooltip((item: ItemParameters) => `${item.name}\n${told(chart, item.data?.exact)} · ${percent((item.percent ?? 0) / 100)}`),
    series: [{
      type: 'pie',
      radius: ['54%', '94%'],
      startAngle: 90,
      itemStyle: { borderColor: '#fff', borderWidth: 2 },
      label: { show: false },
      emphasis: { scaleSize: 5 },
      data: chart.data.map(itemOf),
    }],
  };
}

function map(chart: Extract<Chart, { kind: 'map' }>): Option {
  const steps = stepsOf(chart.data);
  return {
    tooltip: tooltip((item: ItemParameters) => (item.data ? `${(item.data as { shown?: string }).shown ?? item.name}\n${told(chart, item.data.exact)}` : '')),
    series: [{
      type: 'map',
      map: 'world',
      // the shapes are projected already
      aspectScale: 1,
      nameProperty: 'code',
      roam: false,
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      itemStyle: { areaColor: '#eef1f4', borderColor: '#fff', borderWidth: 0.6 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: '#f4b942' } },
      select: { disabled: true },
      label: { show: false },
      data: chart.data.map((datum) => ({
        ...itemOf(datum),
        name: datum.code,
        shown: datum.label,
        itemStyle: { areaColor: stepColor(datum, steps) },
      })),
    }],
  };
}

function treemap(chart: Extract<Chart, { kind: 'treemap' }>): Option {
  const node = (datum: (typeof chart.data)[number], at: number): Option => ({
    ...itemOf(datum),
    itemStyle: { color: datum.color ?? PALETTE[at % PALETTE.length] },
    children: datum.children?.map((child) => ({ ...itemOf(child), itemStyle: child.color ? { color: child.color } : undefined })),
  });
  return {
    tooltip: tooltip((item: ItemParameters) => `${item.name}\n${told(chart, item.data?.exact)}`),
    series: [{
      type: 'treemap',
      roam: false,
      nodeClick: false,
      breadcrumb: { show: false },
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      itemStyle: { borderColor: '#fff', borderWidth: 2, gapWidth: 2 },
      label: { fontSize: 13, overflow: 'break', formatter: (item: ItemParameters) => `${item.name}\n${labelled(chart, item.data?.exact)}` },
      data: chart.data.map(node),
    }],
  };
}

function sankey(chart: Extract<Chart, { kind: 'sankey' }>, width: number): Option {
  const label = new Map(chart.nodes.map((node) => [node.code, node.label]));
  return {
    tooltip: tooltip((item: ItemParameters & { dataType?: string; data?: { source?: string; target?: string; code?: string }; value?: number }) =>
      item.dataType === 'edge'
        ? `${label.get(item.data?.source ?? '')} → ${label.get(item.data?.target ?? '')}\n${told(chart, item.data?.exact)}`
        : `${label.get(item.name) ?? item.name}\n${told(chart, item.value?.toFixed(2))}`,
    ),
    series: [{
      type: 'sankey',
      left: 4,
      right: Math.min(180, width * 0.24),
      top: 8,
      bottom: 8,
      nodeGap: 10,
      nodeWidth: 14,
      draggable: false,
      emphasis: { focus: 'adjacency' },
      lineStyle: { color: 'gradient', opacity: 0.35, curveness: 0.5 },
      label: { color: INK, fontSize: 12, width: Math.min(170, width * 0.22), overflow: 'truncate', formatter: (item: ItemParameters) => label.get(item.name) ?? item.name },
      data: chart.nodes.map((node, at) => ({ name: node.code, code: node.code, itemStyle: { color: node.color ?? PALETTE[at % PALETTE.length] } })),
      links: chart.links.map((link) => ({ source: link.from, target: link.to, value: approximately(link.value), exact: link.value })),
    }],
  };
}

type AxisParameters = { seriesName: string; seriesIndex: number; dataIndex: number; marker: string; axisValueLabel: string };

function overTime(chart: Extract<Chart, { kind: 'lines' | 'areas' | 'stacks' | 'shares' }>): Option {
  const isLine = chart.kind === 'lines' || chart.kind === 'areas';
  const isStacked = chart.kind !== 'lines';
  const sums = chart.categories.map((_, at) => chart.series.reduce((sum, series) => sum + approximately(series.values[at]), 0));
  const drawn = (value: string | null, at: number) =>
    value === null ? null : chart.kind === 'shares' ? approximately(value) / (sums[at] || 1) : approximately(value);
  const mirrored = isRightToLeft();
  return {
    grid: { left: 4, right: 4, top: 28, bottom: 4, outerBoundsMode: 'same' },
    tooltip: tooltip(
      (items: AxisParameters[]) =>
        [
          items[0]?.axisValueLabel ?? '',
          ...[...items].reverse().map((item) => `${item.seriesName}: ${told(chart, chart.series[item.seriesIndex].values[item.dataIndex])}`),
        ].join('\n'),
      'axis',
    ),
    xAxis: {
      type: 'category',
      inverse: mirrored,
      data: chart.categories,
      boundaryGap: !isLine,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#9aa8b5' } },
      axisLabel: { color: MUTED, fontSize: 13 },
    },
    yAxis: {
      type: 'value',
      position: mirrored ? 'right' : 'left',
      name: (chart.unit ?? 'usd') === 'usd' && chart.kind !== 'shares' ? usdMillion() : '',
      nameTextStyle: { color: MUTED, align: mirrored ? 'right' : 'left' },
      max: chart.kind === 'shares' ? 1 : undefined,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { color: MUTED, fontSize: 12, formatter: chart.kind === 'shares' ? (value: number) => percent(value, 0) : tick(chart) },
    },
    series: chart.series.map((series, at) => ({
      id: series.code,
      name: series.label,
      type: isLine ? 'line' : 'bar',
      stack: isStacked ? 'all' : undefined,
      areaStyle: chart.kind === 'areas' ? { opacity: 0.85 } : undefined,
      showSymbol: !isStacked && chart.categories.length < 20,
      symbolSize: 7,
      barMaxWidth: 56,
      connectNulls: false,
      color: seriesColor(series, at),
      data: series.values.map(drawn),
    })),
  };
}
