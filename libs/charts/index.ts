export { type Bar, type BarChart, barChart, TOO_FEW_TO_SHOW } from './bar-chart';
export { escapedMarkup } from './escaped-markup';
export type { ChartFrame } from './labelled-rows';
export { type SpreadChart, spreadChart, type SpreadRow } from './spread-chart';
export { WITHHELD } from './series-chart/figure-text';
export type { ChartSeries, ChartUnit, SeriesChart } from './series-chart/charted-series';
export { seriesChart } from './series-chart/series-chart';
