import type { Estimate } from '../estimate';

/** A group's share beside its share of the baseline. */
export interface RepresentationIndex extends Estimate {
  /** The group's share of those counted, with its exact interval. */
  readonly observedShare: Estimate;
  /** Exact binomial, two-sided; `null` where nobody is counted. */
  readonly pValue: number | null;
}

/** Representation index. */
export function representationIndex(
  part: number,
  of: number,
  share: number,
  level = 0.95,
): RepresentationIndex {
  throw new Error('not written yet');
}
