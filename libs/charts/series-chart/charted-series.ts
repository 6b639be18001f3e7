import type { ChartFrame } from '../labelled-rows';

/** What the figures of a chart are: whole percentages, ratios to 1, days, counts. */
export type ChartUnit = 'percent' | 'ratio' | 'days' | 'count';

/** One figure for each label of a {@link SeriesChart}. */
export interface ChartSeries {
  readonly title: string;
  /** In the order of the labels, 0 or more; `null` where a figure is withheld. */
  readonly values: readonly (number | null)[];
}

/** What a chart of several series on one scale is made of. */
export interface SeriesChart extends Omit<ChartFrame, 'width'> {
  /** Groups of bars one below the other, or lines from the left to the right. */
  readonly kind: 'bars' | 'lines';
  readonly unit: ChartUnit;
  readonly labels: readonly string[];
  /** At least one. */
  readonly series: readonly ChartSeries[];
}
