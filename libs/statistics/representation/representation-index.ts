import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import { requireBetweenZeroAndOne, requireShare, requireWhole } from '../refused-arguments';
import { clopperPearson } from './clopper-pearson';
import { exactBinomial } from './exact-binomial';

/** A group's share of those counted beside its share of the baseline. */
export interface RepresentationIndex extends Estimate {
  /** The group's share of those counted, with its exact interval. */
  readonly observedShare: Estimate;
  /** Of the exact binomial test, two-sided; `null` where nobody is counted. */
  readonly pValue: number | null;
}

/**
 * A group's share among the matched, or in a pool, ÷ its share of the baseline: 1 where it is represented as in the
 * baseline, below 1 where less. Tested by `exactBinomial`, with the interval of `clopperPearson` ÷ the baseline's share.
 *
 * Source: Clopper and Pearson (1934) for the interval; the baseline is taken as known, not as a sample. From 0 up. A
 * group of which nobody is counted has the index 0 and an interval like any other; where its share of the baseline is 0
 * there is no index (`no_baseline`), and where nobody at all is counted, nothing (`nobody_counted`).
 *
 * @param part how many of the group are counted, a whole number from 0 to `of`
 * @param of how many are counted, a whole number from 0 up
 * @param share of the group in the baseline, 0 to 1
 * @param level how sure the intervals are at least, between 0 and 1
 * @throws RangeError naming the argument that is out of range
 */
export function representationIndex(
  part: number,
  of: number,
  share: number,
  level = 0.95,
): RepresentationIndex {
  requireWhole('of', of);
  requireWhole('part', part, 0, of);
  requireShare('share', share);
  requireBetweenZeroAndOne('level', level);
  const observedShare = clopperPearson(part, of, level);
  const pValue = of === 0 ? null : exactBinomial(part, of, share);
  if (of === 0 || share === 0) {
    const reason = reasonOf(of === 0 ? 'nobody_counted' : 'no_baseline');
    return { estimate: null, interval: null, observedShare, pValue, reason };
  }
  const { lower, upper } = observedShare.interval!;
  const interval = { lower: lower / share, upper: upper / share };
  return { estimate: part / of / share, interval, observedShare, pValue };
}
