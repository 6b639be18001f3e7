import { type ChartFrame, chartOfRows, COLOUR, drawnMark, percentage, ROW_HEIGHT } from './labelled-rows';

/** One row of a {@link SpreadChart}: numbers in order of size. */
export interface SpreadRow {
  readonly label: string;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
  /** What the row says, in words, such as `half of them from 60 to 80`. */
  readonly text: string;
}

/** What a chart of spreads is made of. */
export interface SpreadChart extends ChartFrame {
  /** The right end of the scale, above 0; its left end is 0. */
  readonly end: number;
  readonly rows: readonly SpreadRow[];
}

/**
 * Spreads one below the other on one scale, as SVG to stand inside a page: a line from the least to the most, a box around
 * the middle half, and a mark at the median.
 *
 * @throws RangeError where the id is not one, or the five numbers of a row do not ascend from 0 to `end`
 */
export function spreadChart({ end, rows, ...frame }: SpreadChart): string {
  return chartOfRows(
    frame,
    rows.map((row) => ({
      label: row.label,
      text: row.text,
      draw: (top) => drawnSpread(positions(row, end), top),
    })),
  );
}

/** The five numbers as shares of the scale. */
function positions({ least, lowerQuartile, median, upperQuartile, most }: SpreadRow, end: number): number[] {
  const numbers = [least, lowerQuartile, median, upperQuartile, most];
  const ascending = [0, ...numbers, end].every((number, at, all) => at === 0 || number >= all[at - 1]!);
  if (!ascending || !(end > 0)) {
    throw new RangeError(`Not a spread from 0 to ${end}: ${numbers.join(', ')}`);
  }
  return numbers.map((number) => number / end);
}

function drawnSpread([least, lower, median, upper, most]: readonly number[], top: number): string {
  const middle = top + ROW_HEIGHT / 2;
  return [
    `<line x1="0" y1="${middle}" x2="100%" y2="${middle}" stroke="${COLOUR.outline}" stroke-dasharray="1 5"/>`,
    `<line x1="${percentage(least!)}" y1="${middle}" x2="${percentage(most!)}" y2="${middle}" ` +
      `stroke="${COLOUR.bar}" stroke-width="4"/>`,
    `<rect x="${percentage(lower!)}" y="${top}" width="${percentage(upper! - lower!)}" height="${ROW_HEIGHT}" ` +
      `fill="${COLOUR.bar}" stroke="${COLOUR.bar}"/>`,
    drawnMark(percentage(median!), top),
  ].join('');
}
