import type { DisclosurePolicy } from './disclosure-policy';
import { countsBehind, type ReleasedCount } from './released-count';

/**
 * How many of every hundred, worked out from counts that were released: from true ones, a percentage often gives the
 * exact counts back.
 *
 * @param part the released count of some of those in `of`
 * @param of the released count of all of them
 * @returns a whole percentage, 0 to 100, halves up; `null` where either count is withheld, and where it would be 0 or
 *   100 of a group which, as far as its rounded count tells, may be smaller than the policy allows for that
 * @throws RangeError where `part` exceeds `of`: rounding keeps the order of counts, so these are not a part and its whole
 */
export function releasedRate(
  part: ReleasedCount,
  of: ReleasedCount,
  policy: DisclosurePolicy,
): number | null {
  if (part === null || of === null) {
    return null;
  }
  if (part > of) {
    throw new RangeError(`${part} cannot be a part of ${of}`);
  }
  const isExtreme = part === 0 || part === of;
  const mayBeSmall = countsBehind(of, policy).lowest < policy.smallestForExtremes;
  return of === 0 || (isExtreme && mayBeSmall) ? null : Math.floor((100 * part) / of + 1 / 2);
}
