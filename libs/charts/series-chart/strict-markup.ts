/** What of ECharts’ markup draws; styles, classes and what is meant for its script are left out. */
const DRAWS = new Set([
  ...['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'points', 'transform'],
  ...['fill', 'fill-opacity', 'opacity', 'text-anchor', 'dominant-baseline'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['id', 'patternUnits', 'patternTransform'],
]);
/** What its styles say of text; the family is that of the page. */
const OF_TEXT = new Set(['font-size', 'font-weight']);

/**
 * What stands inside the drawing that ECharts made, as a strict content security policy lets it stand in a page: without
 * style sheets and style attributes. ECharts numbers what its own markup refers to by how many charts it drew before;
 * here it is named by the chart, so that the same chart is the same text. Nothing is drawn outside of its place, so nothing
 * is clipped, and what has neither fill nor stroke, there for a mouse to meet, goes too.
 */
export function strictMarkup(svg: string, id: string): string {
  return svg
    .replace(/<(style|clipPath)\b.*?<\/\1>/gs, '')
    .replace(/^<svg[^>]*>|<\/svg>$/g, '')
    .replace(/<[^<>]*>/g, (tag) => strictTag(tag, id))
    .replace(/<(path|rect)(?=[^>]* fill="none")(?![^>]* stroke=)[^>]*><\/\1>\n?/g, '')
    .replace(/>\n</g, '><')
    .trim()
    .replace(/\p{Cc}/gu, ' ');
}

/** Text within markup is escaped, so what stands between these brackets is a tag of ECharts. */
function strictTag(tag: string, id: string): string {
  const attributes = [...tag.matchAll(/ ([\w:-]+)="([^"]*)"/g)].flatMap(([, name, value]) =>
    name === 'style' ? styleOf(value!) : DRAWS.has(name!) ? [[name!, value!] as const] : [],
  );
  const written = attributes.map(([name, value]) => ` ${name}="${value.replace(/zr\d+-/, `${id}-`)}"`);
  return tag.startsWith('</') ? tag : `<${/^<(\w+)/.exec(tag)![1]!}${written.join('')}>`;
}

function styleOf(style: string): readonly (readonly [string, string])[] {
  return style
    .split(';')
    .map((part) => part.split(':') as [string, string])
    .filter(([name]) => OF_TEXT.has(name));
}
