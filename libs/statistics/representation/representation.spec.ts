import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { clopperPearson } from './clopper-pearson';
import { exactBinomial } from './exact-binomial';
import { representationIndex } from './representation-index';

const counted = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the representation index', () => {
  it('has the p and the interval of R’s binom.test', () => {
    const found = representationIndex(682, 925, 0.75);
    expect(found.pValue).toBeCloseTo(0.38249156, 9);
    expect(found.observedShare.interval!.lower).toBeCloseTo(0.707668, 6);
    expect(found.observedShare.interval!.upper).toBeCloseTo(0.765407, 6);
    expect(found.estimate).toBeCloseTo(682 / 925 / 0.75, 14);
    expect(found.interval!.lower).toBeCloseTo(0.70766826408 / 0.75, 10);
  });

  it('is 0, with an interval, where nobody of the group is counted', () => {
    const found = representationIndex(0, 40, 0.1);
    expect(found).toMatchObject({ estimate: 0, interval: { lower: 0 } });
    expect(found.interval!.upper).toBeCloseTo((1 - 0.025 ** (1 / 40)) / 0.1, 12);
  });

  it('is none where the group has no part in the baseline', () => {
    expect(representationIndex(2, 40, 0)).toMatchObject({
      estimate: null,
      interval: null,
      pValue: 0,
      reason: { code: 'no_baseline' },
    });
    expect(representationIndex(0, 40, 0).pValue).toBe(1);
  });

  it('is none where nobody is counted', () => {
    expect(representationIndex(0, 0, 0.5)).toMatchObject({
      estimate: null,
      interval: null,
      pValue: null,
      reason: { code: 'nobody_counted' },
    });
  });

  it('is refused by the name of the argument', () => {
    expect(() => representationIndex(5, 4, 0.5)).toThrow('part must be a whole number from 0 to 4, not 5');
    expect(() => representationIndex(1, -4, 0.5)).toThrow(/^of must/);
    expect(() => representationIndex(1, 4, 1.2)).toThrow(/^share must/);
    expect(() => representationIndex(1, 4, 0.2, 1)).toThrow(/^level must/);
  });
});

describe('the exact binomial test', () => {
  it('adds up, on random counts, what R’s binomial densities add up to', () => {
    fc.assert(
      fc.property(counted(200), share, ({ successes, n }, p) => {
        const limit = r.dbinom(successes, n, p) * (1 + 1e-7);
        let expected = 0;
        for (let x = 0; x <= n; x++) {
          const density = r.dbinom(x, n, p);
          if (density <= limit) expected += density;
        }
        const found = exactBinomial(successes, n, p);
        if (expected > 1e-290) expect(found / expected).toBeCloseTo(1, 9);
        else expect(found).toBeLessThan(1e-289);
      }),
    );
  });

  it('is exact for a million people', () => {
    const tail = r.pbinom(499_000, 1_000_000, 0.5);
    expect(exactBinomial(499_000, 1_000_000, 0.5) / (2 * tail)).toBeCloseTo(1, 9);
  });

  it('knows shares that leave no choice', () => {
    expect([
      exactBinomial(0, 9, 0),
      exactBinomial(1, 9, 0),
      exactBinomial(9, 9, 1),
      exactBinomial(8, 9, 1),
    ]).toEqual([1, 0, 1, 0]);
    expect(exactBinomial(0, 0, 0.5)).toBe(1);
  });

  it('is refused by the name of the argument', () => {
    expect(() => exactBinomial(3, 2, 0.5)).toThrow(/^successes must/);
    expect(() => exactBinomial(1, 2, NaN)).toThrow(/^share must/);
  });
});

describe('the exact interval of a rate', () => {
  it('ends where so few, or so many, just cease to be a surprise, by the binomial densities of R', () => {
    const chance = (from: number, to: number, n: number, p: number) => {
      let sum = 0;
      for (let x = from; x <= to; x++) sum += r.dbinom(x, n, p);
      return sum;
    };
    fc.assert(
      fc.property(
        counted(500),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        ({ successes, n }, level) => {
          const { lower, upper } = clopperPearson(successes, n, level).interval!;
          const tail = (1 - level) / 2;
          if (successes === 0) expect(lower).toBe(0);
          else expect(chance(successes, n, n, lower)).toBeCloseTo(tail, 9);
          if (successes === n) expect(upper).toBe(1);
          else expect(chance(0, successes, n, upper)).toBeCloseTo(tail, 9);
        },
      ),
    );
  });

  it('does so for three in a million', () => {
    const { lower, upper } = clopperPearson(3, 1_000_000).interval!;
    expect(r.pbinom(2, 1_000_000, lower, false)).toBeCloseTo(0.025, 9);
    expect(r.pbinom(3, 1_000_000, upper)).toBeCloseTo(0.025, 9);
  });

  it('is none of nobody', () => {
    expect(clopperPearson(0, 0)).toMatchObject({
      estimate: null,
      interval: null,
      reason: { code: 'nobody_counted' },
    });
    expect(() => clopperPearson(2, 1)).toThrow(RangeError);
  });
});
