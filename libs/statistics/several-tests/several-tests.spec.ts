import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg';
import { holm } from './holm';

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((p, at) => expect(p).toBeCloseTo(expected[at]!, 14));
}

describe('p-values of several tests', () => {
  it('are raised by Holm as R does it', () => {
    expectClose(holm([0.01, 0.02, 0.03, 0.04, 0.05]), [0.05, 0.08, 0.09, 0.09, 0.09]);
    expectClose(holm([0.05, 0.01, 0.9]), [0.1, 0.03, 0.9]);
    expectClose(holm([0.7, 0.6]), [1, 1]);
  });

  it('are raised by Benjamini and Hochberg as R does it', () => {
    expectClose(benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]), [0.05, 0.05, 0.05, 0.05, 0.05]);
    expectClose(benjaminiHochberg([0.9, 0.001, 0.04, 0.03]), [0.9, 0.004, 0.16 / 3, 0.16 / 3]);
  });

  it('reject with Holm just what the step-down procedure rejects', () => {
    fc.assert(
      fc.property(ps, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (values, bound) => {
        const rising = [...values].sort((a, b) => a - b);
        let rejected = 0;
        while (rejected < rising.length && rising[rejected]! * (rising.length - rejected) <= bound)
          rejected++;
        expect(holm(values).filter((p) => p <= bound)).toHaveLength(rejected);
      }),
    );
  });

  it('reject with Benjamini and Hochberg just what the step-up procedure rejects', () => {
    fc.assert(
      fc.property(ps, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (values, bound) => {
        const rising = [...values].sort((a, b) => a - b);
        let rejected = rising.length;
        while (rejected > 0 && (rising.length / rejected) * rising[rejected - 1]! > bound) rejected--;
        expect(benjaminiHochberg(values).filter((p) => p <= bound)).toHaveLength(rejected);
      }),
    );
  });

  it('stay in order and in range, and Holm never promises more than the other', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const [byHolm, byRate] = [holm(values), benjaminiHochberg(values)];
        values.forEach((p, at) => {
          expect(byRate[at]).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(byHolm[at]).toBeGreaterThanOrEqual(byRate[at]! * (1 - 1e-12));
          expect(byHolm[at]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('are nothing of no tests, and refused where they are no p-values', () => {
    expect(holm([])).toEqual([]);
    expect(benjaminiHochberg([])).toEqual([]);
    for (const adjust of [holm, benjaminiHochberg]) {
      expect(() => adjust([0.1, 1.5])).toThrow('ps[1] must be a number from 0 to 1, not 1.5');
      expect(() => adjust([NaN])).toThrow(RangeError);
    }
  });
});
