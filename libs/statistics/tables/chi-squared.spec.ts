import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { chiSquared } from './chi-squared';

describe('Pearson’s χ²', () => {
  it('has the statistic and p of R', () => {
    const found = chiSquared([
      [762, 327, 468],
      [484, 239, 477],
    ]);
    expect(found.statistic).toBeCloseTo(30.0701490958, 10);
    expect(found.degreesOfFreedom).toBe(2);
    expect(found.pValue! / 2.95358918321e-7).toBeCloseTo(1, 11);
    expect(found.smallestExpected).toBeCloseTo((566 * 1200) / 2757, 10);
  });

  it('has, on random tables, the p that R gives to the sum of squared residuals', () => {
    const table = fc
      .record({ rows: fc.integer({ min: 2, max: 5 }), columns: fc.integer({ min: 2, max: 5 }) })
      .chain(({ rows, columns }) => {
        const row = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: columns, maxLength: columns });
        return fc.array(row, { minLength: rows, maxLength: rows });
      });
    fc.assert(
      fc.property(table, (counts) => {
        const total = counts.flat().reduce((a, b) => a + b);
        const rowShares = counts.map((row) => row.reduce((a, b) => a + b) / total);
        const columnShares = counts[0]!.map(
          (_, at) => counts.reduce((sum, row) => sum + row[at]!, 0) / total,
        );
        // Σ o²/e − N is the same sum, multiplied out.
        const terms = counts.flatMap((row, i) =>
          row.map((count, j) => count ** 2 / (total * rowShares[i]! * columnShares[j]!)),
        );
        const statistic = terms.reduce((a, b) => a + b) - total;
        const found = chiSquared(counts);
        expect(found.statistic).toBeCloseTo(statistic, 8);
        const df = (counts.length - 1) * (counts[0]!.length - 1);
        expect(found.degreesOfFreedom).toBe(df);
        expect(found.pValue).toBeCloseTo(r.pchisq(found.statistic!, df, undefined, false), 9);
      }),
    );
  });

  it('leaves rows and columns of zeros aside', () => {
    const plain = chiSquared([
      [8, 2],
      [3, 9],
    ]);
    const padded = chiSquared([
      [8, 0, 2],
      [0, 0, 0],
      [3, 0, 9],
    ]);
    expect(padded).toEqual(plain);
  });

  it('is none where there is nothing to compare', () => {
    const none = {
      statistic: null,
      degreesOfFreedom: 0,
      pValue: null,
      reason: { code: 'nothing_to_compare' },
    };
    for (const table of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [0, 0],
        [0, 0],
      ],
      [
        [5, 0],
        [7, 0],
      ],
    ]) {
      expect(chiSquared(table)).toMatchObject(none);
    }
  });

  it('is refused by the name of the row or cell', () => {
    expect(() => chiSquared([[1, 2], [3]])).toThrow('table[1] must be as long as table[0] (2), not 1');
    expect(() =>
      chiSquared([
        [1, 2],
        [3, -4],
      ]),
    ).toThrow(/^table\[1\]\[1\] must be a whole number/);
  });
});
