import { barsOption } from './bars-option';
import type { SeriesChart } from './charted-series';
import { drawnByEcharts } from './drawn-by-echarts';
import { linesOption } from './lines-option';

/**
 * Several series beside each other as SVG to stand inside a page: 640 pixels wide, so what is narrower scrolls. Series
 * differ by pattern, symbol and dashes as well as by colour; a bar that is withheld says so. It needs no style sheet and
 * no script, and the same chart is the same text every time.
 *
 * @throws RangeError where the id is not one, there is no series, or a series has not one figure for each label, 0 or more
 */
export function seriesChart(chart: SeriesChart): string {
  const { labels, series } = chart;
  const isWhole = series.every(
    ({ values }) =>
      values.length === labels.length &&
      values.every((value) => value === null || (value >= 0 && value < Infinity)),
  );
  if (series.length === 0 || !isWhole) {
    throw new RangeError('A chart has at least one series, each with a figure of 0 or more for every label');
  }
  return drawnByEcharts(chart, chart.kind === 'bars' ? barsOption(chart) : linesOption(chart));
}
