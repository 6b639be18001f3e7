import type { ChartUnit } from './charted-series';

/** What stands at a figure that is withheld. */
export const WITHHELD = 'withheld';

const COUNT = new Intl.NumberFormat('en-GB');

/** A figure as a chart says it. */
export function figureText(value: number | null, unit: ChartUnit): string {
  if (value === null) return WITHHELD;
  if (unit === 'percent') return `${value}%`;
  if (unit === 'days') return value === 1 ? '1 day' : `${COUNT.format(value)} days`;
  return unit === 'ratio' ? value.toFixed(2) : COUNT.format(value);
}
