import fc from 'fast-check';
import { compareFractions, inLowestTerms } from './fraction';

const numerator = fc.nat(Number.MAX_SAFE_INTEGER);
const denominator = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('fractions', () => {
  it('are ordered exactly, as far as whole numbers are exact', () => {
    fc.assert(
      fc.property(numerator, denominator, numerator, denominator, (a, b, c, d) => {
        const cross = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
        expect(Math.sign(compareFractions(a, b, c, d))).toBe(cross < 0n ? -1 : cross > 0n ? 1 : 0);
      }),
    );
  });

  it('are equal when one is the other multiplied out', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (a, b, k) => {
          expect(compareFractions(a, b, a * k, b * k)).toBe(0);
        },
      ),
    );
  });

  it('can be told apart where floating point cannot', () => {
    const [a, b] = [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER];
    expect((a - 1) / (b - 1)).toBe(a / b);
    expect(compareFractions(a - 1, b - 1, a, b)).toBe(-1);
  });

  it('are shown in lowest terms, zero as 0/1', () => {
    expect(inLowestTerms(8, 14)).toEqual([4, 7]);
    expect(inLowestTerms(0, 20)).toEqual([0, 1]);
    expect(inLowestTerms(20, 20)).toEqual([1, 1]);
  });
});
