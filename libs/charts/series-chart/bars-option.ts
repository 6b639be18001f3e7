import type { BarSeriesOption, MarkLineComponentOption } from 'echarts';
import { wrappedText } from '../wrapped-text';
import { COLOURS, type Drawing, FONT_SIZE, LEGEND, LEGEND_LINE, scaleOf, TEXT, WIDTH } from './drawing';
import { figureText } from './figure-text';
import type { SeriesChart } from './charted-series';

type DecalObject = NonNullable<Exclude<NonNullable<BarSeriesOption['itemStyle']>['decal'], 'none'>>;

const LABEL_WIDTH = 200;
/** So many characters of a label fit beside the bars. */
const LABEL_LENGTH = 26;
const LABEL_LINE = 18;
const BAR = 15;
const BETWEEN_BARS = 3;
const BETWEEN_GROUPS = 16;
const SCALE_HEIGHT = 28;
/** Room for what stands at the end of the longest bar. */
const TEXT_WIDTH = 76;

/** White on the colour of a series; the first is plain. */
const PATTERNS: readonly (DecalObject | undefined)[] = [
  undefined,
  { color: '#ffffff', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  {
    color: '#ffffff',
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
  { color: '#ffffff', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: Math.PI / 2 },
  { color: '#ffffff', dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: 0 },
];

/** Groups of bars from the top to the bottom, each with its figure at its end. */
export function barsOption({ unit, labels, series }: SeriesChart): Drawing {
  const lines = labels.map((label) => wrappedText(label, LABEL_LENGTH));
  const group = Math.max(
    series.length * (BAR + BETWEEN_BARS),
    LABEL_LINE * Math.max(1, ...lines.map(({ length }) => length)),
  );
  const top = LEGEND_LINE * series.length + SCALE_HEIGHT;
  const height = top + labels.length * (group + BETWEEN_GROUPS) + 4;
  return {
    ...{ width: WIDTH, height },
    option: {
      color: COLOURS,
      legend: LEGEND,
      grid: { left: LABEL_WIDTH, right: TEXT_WIDTH, top, bottom: 4, outerBoundsMode: 'none' },
      xAxis: { ...scaleOf(unit), position: 'top' },
      yAxis: {
        type: 'category',
        data: labels.map((_, at) => String(at)),
        inverse: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: TEXT } },
        axisLabel: {
          formatter: (_: string, at: number) => lines[at]!.join('\n'),
          ...{ interval: 0, color: TEXT, fontSize: FONT_SIZE, lineHeight: LABEL_LINE },
        },
      },
      series: series.map(({ title, values }, at) => ({
        type: 'bar',
        name: title,
        barWidth: BAR,
        barGap: `${(100 * BETWEEN_BARS) / BAR}%`,
        itemStyle: {
          ...{ borderColor: COLOURS[at % COLOURS.length]!, borderWidth: 1 },
          ...patternOf(at),
        },
        data: values.map((value) => ({
          value: value ?? 0,
          ...(value === null ? { itemStyle: NOTHING } : {}),
          label: {
            formatter: figureText(value, unit),
            ...{ show: true, position: 'right', color: TEXT, fontSize: 12 },
          },
        })),
        ...(unit === 'ratio' && at === 0 ? { markLine: LINE_AT_ONE } : {}),
      })),
    },
  };
}

/** What is drawn of a figure that is withheld. */
const NOTHING = { color: 'none', borderWidth: 0 } as const;

/** A copy: ECharts writes into what it is given. */
function patternOf(at: number): { decal?: DecalObject } {
  const pattern = PATTERNS[at % PATTERNS.length];
  return pattern === undefined ? {} : { decal: { ...pattern } };
}

/** Where a group is as everybody else is. */
const LINE_AT_ONE: MarkLineComponentOption = {
  silent: true,
  symbol: 'none',
  data: [{ xAxis: 1 }],
  lineStyle: { color: TEXT, type: 'dashed', width: 1.5 },
  label: { show: false },
};
