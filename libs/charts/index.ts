export { type Bar, type BarChart, barChart, TOO_FEW_TO_SHOW } from './bar-chart';
