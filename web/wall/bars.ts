import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, AriaComponent, GridComponent, LegendComponent, CanvasRenderer]);

export interface Series {
  readonly name: string;
  readonly colour: 'primary' | 'danger' | 'warning' | 'success';
  /** One for each row; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface Bars {
  readonly rows: readonly string[];
  readonly series: readonly Series[];
  readonly most?: number | undefined;
  /** A figure as it stands at its bar. */
  readonly written: (value: number) => string;
}

export interface Drawing {
  draw(bars: Bars): void;
  resize(): void;
  dispose(): void;
}

/** A place for lying bars, drawn on a canvas in the colours and letters of the page. */
export function drawingOn(place: HTMLElement, picked: (row: number) => void): Drawing {
  const chart = init(place, null, { renderer: 'canvas' });
  chart.on('click', ({ dataIndex }) => picked(dataIndex));
  return {
    draw: (bars) => chart.setOption(optionOf(bars), { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function optionOf({ rows, series, most, written }: Bars) {
  const style = getComputedStyle(document.documentElement);
  const variable = (name: string): string => style.getPropertyValue(`--el-${name}`).trim();
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const text = {
    color: variable('text-color-primary'),
    fontFamily,
    fontSize: Number.parseFloat(fontSize) * 0.9,
  };
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: text,
    grid: { left: 8, right: 56, top: series.length > 1 ? 36 : 8, bottom: 8, containLabel: true },
    ...(series.length > 1 && { legend: { top: 0, left: 0, textStyle: text } }),
    xAxis: {
      type: 'value' as const,
      max: most,
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: variable('border-color-lighter') } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: [...rows],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: variable('border-color') } },
      axisLabel: { ...text, width: place(rows, text.fontSize), overflow: 'truncate' as const },
    },
    series: series.map(({ name, colour, values }) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      barMaxWidth: 18,
      itemStyle: { color: variable(`color-${colour}`), borderRadius: 3 },
      label: {
        ...text,
        show: true,
        position: 'right' as const,
        formatter: ({ value }: { readonly value: unknown }) =>
          typeof value === 'number' ? written(value) : '',
      },
    })),
  };
}

/** The room for names: of the longest, within limits. */
function place(rows: readonly string[], fontSize: number): number {
  const widths = rows.map((row) =>
    Array.from(row).reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.56) * fontSize, 0),
  );
  return Math.min(170, Math.max(40, ...widths) + 4);
}
