import type { DisclosurePolicy } from './disclosure-policy';

/** A count as it may be published: rounded, or `null` where it is withheld. */
export type ReleasedCount = number | null;

/** The whole numbers from `lowest` to `highest`, both included; `highest` may be infinite. */
export interface CountInterval {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * A count of people or places as it may be published: to the nearest multiple of the policy's base, halves up; `null`
 * where it is below the smallest that is told.
 *
 * @param count the true count, an integer ≥ 0
 * @throws RangeError where it is not such an integer
 */
export function releasedCount(count: number, policy: DisclosurePolicy): ReleasedCount {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`A count is a whole number from 0 on, not ${count}`);
  }
  return count < policy.smallest ? null : Math.floor(count / policy.base + 1 / 2) * policy.base;
}

/** All that a reader who knows the policy can tell of the true count behind a rounded one. */
export function countsBehind(released: number, { base, smallest }: DisclosurePolicy): CountInterval {
  return {
    lowest: Math.max(smallest, Math.ceil(released - base / 2)),
    highest: Math.ceil(released + base / 2) - 1,
  };
}
