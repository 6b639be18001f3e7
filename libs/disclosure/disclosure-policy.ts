/**
 * How coarse released counts are. It is the choice of whoever publishes, set by configuration, and no national
 * standard: bodies that publish statistics on staff each have their own.
 */
export interface DisclosurePolicy {
  /** Counts are rounded to the nearest multiple of this; an integer ≥ 1. */
  readonly base: number;
  /**
   * Counts below this are withheld, zero too (to know that nobody was matched is to know it of everybody). It is also
   * how many values must remain possible for a count that is withheld. An integer ≥ 1 and ≥ half of `base`.
   */
  readonly smallest: number;
  /** A rate of 0% or 100% is told only of groups that hold at least so many: it says the same of each of them. */
  readonly smallestForExtremes: number;
}

/** To the nearest 5, nothing below 10, and neither 0% nor 100% of a group under 20. */
export const DEFAULT_DISCLOSURE_POLICY: DisclosurePolicy = { base: 5, smallest: 10, smallestForExtremes: 20 };
