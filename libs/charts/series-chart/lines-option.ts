import { wrappedText } from '../wrapped-text';
import { COLOURS, type Drawing, LEGEND, LEGEND_LINE, scaleOf, TEXT, WIDTH } from './drawing';
import type { SeriesChart } from './charted-series';

/** So many characters of a label fit below a point, where there are few points. */
const LABEL_LENGTH = 14;
const LABEL_LINE = 15;
const PLOT_HEIGHT = 280;
const SYMBOLS = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
  'emptyDiamond',
];
const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** Lines from the left to the right, with a gap where a figure is withheld. */
export function linesOption({ unit, labels, series }: SeriesChart): Drawing {
  const top = LEGEND_LINE * series.length + 16;
  const lines = labels.map((label) => wrappedText(label, LABEL_LENGTH));
  return {
    ...{
      width: WIDTH,
      height: top + PLOT_HEIGHT + 16 + LABEL_LINE * Math.max(0, ...lines.map(({ length }) => length)),
    },
    option: {
      color: COLOURS,
      legend: LEGEND,
      grid: { left: 56, right: 32, top, height: PLOT_HEIGHT, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: labels.map((_, at) => String(at)),
        axisLine: { lineStyle: { color: TEXT } },
        axisLabel: {
          formatter: (_: string, at: number) => lines[at]!.join('\n'),
          ...{ hideOverlap: true, color: TEXT, fontSize: 12, lineHeight: LABEL_LINE },
        },
      },
      yAxis: scaleOf(unit),
      series: series.map(({ title, values }, at) => ({
        type: 'line',
        name: title,
        data: [...values],
        symbol: SYMBOLS[at % SYMBOLS.length]!,
        symbolSize: 9,
        showAllSymbol: true,
        lineStyle: { width: 2, type: DASHES[at % DASHES.length]! },
      })),
    },
  };
}
