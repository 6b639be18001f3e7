import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { katz } from './katz';
import { newcombe } from './newcombe';
import { wilson } from './wilson';

const counted = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const zOf = (sure: number) => -r.qnorm((1 - sure) / 2);

describe('intervals of rates, beside the quantiles of R,', () => {
  it('end, with Wilson, at the rates from which the observed one is just so many standard errors away', () => {
    fc.assert(
      fc.property(counted, level, ({ successes, n }, sure) => {
        const { estimate, interval } = wilson(successes, n, sure);
        for (const end of [interval!.lower, interval!.upper]) {
          const away = zOf(sure) * Math.sqrt((end * (1 - end)) / n);
          expect(Math.abs(estimate! - end)).toBeCloseTo(away, 9);
        }
        expect(interval!.lower).toBeLessThanOrEqual(estimate!);
        expect(interval!.upper).toBeGreaterThanOrEqual(estimate!);
      }),
    );
  });

  it('turn, with Newcombe, into their opposite when the two change places', () => {
    fc.assert(
      fc.property(counted, counted, level, (a, b, sure) => {
        const [there, back] = [newcombe(a, b, sure), newcombe(b, a, sure)];
        expect(there.estimate).toBeCloseTo(-back.estimate!, 12);
        expect(there.interval!.lower).toBeCloseTo(-back.interval!.upper, 12);
        expect(there.interval!.lower).toBeGreaterThanOrEqual(-1);
        expect(there.interval!.upper).toBeLessThanOrEqual(1);
        expect(there.interval!.lower).toBeLessThanOrEqual(there.estimate!);
        expect(there.interval!.upper).toBeGreaterThanOrEqual(there.estimate!);
      }),
    );
  });

  it('are, with Katz, as wide as the standard error of the logarithm says, and finite or none', () => {
    fc.assert(
      fc.property(counted, counted, level, (a, b, sure) => {
        const { estimate, interval, reason } = katz(a, b, sure);
        const cells = [a.successes, a.n - a.successes, b.successes, b.n - b.successes];
        expect(interval === null).toBe(cells.includes(0));
        expect(reason === undefined).toBe(interval !== null);
        if (interval === null) return;
        const error = Math.sqrt(1 / a.successes - 1 / a.n + 1 / b.successes - 1 / b.n);
        expect(Math.log(interval.upper / estimate!)).toBeCloseTo(zOf(sure) * error, 9);
        expect(Math.log(interval.lower / estimate!)).toBeCloseTo(-zOf(sure) * error, 9);
      }),
    );
  });
});
