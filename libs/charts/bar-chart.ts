import { type ChartFrame, chartOfRows, COLOUR, drawnMark, percentage, ROW_HEIGHT } from './labelled-rows';

/** One bar of a {@link BarChart}. */
export interface Bar {
  readonly label: string;
  /** The length of the bar as a share of the whole width, 0 to 1; `null` where the value is withheld. */
  readonly value: number | null;
  /** Where a mark crosses the bar, as a share of the whole width, such as the value before a change. */
  readonly mark?: number;
  /** What the bar says, in words, such as `75% (60 of 80)`; a withheld one says {@link TOO_FEW_TO_SHOW} instead. */
  readonly text: string;
}

/** What a bar chart is made of. */
export interface BarChart extends ChartFrame {
  readonly bars: readonly Bar[];
}

/** What stands at a bar whose value is withheld. */
export const TOO_FEW_TO_SHOW = 'too few to show';

/**
 * A horizontal bar chart as SVG to stand inside a page. Labels stand above their bars and keep their size however
 * narrow the chart is; nothing in it needs a style sheet or a script, so a strict content security policy can stay.
 *
 * @throws RangeError where the id is not one, or a value or mark is not from 0 to 1
 */
export function barChart({ bars, ...frame }: BarChart): string {
  const hatching = `${frame.id}-withheld`;
  const rows = bars.map((bar) => ({
    label: bar.label,
    text: bar.value === null ? TOO_FEW_TO_SHOW : bar.text,
    draw: (top: number) => drawnBar(bar, top, hatching),
  }));
  return chartOfRows(
    frame,
    rows,
    `<pattern id="${hatching}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="8" height="8" fill="${COLOUR.empty}"/>` +
      `<line x1="0" y1="0" x2="0" y2="8" stroke="${COLOUR.outline}" stroke-width="2"/></pattern>`,
  );
}

function drawnBar({ value, mark }: Bar, top: number, hatching: string): string {
  const outline = `fill="${value === null ? `url(#${hatching})` : COLOUR.empty}" stroke="${COLOUR.outline}"`;
  const bar = [
    `<rect x="0" y="${top}" width="100%" height="${ROW_HEIGHT}" ${outline}/>`,
    ...(value === null
      ? []
      : [`<rect x="0" y="${top}" width="${share(value)}" height="${ROW_HEIGHT}" fill="${COLOUR.bar}"/>`]),
    ...(value === null || mark === undefined ? [] : [drawnMark(share(mark), top)]),
  ];
  return bar.join('');
}

function share(value: number): string {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`A bar’s value is a share from 0 to 1, not ${value}`);
  }
  return percentage(value);
}
