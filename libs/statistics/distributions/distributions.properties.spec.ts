import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { betaQuantile } from './beta-quantile';
import { logBinomialDensity } from './binomial';
import { chiSquaredUpperTail } from './chi-squared-tail';
import { deviance } from './deviance';
import { logHypergeometricDensity, rangeInGroup } from './hypergeometric';
import { incompleteBeta } from './incomplete-beta';
import { incompleteGamma } from './incomplete-gamma';
import { normalQuantile, normalUpperTail, normalWithin } from './normal';
import { stirlingError } from './stirling-error';

const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
const unit = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

/** To a relative 10⁻⁹, or both too small for that to mean anything. */
function expectSame(own: number, theirs: number): void {
  if (Math.max(Math.abs(own), Math.abs(theirs)) > 1e-290) expect(own / theirs).toBeCloseTo(1, 9);
}

describe('the distributions, beside those of R,', () => {
  it('agree on both tails of the incomplete gamma function', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0.001, max: 900, noNaN: true }), (a, x) => {
        const { lower, upper } = incompleteGamma(a, x);
        expectSame(lower, r.pgamma(x, a, 1, undefined, true));
        expectSame(upper, r.pgamma(x, a, 1, undefined, false));
      }),
    );
  });

  it('agree on both tails of the incomplete beta function, which add up binomial densities', () => {
    const counted = fc
      .integer({ min: 1, max: 600 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 1, max: n }) }));
    fc.assert(
      fc.property(unit, counted, (p, { n, k }) => {
        const { lower, upper } = incompleteBeta(p, 1 - p, k, n - k + 1);
        let [fewer, more] = [0, 0];
        for (let x = 0; x < k; x++) fewer += r.dbinom(x, n, p);
        for (let x = n; x >= k; x--) more += r.dbinom(x, n, p);
        expectSame(lower, more);
        expectSame(upper, fewer);
      }),
    );
  });

  // Its own incomplete beta function is wrong from the seventh figure on for some shapes that are no whole numbers.
  it('agree on what it loses as its first shape, no whole number, grows by 1', () => {
    fc.assert(
      fc.property(unit, shape, shape, (x, a, b) => {
        const [here, next] = [incompleteBeta(x, 1 - x, a, b), incompleteBeta(x, 1 - x, a + 1, b)];
        const loss = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - r.lbeta(a, b)) / a;
        expect(Math.abs(here.lower - next.lower - loss)).toBeLessThanOrEqual(1e-9 * here.lower + 1e-300);
        expect(Math.abs(next.upper - here.upper - loss)).toBeLessThanOrEqual(1e-9 * next.upper + 1e-300);
      }),
    );
  });

  it('have as quantile of the beta distribution what leaves the share below it', () => {
    fc.assert(
      fc.property(unit, shape, shape, (share, a, b) => {
        const { x, y } = betaQuantile(share, a, b);
        expectSame(incompleteBeta(x, y, a, b).lower, share);
        expect(x + y).toBeCloseTo(1, 14);
      }),
    );
  });

  it('agree on the upper tail of χ²', () => {
    const statistic = fc.double({ min: 0, max: 600, noNaN: true });
    fc.assert(
      fc.property(statistic, fc.integer({ min: 1, max: 200 }), (x, df) => {
        expectSame(chiSquaredUpperTail(x, df), r.pchisq(x, df, undefined, false));
      }),
    );
  });

  it('agree on the normal distribution, far out in its tails too', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 37, noNaN: true }), (z) => {
        expectSame(normalUpperTail(z), r.pnorm(z, 0, 1, false));
      }),
    );
  });

  it('agree on normal quantiles to 14 figures', () => {
    const far = fc.double({ min: -300, max: -1, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(fc.oneof(unit, far), (p) => {
        const theirs = r.qnorm(p);
        expect(Math.abs(normalQuantile(p) - theirs)).toBeLessThanOrEqual(
          1e-14 * Math.max(1, Math.abs(theirs)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('agree on binomial densities of any size', () => {
    const many = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(many, unit, unit, (n, where, p) => {
        const x = Math.round(where * n);
        expect(logBinomialDensity(x, n, p, 1 - p)).toBeCloseTo(r.dbinom(x, n, p, true), 5);
        // Near the peak, where densities are large enough to be of use, to all figures.
        const peak = Math.round(n * p);
        expectSame(Math.exp(logBinomialDensity(peak, n, p, 1 - p)), r.dbinom(peak, n, p));
      }),
    );
  });

  it('agree on hypergeometric densities', () => {
    const some = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(some, some, unit, unit, (group, rest, share, where) => {
        const margins = { group, rest, successes: Math.round(share * (group + rest)) };
        const { fewest, most } = rangeInGroup(margins);
        const x = Math.round(fewest + where * (most - fewest));
        const theirs = r.dhyper(x, group, rest, margins.successes, true);
        expect(Math.abs(logHypergeometricDensity(x, margins) - theirs)).toBeLessThan(
          1e-10 * Math.max(10, Math.abs(theirs)),
        );
      }),
    );
  });

  it('agree on the logarithm of the gamma function, of which Stirling’s error is a part', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (z) => {
        const logFactorial = (z + 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + stirlingError(z);
        expect(Math.abs(logFactorial - r.lgamma(z + 1))).toBeLessThan(1e-14 * Math.max(10, logFactorial));
      }),
    );
  });
});

describe('the distributions', () => {
  it('are cut in the very middle like anywhere else', () => {
    const [a, b] = [0.5 + 4.5 * Number.EPSILON, 0.5 + 5 * Number.EPSILON];
    const { x } = betaQuantile(1e-6, a, b);
    // Around so even a middle rounding puts both x and 1 − x above it.
    expect(x / (Math.PI ** 2 / 4e12)).toBeCloseTo(1, 5);
  });

  it('give the incomplete beta function to every figure between whole numbers too', () => {
    expect(incompleteBeta(0.25, 0.75, 0.5, 0.5).lower).toBeCloseTo(1 / 3, 14);
    expect(incompleteBeta(0.00016, 1 - 0.00016, 0.5, 364.25).lower).toBeCloseTo(0.2671262858640343, 14);
  });

  it('give the normal quantile to every figure', () => {
    expect(normalWithin(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(normalWithin(0.99)).toBeCloseTo(2.5758293035489004, 14);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 12);
  });

  it('have no deviance where a count is what is expected, and no jump where the series ends', () => {
    expect(deviance(250, 250)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (x, by) => {
          const expected = x * by;
          const plain = x * Math.log(1 / by) + expected - x;
          expect(Math.abs(deviance(x, expected) - plain)).toBeLessThanOrEqual(1e-14 * (x + expected));
        },
      ),
    );
  });

  it('leave no chance above 0 of less than everything, and all of it of nothing', () => {
    expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
    expect(chiSquaredUpperTail(0, 4)).toBe(1);
  });
});
