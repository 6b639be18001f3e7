import { wrappedText } from '../wrapped-text';
import { COLOURS, type Drawing, LEGEND, LEGEND_LINE, SCALE, TEXT, WIDTH } from './drawing';
import { figureText } from './figure-text';
import type { SeriesChart } from './series-chart';

/** So many characters of a label fit below a point, where there are few points. */
const LABEL_LENGTH = 14;
const LABEL_HEIGHT = 80;
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
  const percent = unit === 'percent' ? { max: 100 } : {};
  return {
    ...{ width: WIDTH, height: top + PLOT_HEIGHT + LABEL_HEIGHT },
    option: {
      color: COLOURS,
      legend: LEGEND,
      grid: { left: 56, right: 32, top, height: PLOT_HEIGHT, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: labels.map((_, at) => String(at)),
        axisLine: { lineStyle: { color: TEXT } },
        axisLabel: {
          formatter: (_: string, at: number) => wrappedText(labels[at]!, LABEL_LENGTH).join('\n'),
          ...{ hideOverlap: true, color: TEXT, fontSize: 12, lineHeight: 15 },
        },
      },
      yAxis: {
        ...{ ...SCALE, ...percent },
        axisLabel: { ...SCALE.axisLabel, formatter: (value: number) => figureText(value, unit) },
      },
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
