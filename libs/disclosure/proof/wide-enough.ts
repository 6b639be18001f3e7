import type { DisclosurePolicy } from '../disclosure-policy';
import type { CountInterval } from '../released-count';

/** Whether a count may be any of those that are withheld for being small. */
export function mayBeSmall({ lowest, highest }: CountInterval, { smallest }: DisclosurePolicy): boolean {
  return lowest <= 0 && highest >= smallest - 1;
}

/**
 * Whether a withheld count is narrowed too little for anybody, also for a reader who knows the policy: who sees that it
 * cannot be every small count knows that it was not withheld for being small, and that so many others have to be left.
 */
export function isWideEnough(range: CountInterval, policy: DisclosurePolicy): boolean {
  const { smallest } = policy;
  return mayBeSmall(range, policy) || range.highest - Math.max(range.lowest, smallest) + 1 >= smallest;
}

/**
 * The same of a count of which it is not known whether it is withheld for being small: where it may be any small count it
 * has to be able to be every one, or whoever guesses that it is small has fewer left.
 *
 * @param range to both ends: it is no monotone measure
 */
export function isWideWhicheverItIs(range: CountInterval, policy: DisclosurePolicy): boolean {
  return mayBeSmall(range, policy) || (range.lowest >= policy.smallest && isWideEnough(range, policy));
}

/**
 * Up to where a count that reaches down to a range's end has to reach: then it is wide enough.
 *
 * @param isSmall whether it is withheld for being small
 */
export function reachOf({ lowest }: CountInterval, isSmall: boolean, { smallest }: DisclosurePolicy): number {
  return isSmall || lowest <= 0 ? smallest - 1 : Math.max(lowest, smallest) + smallest - 1;
}
