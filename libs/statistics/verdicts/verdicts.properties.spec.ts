import fc from 'fast-check';
import { fisherExact } from '../tables/fisher-exact';
import { hasEnoughData } from './enough-data';
import { verdicts } from './verdicts';

const counted = fc
  .integer({ min: 0, max: 120 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const groups = fc
  .array(counted, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((each, at) => ({ key: `group-${at}`, ...each })));

interface Counts {
  readonly successes: number;
  readonly n: number;
}

/** The least p of any split of those who succeeded, each one tried. */
function leastP(group: Counts, rest: Counts): number {
  const successes = group.successes + rest.successes;
  let least = 1;
  for (let x = Math.max(0, successes - rest.n); x <= Math.min(group.n, successes); x++) {
    const p = fisherExact({ successes: x, n: group.n }, { successes: successes - x, n: rest.n });
    least = Math.min(least, p);
  }
  return least;
}

/** With so many more people, who succeed as often as everybody so far. */
function isEnoughWith(group: Counts, rest: Counts, inGroup: number, inRest: number): boolean {
  const everybody = group.n + rest.n;
  const rate = (group.successes + rest.successes) / everybody;
  const successes = Math.round(rate * (everybody + inGroup + inRest));
  const n = group.n + inGroup;
  const inIt = Math.min(n, successes);
  return hasEnoughData({ successes: inIt, n }, { successes: successes - inIt, n: rest.n + inRest });
}

describe('verdicts', () => {
  it('are withheld just where the group is small or no split could be told from chance', () => {
    fc.assert(
      fc.property(groups, (list) => {
        for (const { verdict, group, rest } of verdicts(list)) {
          const least = leastP(group, rest);
          fc.pre(Math.abs(least - 0.05) > 1e-8);
          expect(verdict === 'not_enough_data').toBe(group.n < 10 || least >= 0.05);
        }
      }),
    );
  });

  it('are disparities just where ratio and adjusted p say so', () => {
    fc.assert(
      fc.property(groups, (list) => {
        for (const { verdict, group, rest, adjustedPValue } of verdicts(list)) {
          if (adjustedPValue === null) continue;
          const [ofGroup, ofRest] = [group.successes * rest.n, rest.successes * group.n];
          const isFar = ofGroup * 10 < ofRest * 8 || ofGroup * 100 > ofRest * 125;
          fc.pre(Math.abs(adjustedPValue - 0.05) > 1e-8);
          expect(verdict === 'disparity').toBe(isFar && adjustedPValue < 0.05);
        }
      }),
    );
  });

  it('count everybody once in group and rest, and no figure is infinite', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const n = list.reduce((sum, each) => sum + each.n, 0);
        const successes = list.reduce((sum, each) => sum + each.successes, 0);
        for (const found of verdicts(list)) {
          expect(found.group.n + found.rest.n).toBe(n);
          expect(found.group.successes + found.rest.successes).toBe(successes);
          for (const figure of [found.ratio, found.pValue, found.adjustedPValue]) {
            if (figure !== null) expect(Number.isFinite(figure)).toBe(true);
          }
        }
      }),
    );
  });

  it('that lack data name a number of people that would do, and one fewer would not', () => {
    fc.assert(
      fc.property(groups, (list) => {
        for (const { verdict, group, rest, moreNeeded } of verdicts(list)) {
          expect(moreNeeded === null || verdict === 'not_enough_data').toBe(true);
          if (moreNeeded === null) continue;
          const { inGroup, inRest } = moreNeeded;
          expect(isEnoughWith(group, rest, inGroup, inRest)).toBe(true);
          const fewer = inRest > 0 ? ([inGroup, inRest - 1] as const) : ([inGroup - 1, 0] as const);
          expect(isEnoughWith(group, rest, ...fewer)).toBe(false);
        }
      }),
    );
  });
});
