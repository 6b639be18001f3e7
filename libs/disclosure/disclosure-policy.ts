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

/** How counts are rounded, to go on after `Counts are`. */
export function roundingInWords({ base }: DisclosurePolicy): string {
  return base === 1 ? 'not rounded' : `rounded to the nearest ${base}`;
}

/** Whether two policies have everything told alike. */
export function isSamePolicy(one: DisclosurePolicy, other: DisclosurePolicy): boolean {
  return (
    one.base === other.base &&
    one.smallest === other.smallest &&
    one.smallestForExtremes === other.smallestForExtremes
  );
}

/** To the nearest 5, nothing below 10, and neither 0% nor 100% of a group under 20. */
export const DEFAULT_DISCLOSURE_POLICY: DisclosurePolicy = { base: 5, smallest: 10, smallestForExtremes: 20 };
