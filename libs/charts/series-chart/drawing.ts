import type { EChartsOption } from 'echarts';
import type { ChartUnit } from './charted-series';

/** How large a drawing is, in pixels, and what ECharts is told to draw on it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

export const WIDTH = 640;
export const TEXT = '#212b32';
export const GRID = '#aeb7bd';
export const FONT_SIZE = 14;
/** How high one entry of a legend is. */
export const LEGEND_LINE = 24;

/** Each at least 4.5 to 1 with white. */
export const COLOURS = ['#005eb8', '#8a3b00', '#006747', '#7c2855', '#425563', '#330072'];

/** Names of series from the top, one below the other. */
export const LEGEND = {
  orient: 'vertical',
  left: 0,
  top: 0,
  padding: 0,
  itemGap: LEGEND_LINE - FONT_SIZE,
  itemWidth: 36,
  itemHeight: FONT_SIZE,
  textStyle: { color: TEXT, fontSize: FONT_SIZE },
  selectedMode: false,
} as const;

/** The scale of the figures: shares of everybody end with everybody. */
export function scaleOf(unit: ChartUnit) {
  const isShare = unit === 'percent';
  return {
    type: 'value',
    ...{ min: 0, splitLine: { lineStyle: { color: GRID } } },
    axisLabel: { color: TEXT, fontSize: 12, ...(isShare ? { formatter: '{value}%' } : {}) },
    ...(isShare ? { max: 100 } : {}),
  } as const;
}
