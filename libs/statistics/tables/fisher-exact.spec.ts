import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { fisherExact, fisherOfSplits } from './fisher-exact';

const of = (successes: number, n: number) => ({ successes, n });
const counted = (most: number) =>
  fc
    .integer({ min: 0, max: most })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

/** By its definition: every possible table that is no likelier than the observed one. */
function byDefinition(a: { successes: number; n: number }, b: { successes: number; n: number }): number {
  const successes = a.successes + b.successes;
  const densities = [];
  for (let x = Math.max(0, successes - b.n); x <= Math.min(a.n, successes); x++) {
    densities.push(r.dhyper(x, a.n, b.n, successes));
  }
  const limit = r.dhyper(a.successes, a.n, b.n, successes) * (1 + 1e-7);
  return densities.filter((density) => density <= limit).reduce((sum, density) => sum + density, 0);
}

describe('Fisher’s exact test', () => {
  it('has the two-sided p of R', () => {
    expect(fisherExact(of(3, 4), of(1, 4))).toBeCloseTo(0.485714285714, 12);
    expect(fisherExact(of(12, 40), of(48, 80))).toBeCloseTo(0.00340922176785, 14);
  });

  it('adds up, on random tables, what R’s hypergeometric densities add up to', () => {
    fc.assert(
      fc.property(counted(400), counted(400), (a, b) => {
        expect(fisherExact(a, b) / byDefinition(a, b)).toBeCloseTo(1, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('says the same whichever comes first, and of failures as of successes', () => {
    fc.assert(
      fc.property(counted(2000), counted(2000), (a, b) => {
        const p = fisherExact(a, b);
        expect(fisherExact(b, a)).toBeCloseTo(p, 11);
        expect(fisherExact(of(a.n - a.successes, a.n), of(b.n - b.successes, b.n))).toBeCloseTo(p, 11);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is exact with a million people on either side', () => {
    const [a, b] = [of(500_000, 1_000_000), of(501_000, 1_000_000)];
    // The mode is at 500,500, and the distribution is symmetric about it.
    const tail = r.phyper(500_000, 1_000_000, 1_000_000, 1_001_000);
    expect(fisherExact(a, b) / (2 * tail)).toBeCloseTo(1, 9);
  });

  it('finds nothing where there is nothing to find', () => {
    expect(fisherExact(of(0, 0), of(3, 10))).toBe(1);
    expect(fisherExact(of(0, 5), of(0, 10))).toBe(1);
    expect(fisherExact(of(5, 5), of(10, 10))).toBe(1);
    expect(fisherExact(of(5, 10), of(50, 100))).toBe(1);
  });

  it('says the same of several splits at once', () => {
    fc.assert(
      fc.property(counted(300), counted(300), (a, b) => {
        const margins = { group: a.n, rest: b.n, successes: a.successes + b.successes };
        const inGroup = [a.successes, Math.max(0, margins.successes - b.n), Math.min(a.n, margins.successes)];
        fisherOfSplits(margins, inGroup).forEach((p, at) => {
          const split = inGroup[at]!;
          expect(p).toBeCloseTo(fisherExact(of(split, a.n), of(margins.successes - split, b.n)), 13);
        });
      }),
    );
  });

  it('is refused by the name of the argument', () => {
    expect(() => fisherExact(of(1, 2), of(3, 2))).toThrow(/^b\.successes /);
  });
});
