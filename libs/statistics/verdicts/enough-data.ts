import type { Counted } from '../counted';
import { logHypergeometricDensity, type Margins, rangeInGroup } from '../distributions/hypergeometric';
import { FEWEST_PEOPLE, isSignificant } from './verdict-rule';

/** How many more people it would take to be able to see a disparity, were it as extreme as it can be. */
export interface MoreNeeded {
  /** Whole numbers from 0 up. */
  readonly inGroup: number;
  readonly inRest: number;
}

/** No programme has so many people: whoever would be needed beyond that is not to be had. */
const MOST_PEOPLE = 10_000_000;

/** Whether the group holds enough people, and the most extreme split of those who succeeded could be told from chance. */
export function hasEnoughData(group: Counted, rest: Counted): boolean {
  return isEnough({ group: group.n, rest: rest.n, successes: group.successes + rest.successes });
}

/** As `hasEnoughData`, of margins: how those who succeeded are split makes no difference. */
export function isEnough(margins: Margins): boolean {
  return margins.group >= FEWEST_PEOPLE && isSignificant(leastPossibleP(margins));
}

/** Fisher's two-sided p where the group has either the fewest or the most successes it can have, whichever is rarer. */
function leastPossibleP(margins: Margins): number {
  const { fewest, most } = rangeInGroup(margins);
  if (fewest === most) return 1;
  const [a, b] = [fewest, most].map((x) => Math.exp(logHypergeometricDensity(x, margins)));
  const areAlike = Math.abs(a! - b!) <= 1e-7 * Math.min(a!, b!);
  return areAlike ? a! + b! : Math.min(a!, b!);
}

/**
 * How many more people it would take, if they succeed as often as everybody so far: in the group alone where that can
 * do, or else, beside the least that the group must hold, in the rest. One person fewer would not do.
 *
 * @returns `null` where nobody or everybody succeeded: then no number of people would do
 */
export function moreNeeded(group: Counted, rest: Counted): MoreNeeded | null {
  const everybody = group.n + rest.n;
  const rate = (group.successes + rest.successes) / everybody;
  if (!(rate > 0 && rate < 1)) return null;
  const isEnoughWith = (inGroup: number, inRest: number) =>
    isEnough({
      group: group.n + inGroup,
      rest: rest.n + inRest,
      successes: Math.round(rate * (everybody + inGroup + inRest)),
    });
  const atLeast = Math.max(0, FEWEST_PEOPLE - group.n);
  const inGroup = firstThatIs((more) => isEnoughWith(more, 0), atLeast);
  if (inGroup !== null) return { inGroup, inRest: 0 };
  const inRest = firstThatIs((more) => isEnoughWith(atLeast, more), 0);
  return inRest === null ? null : { inGroup: atLeast, inRest };
}

/** A number from `lowest` on that is enough, the one before which is not. */
function firstThatIs(enough: (more: number) => boolean, lowest: number): number | null {
  if (enough(lowest)) return lowest;
  let tooFew = lowest;
  let step = 1;
  while (!enough(lowest + step)) {
    tooFew = lowest + step;
    step *= 2;
    if (step > MOST_PEOPLE) return null;
  }
  let sufficient = lowest + step;
  while (sufficient - tooFew > 1) {
    const middle = Math.floor((tooFew + sufficient) / 2);
    if (enough(middle)) sufficient = middle;
    else tooFew = middle;
  }
  return sufficient;
}
