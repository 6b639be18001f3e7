import fc from 'fast-check';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

const LEVELS = 6;
/** A change at each of a few levels, written out in full. */
const changes = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: LEVELS, maxLength: LEVELS });

function costOf(written: readonly number[]): RankCost {
  return written.flatMap((change, level) => (change === 0 ? [] : [level, change]));
}

function compareWritten(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((change, level) => change !== b[level]);
  return at === -1 ? 0 : Math.sign(a[at]! - b[at]!);
}

describe('a rank cost', () => {
  it('is compared at the lowest level where two differ', () => {
    fc.assert(
      fc.property(changes, changes, (a, b) => {
        expect(Math.sign(compareCosts(costOf(a), costOf(b)))).toBe(compareWritten(a, b));
      }),
    );
  });

  it('adds up level by level', () => {
    fc.assert(
      fc.property(changes, changes, (a, b) => {
        expect(addCosts(costOf(a), costOf(b))).toEqual(costOf(a.map((change, level) => change + b[level]!)));
      }),
    );
  });

  it('prefers a profession leaving the lowest level, whatever it costs above', () => {
    expect(compareCosts([0, -1, 1, 1], NO_COST)).toBeLessThan(0);
    expect(compareCosts([0, -1, 1, 9], [2, -9, 3, 9])).toBeLessThan(0);
  });
});
