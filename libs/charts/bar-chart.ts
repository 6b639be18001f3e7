import { escapedMarkup } from './escaped-markup';
import { wrappedText } from './wrapped-text';

/** One bar of a {@link BarChart}. */
export interface Bar {
  readonly label: string;
  /** The length of the bar as a share of the whole width, 0 to 1; `null` where the value is withheld. */
  readonly value: number | null;
  /** What the bar says, in words, such as `75% (60 of 80)`; a withheld one says {@link TOO_FEW_TO_SHOW} instead. */
  readonly text: string;
}

/** What a bar chart is made of. */
export interface BarChart {
  /** Unlike any other id of the page: letters, digits and hyphens, a letter first. */
  readonly id: string;
  /** What the chart is called by those who cannot see it. */
  readonly title: string;
  /** What it shows, for the same readers: the chart’s table says the rest. */
  readonly description: string;
  readonly bars: readonly Bar[];
  /** In pixels; as wide as its place on the page where it is left out. */
  readonly width?: number;
}

/** What stands at a bar whose value is withheld. */
export const TOO_FEW_TO_SHOW = 'too few to show';

/** So many characters of a label fit side by side on the narrowest screen, 320 pixels wide. */
const LABEL_LENGTH = 32;
const LINE = 22;
const BAR = 20;
const GAP = 18;

/** Contrast of at least 3 to 1 with white and with one another where they touch. */
const COLOUR = { text: '#212b32', bar: '#005eb8', outline: '#4c6272', empty: '#ffffff' };

/**
 * A horizontal bar chart as SVG to stand inside a page. Labels stand above their bars and keep their size however
 * narrow the chart is; nothing in it needs a style sheet or a script, so a strict content security policy can stay.
 *
 * @throws RangeError where the id is not one, or a value is not from 0 to 1
 */
export function barChart({ id, title, description, bars, width }: BarChart): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) {
    throw new RangeError(`Not an id of a chart: ${JSON.stringify(id)}`);
  }
  const hatching = `${id}-withheld`;
  let top = 0;
  const drawn = bars.map((bar) => {
    const { markup, height } = drawnBar(bar, top, hatching);
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
    `<defs><pattern id="${hatching}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="8" height="8" fill="${COLOUR.empty}"/>` +
      `<line x1="0" y1="0" x2="0" y2="8" stroke="${COLOUR.outline}" stroke-width="2"/></pattern></defs>`,
    ...drawn,
    '</svg>',
  ].join('');
}

function drawnBar(
  { label, value, text }: Bar,
  top: number,
  hatching: string,
): { markup: string; height: number } {
  const lines = [
    ...wrappedText(label, LABEL_LENGTH).map((line) => ({ line, weight: 'bold' })),
    ...wrappedText(value === null ? TOO_FEW_TO_SHOW : text, LABEL_LENGTH).map((line) => ({
      line,
      weight: 'normal',
    })),
  ];
  const words = lines.map(
    ({ line, weight }, at) =>
      `<text x="0" y="${top + LINE * at + 16}" font-weight="${weight}">${escapedMarkup(line)}</text>`,
  );
  const y = top + LINE * lines.length + 1;
  const outline = `fill="${value === null ? `url(#${hatching})` : COLOUR.empty}" stroke="${COLOUR.outline}"`;
  const bar = [
    `<rect x="0" y="${y}" width="100%" height="${BAR}" ${outline}/>`,
    ...(value === null
      ? []
      : [`<rect x="0" y="${y}" width="${percentage(value)}" height="${BAR}" fill="${COLOUR.bar}"/>`]),
  ];
  return { markup: `<g>${[...words, ...bar].join('')}</g>`, height: LINE * lines.length + 1 + BAR };
}

function percentage(value: number): string {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`A bar’s value is a share from 0 to 1, not ${value}`);
  }
  return `${Number((100 * value).toFixed(2))}%`;
}
