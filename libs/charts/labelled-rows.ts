import { escapedMarkup } from './escaped-markup';
import { wrappedText } from './wrapped-text';

/** What every chart says of itself. */
export interface ChartFrame {
  /** Unlike any other id of the page: letters, digits and hyphens, a letter first. */
  readonly id: string;
  /** What the chart is called by those who cannot see it. */
  readonly title: string;
  /** What it shows, for the same readers: the chart’s table says the rest. */
  readonly description: string;
  /** In pixels; as wide as its place on the page where it is left out. */
  readonly width?: number;
}

/** One row of a chart: its words, and below them what is drawn from a top on. */
export interface LabelledRow {
  readonly label: string;
  readonly text: string;
  readonly draw: (top: number) => string;
}

/** How high what is drawn below the words of a row is. */
export const ROW_HEIGHT = 20;

/** Contrast of at least 3 to 1 with white and with one another where they touch. */
export const COLOUR = {
  text: '#212b32',
  bar: '#005eb8',
  outline: '#4c6272',
  empty: '#ffffff',
  mark: '#212b32',
};

/** So many characters of a label fit side by side on the narrowest screen, 320 pixels wide. */
const LABEL_LENGTH = 32;
const LINE = 22;
const GAP = 18;

/** How far a mark stands out above and below what it crosses. */
const OVERHANG = 3;

/**
 * A chart of rows as SVG to stand inside a page. Labels stand above what is drawn and keep their size however narrow the
 * chart is; nothing in it needs a style sheet or a script, so a strict content security policy can stay.
 *
 * @param definitions SVG that rows refer to
 * @throws RangeError where the id is not one
 */
export function chartOfRows(
  { id, title, description, width }: ChartFrame,
  rows: readonly LabelledRow[],
  definitions = '',
): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) {
    throw new RangeError(`Not an id of a chart: ${JSON.stringify(id)}`);
  }
  let top = 0;
  const drawn = rows.map((row) => {
    const { markup, height } = drawnRow(row, top);
    top += height + GAP;
    return markup;
  });
  const height = Math.max(top - GAP, 0) + 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" id="${id}" role="img" ` +
      `aria-labelledby="${id}-title ${id}-description" width="${width ?? '100%'}" height="${height}" ` +
      `overflow="visible" font-size="16" fill="${COLOUR.text}">`,
    `<title id="${id}-title">${escapedMarkup(title)}</title>`,
    `<desc id="${id}-description">${escapedMarkup(description)}</desc>`,
    ...(definitions === '' ? [] : [`<defs>${definitions}</defs>`]),
    ...drawn,
    '</svg>',
  ].join('');
}

function drawnRow({ label, text, draw }: LabelledRow, top: number): { markup: string; height: number } {
  const lines = [
    ...wrappedText(label, LABEL_LENGTH).map((line) => ({ line, weight: 'bold' })),
    ...wrappedText(text, LABEL_LENGTH).map((line) => ({ line, weight: 'normal' })),
  ];
  const words = lines.map(
    ({ line, weight }, at) =>
      `<text x="0" y="${top + LINE * at + 16}" font-weight="${weight}">${escapedMarkup(line)}</text>`,
  );
  const height = LINE * lines.length + 1;
  return { markup: `<g>${words.join('')}${draw(top + height)}</g>`, height: height + ROW_HEIGHT };
}

/** A mark across a row: dark within light, so that it is seen on what is drawn and beside it. */
export function drawnMark(x: string, top: number): string {
  const line = `x1="${x}" y1="${top - OVERHANG}" x2="${x}" y2="${top + ROW_HEIGHT + OVERHANG}"`;
  return (
    `<line ${line} stroke="${COLOUR.empty}" stroke-width="6"/>` +
    `<line ${line} stroke="${COLOUR.mark}" stroke-width="2"/>`
  );
}

/** A share from 0 to 1 as a percentage of the width. */
export function percentage(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`;
}
