import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import fc from 'fast-check';
import { countsBehind, releasedCount } from './released-count';

describe('a released count', () => {
  it.each([
    [0, null],
    [1, null],
    [9, null],
    [10, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
    [1_234_567, 1_234_565],
  ])('of %d is %p', (count, released) => {
    expect(releasedCount(count, DEFAULT_DISCLOSURE_POLICY)).toBe(released);
  });

  it('follows the policy of whoever publishes, halves up', () => {
    const policy = { base: 10, smallest: 6, smallestForExtremes: 20 };
    expect([5, 6, 14, 15].map((count) => releasedCount(count, policy))).toEqual([null, 10, 10, 20]);
  });

  it.each([-1, 1.5, NaN, Infinity])('is refused for %d, which counts nothing', (count) => {
    expect(() => releasedCount(count, DEFAULT_DISCLOSURE_POLICY)).toThrow(
      `A count is a whole number from 0 on, not ${count}`,
    );
  });

  it('stands for exactly the counts that are released as it', () => {
    const policies = fc
      .record({ base: fc.integer({ min: 1, max: 30 }), more: fc.integer({ min: 1, max: 20 }) })
      .map(({ base, more }) => ({ base, smallest: Math.ceil(base / 2) + more, smallestForExtremes: 20 }));
    fc.assert(
      fc.property(policies, fc.integer({ min: 0, max: 300 }), (policy, count) => {
        const released = releasedCount(count, policy);
        fc.pre(released !== null);
        const alike = Array.from({ length: 400 }, (_, other) => other).filter(
          (other) => releasedCount(other, policy) === released,
        );
        expect(countsBehind(released, policy)).toEqual({ lowest: alike[0], highest: alike.at(-1) });
      }),
    );
  });
});
