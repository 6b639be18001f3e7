import type { Counted } from '../counted';

/** A p below this is no chance. */
const SIGNIFICANCE = 0.05;

/** The fewest people a group must hold to be judged. */
export const FEWEST_PEOPLE = 10;

/** Whether a p is below 0.05, and not merely by rounding. */
export function isSignificant(p: number): boolean {
  return p < SIGNIFICANCE * (1 - 1e-9);
}

/**
 * Whether the group's rate is below 0.8 or above 1.25 times that of the rest, in whole numbers, so that a ratio of
 * exactly 0.8 is not below it. A rest at 0% has no ratio, but whatever the group has is further above it than any bound.
 */
export function isFarFromRest(group: Counted, rest: Counted): 'below' | 'above' | false {
  const ofGroup = group.successes * rest.n;
  const ofRest = rest.successes * group.n;
  if (5 * ofGroup < 4 * ofRest) return 'below';
  return 4 * ofGroup > 5 * ofRest ? 'above' : false;
}
