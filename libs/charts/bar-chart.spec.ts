import fc from 'fast-check';
import { barChart, type Bar } from './bar-chart';

const DRAWN_WITH = ['svg', 'title', 'desc', 'defs', 'pattern', 'line', 'g', 'rect', 'text'];

function chartOf(...bars: Bar[]): string {
  return barChart({ id: 'access', title: 'Access', description: 'By group', bars });
}

describe('a bar chart', () => {
  it('is one image with a name and a description', () => {
    const chart = barChart({ id: 'access', title: 'Access', description: 'By group', bars: [] });
    expect(chart).toMatch(/^<svg [^>]*role="img" aria-labelledby="access-title access-description"/);
    expect(chart).toContain('<title id="access-title">Access</title>');
    expect(chart).toContain('<desc id="access-description">By group</desc>');
  });

  it('draws each value as a share of the width, under its label and text', () => {
    const chart = chartOf(
      { label: 'Nurses', value: 0.75, text: '75% (60 of 80)' },
      { label: 'Midwives', value: 0, text: '0% (0 of 40)' },
    );
    const text = [...chart.matchAll(/<text [^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(text).toEqual(['Nurses', '75% (60 of 80)', 'Midwives', '0% (0 of 40)']);
    expect(chart).toContain('width="75%" height="20" fill="#005eb8"');
    expect(chart).toContain('width="0%" height="20" fill="#005eb8"');
  });

  it('draws a withheld value as hatching that says so, whatever its text', () => {
    const chart = chartOf({ label: 'Optometrists', value: null, text: '3 of 4' });
    expect(chart).toContain('too few to show');
    expect(chart).toContain('fill="url(#access-withheld)"');
    expect(chart).not.toContain('3 of 4');
    expect(chart).not.toContain('fill="#005eb8"');
  });

  it('wraps a long label, leaving room for each of its lines', () => {
    const bar = { value: 0.5, text: '50%' };
    const height = (chart: string): number => Number(/ height="(\d+)" font-size/.exec(chart)?.[1]);
    const long = chartOf({ ...bar, label: 'Operating department practitioners and assistants' });
    expect(long).toContain('>Operating department</text>');
    expect(long).toContain('>practitioners and assistants</text>');
    expect(height(long)).toBe(height(chartOf({ ...bar, label: 'Nurses' })) + 22);
  });

  it('draws a mark across the bar where something was before', () => {
    const chart = chartOf({ label: 'Nurses', value: 0.75, mark: 0.5, text: 'from 50% to 75%' });
    expect(chart.match(/<line x1="50%" [^>]*x2="50%"/g)).toHaveLength(2);
    expect(chartOf({ label: 'Nurses', value: null, mark: 0.5, text: '' })).not.toContain('x1="50%"');
    expect(() => chartOf({ label: 'Nurses', value: 0.5, mark: 1.5, text: '' })).toThrow('not 1.5');
  });

  it('is as wide as it is told, or as its place', () => {
    const chart = { id: 'access', title: 'Access', description: 'By group', bars: [] };
    expect(barChart(chart)).toContain(' width="100%" ');
    expect(barChart({ ...chart, width: 480 })).toContain(' width="480" ');
  });

  it('holds hostile text as text, and nothing that a strict content security policy forbids', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</text><script>alert(1)</script>',
        '"onload="alert(1)',
        '<style>*{display:none}</style>',
        'a\u0000b]]>&lt;',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, description, label) => {
        const bars = [{ label, value: 0.5, text: label }];
        const chart = barChart({ id: 'access', title, description, bars });
        const tags = Array.from(chart.matchAll(/<\/?([^\s/>]*)/g), (match) => match[1]);
        expect(tags.filter((tag) => !DRAWN_WITH.includes(tag!))).toEqual([]);
        expect(chart.replace(/>[^<]*</g, '><')).not.toMatch(/style=|on\w+=|javascript:/);
        expect(chart).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each([-0.1, 1.01, NaN])('is refused with the value %d', (value) => {
    expect(() => chartOf({ label: 'Nurses', value, text: '' })).toThrow(
      `A bar’s value is a share from 0 to 1, not ${value}`,
    );
  });

  it.each(['', '1st', 'two words', '"><script>'])('is refused with the id %j', (id) => {
    expect(() => barChart({ id, title: '', description: '', bars: [] })).toThrow('Not an id of a chart');
  });
});
