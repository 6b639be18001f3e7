import fc from 'fast-check';
import type { SeriesChart } from './charted-series';
import { seriesChart } from './series-chart';

const CHART: SeriesChart = {
  ...{ id: 'access', title: 'Access', description: 'By group', kind: 'bars', unit: 'percent' },
  labels: ['Nurses', 'Midwives', 'Optometrists'],
  series: [
    { title: 'Ask rate', values: [50, 100, null] },
    { title: 'Access rate', values: [25, 0, null] },
  ],
};
const DRAWN_WITH = ['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'rect', 'path', 'text'];
const LINES: SeriesChart = { ...CHART, kind: 'lines' };

const textsOf = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);
/** How far bars of a colour reach to the right of where they start. */
const lengthsOf = (svg: string, colour: string) =>
  [...svg.matchAll(new RegExp(`<path d="M\\S+ \\S+l(\\S+) 0l[^>]*fill="${colour}"`, 'g'))].map(([, length]) =>
    Number(length),
  );

describe('A chart of series', () => {
  it('is one image with a name and a description', () => {
    const svg = seriesChart(CHART);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="access-title access-description"/);
    expect(svg).toContain('<title id="access-title">Access</title>');
    expect(svg).toContain('<desc id="access-description">By group</desc>');
    expect(svg.endsWith('</svg>')).toBe(true);
  });

  it('draws bars as long as their figures, each with its figure, and says where one is withheld', () => {
    const svg = seriesChart(CHART);
    const [half, whole] = lengthsOf(svg, '#005eb8');
    expect(half! / whole!).toBeCloseTo(0.5, 2);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['Nurses', 'Ask rate', 'Access rate', '50%', '100%', '25%', '0%']),
    );
    expect(textsOf(svg).filter((text) => text === 'withheld')).toHaveLength(2);
  });

  it.each([
    ['ratio', '1.50'],
    ['days', '1.5 days'],
    ['count', '1.5'],
  ] as const)('says figures as what they are: %s', (unit, said) => {
    const svg = seriesChart({
      ...CHART,
      unit,
      labels: ['Nurses'],
      series: [{ title: 'One', values: [1.5] }],
    });
    expect(textsOf(svg)).toContain(said);
    expect(svg.includes('stroke-dasharray')).toBe(unit === 'ratio');
  });

  it('tells series apart by pattern, or by symbol and dashes, whatever their colour', () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ title: `Series ${at}`, values: [10, 20, 30] }));
    const patterns = [...seriesChart({ ...CHART, series: many }).matchAll(/<pattern [^>]*>.*?<\/pattern>/g)];
    const drawn = patterns.map(([pattern]) => pattern.replace(/ id="[^"]*"/, ''));
    expect(new Set(drawn).size).toBe(4);
    const dashes = seriesChart({ ...LINES, series: many }).match(/stroke-dasharray="[^"]*"/g);
    expect(new Set(dashes).size).toBe(2);
  });

  it('leaves a gap in a line where a figure is withheld', () => {
    const lineOf = (values: (number | null)[]) =>
      /<path d="([^"]*)" fill="none" stroke="#005eb8" stroke-width="2"/.exec(
        seriesChart({ ...LINES, series: [{ title: 'Rate', values }] }),
      )![1]!;
    expect(lineOf([10, 20, 30]).match(/L/g)).toHaveLength(2);
    expect(lineOf([10, null, 30])).not.toContain('L');
  });

  it('is the same text however many charts were drawn before', () => {
    const before = seriesChart(CHART);
    seriesChart(LINES);
    expect(seriesChart(CHART)).toBe(before);
    expect(seriesChart({ ...CHART, id: 'other' })).not.toMatch(/"access|#access|zr\d/);
  });

  it('holds hostile text as text, and nothing that a strict content security policy forbids', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...['</text><script>alert(1)</script>', '"onload="alert(1)', '<style>*{display:none}</style>'],
        ...['{b} {a|rich}', 'style="x:y" zr0-p1', '\n', 'a\u0000b]]>&lt;'],
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom('bars', 'lines'), (label, title, kind) => {
        const series = [{ title, values: [50, null] }];
        const svg = seriesChart({
          ...CHART,
          title,
          description: label,
          kind,
          labels: [label, label],
          series,
        });
        const tags = Array.from(svg.matchAll(/<\/?([^\s/>]*)/g), ([, tag]) => tag!);
        expect(tags.filter((tag) => !DRAWN_WITH.includes(tag))).toEqual([]);
        expect(svg).not.toMatch(/\p{Cc}/u);
        expect(svg.replace(/>[^<]*</g, '><')).not.toMatch(
          /style=|class="(?!app-chart)|on\w+=|javascript:|href/,
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [[]],
    [[{ title: 'One', values: [1, 2] }]],
    [[{ title: 'One', values: [1, 2, -1] }]],
    [[{ title: 'One', values: [1, 2, Infinity] }]],
    [[{ title: 'One', values: [1, 2, NaN] }]],
  ])('is refused where series have not a figure for each label: %j', (series) => {
    expect(() => seriesChart({ ...CHART, series })).toThrow('A chart has at least one series');
  });

  it.each(['', '1st', 'two words', '"><script>'])('is refused with the id %j', (id) => {
    expect(() => seriesChart({ ...CHART, id })).toThrow('Not an id of a chart');
  });
});
