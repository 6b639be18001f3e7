import type { Counted } from '../counted';
import type { Reason } from '../estimate';
import { reasonOf } from '../reasons';
import { requireCounted } from '../refused-arguments';

/** The lowest rate of several groups beside the highest. */
export interface ImpactRatio {
  /** Lowest ÷ highest rate, 0 to 1; `null` where no group or only one has a rate, or the highest is 0%. */
  readonly estimate: number | null;
  /** Where, in the list that was given, the first group with the lowest rate stands; `null` where none has a rate. */
  readonly lowestAt: number | null;
  /** Where the first group with the highest rate stands; `null` where none has a rate. */
  readonly highestAt: number | null;
  /** Where groups stand that count nobody, and so have no rate. */
  readonly withoutRate: readonly number[];
  /** Whether the ratio is below four fifths: a reason to look closer, never a verdict. `false` where there is none. */
  readonly isBelowScreen: boolean;
  /** Said whenever `estimate` is null. */
  readonly reason?: Reason;
}

/**
 * Lowest rate ÷ highest rate of several groups, and whether it is below the four fifths that call for a closer look.
 *
 * Source: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D. From 0 to 1. A group at 0% makes
 * the ratio 0; where all are at 0%, or there are fewer than two rates, there is none
 * (`nothing_to_compare`). It has no interval: the lowest and the highest were picked for being so.
 *
 * @param groups groups that count nobody are listed and left aside
 * @throws RangeError naming the argument that is out of range
 */
export function impactRatio(groups: readonly Counted[]): ImpactRatio {
  groups.forEach((group, at) => requireCounted(`groups[${at}]`, group));
  const positions = groups.map((_, at) => at);
  const withRate = positions.filter((at) => groups[at]!.n > 0);
  const first = (picks: (a: Counted, b: Counted) => boolean) =>
    withRate.reduce<number | null>(
      (best, at) => (best === null || picks(groups[at]!, groups[best]!) ? at : best),
      null,
    );
  const lowestAt = first(isLower);
  const highestAt = first((a, b) => isLower(b, a));
  const found = { lowestAt, highestAt, withoutRate: positions.filter((at) => groups[at]!.n === 0) };
  if (lowestAt === null || highestAt === null || withRate.length < 2) {
    return { ...found, estimate: null, isBelowScreen: false, reason: reasonOf('nothing_to_compare') };
  }
  const [lowest, highest] = [groups[lowestAt]!, groups[highestAt]!];
  if (highest.successes === 0) {
    return { ...found, estimate: null, isBelowScreen: false, reason: reasonOf('nothing_to_compare') };
  }
  const [part, whole] = [lowest.successes * highest.n, lowest.n * highest.successes];
  return { ...found, estimate: part / whole, isBelowScreen: 5 * part < 4 * whole };
}

/** Whether the rate of one is lower than that of the other, without dividing: equal rates are equal. */
function isLower(a: Counted, b: Counted): boolean {
  return a.successes * b.n < b.successes * a.n;
}
