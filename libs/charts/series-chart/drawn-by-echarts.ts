import { createRequire } from 'node:module';
import { escapedMarkup } from '../escaped-markup';
import type { ChartFrame } from '../labelled-rows';
import type { Drawing } from './drawing';
import { strictMarkup } from './strict-markup';

/** ECharts is large and loads only where it draws: the command line, which draws other charts, does not wait for it. */
const load = createRequire(__filename);

/** A drawing as SVG with a name and a description. */
export function drawnByEcharts(
  { id, title, description }: Omit<ChartFrame, 'width'>,
  { width, height, option }: Drawing,
): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) {
    throw new RangeError(`Not an id of a chart: ${JSON.stringify(id)}`);
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" id="${id}" role="img" ` +
    `aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">` +
    `<title id="${id}-title">${escapedMarkup(title)}</title>` +
    `<desc id="${id}-description">${escapedMarkup(description)}</desc>` +
    `${strictMarkup(svgOf({ width, height, option }), id)}</svg>`
  );
}

function svgOf({ width, height, option }: Drawing): string {
  const { init } = load('echarts') as typeof import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
