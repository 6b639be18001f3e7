import { spreadChart, type SpreadRow } from './spread-chart';

const ROW: SpreadRow = {
  ...{ label: 'Nurses', text: 'half of them from 20 to 60' },
  ...{ least: 10, lowerQuartile: 20, median: 30, upperQuartile: 60, most: 75 },
};

function chartOf(row: Partial<SpreadRow>, end = 100): string {
  const frame = { id: 'scores', title: 'Scores', description: 'By group' };
  return spreadChart({ ...frame, end, rows: [{ ...ROW, ...row }] });
}

describe('a chart of spreads', () => {
  it('is one image with a name, a description and the words of each row', () => {
    const chart = chartOf({});
    expect(chart).toMatch(/^<svg [^>]*role="img" aria-labelledby="scores-title scores-description"/);
    const text = [...chart.matchAll(/<text [^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(text).toEqual(['Nurses', 'half of them from 20 to 60']);
  });

  it('draws a line from the least to the most, a box around the middle half and a mark at the median', () => {
    const chart = chartOf({});
    expect(chart).toMatch(/<line x1="10%" [^>]*x2="75%" [^>]*stroke-width="4"/);
    expect(chart).toMatch(/<rect x="20%" [^>]*width="40%"/);
    expect(chart).toMatch(/<line x1="30%" [^>]*x2="30%" [^>]*stroke="#212b32"/);
  });

  it('holds hostile text as text', () => {
    const chart = chartOf({ label: '<script>alert(1)</script>', text: '"onload="alert(1)' });
    expect(chart).not.toContain('<script');
    expect(chart).not.toContain('"onload="');
  });

  it.each([
    [{ least: -1 }, 100],
    [{ median: 19 }, 100],
    [{ most: NaN }, 100],
    [{}, 74],
  ])('is refused where the numbers are no spread on its scale: %j up to %i', (row, end) => {
    expect(() => chartOf(row, end)).toThrow(`Not a spread from 0 to ${end}: `);
  });

  it('is refused without a scale', () => {
    const nothing = { least: 0, lowerQuartile: 0, median: 0, upperQuartile: 0, most: 0 };
    expect(() => chartOf(nothing, 0)).toThrow('Not a spread from 0 to 0');
  });
});
