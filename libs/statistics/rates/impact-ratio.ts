import type { Counted } from '../counted';
import type { Reason } from '../estimate';

/** The lowest rate of several groups beside the highest. */
export interface ImpactRatio {
  /** Lowest ÷ highest rate, 0 to 1; `null` where no group or only one has a rate, or the highest is 0%. */
  readonly estimate: number | null;
  /** Positions, in the list that was given, of the first group with the lowest and with the highest rate. */
  readonly lowestAt: number | null;
  readonly highestAt: number | null;
  /** Positions of groups that count nobody, and so have no rate. */
  readonly withoutRate: readonly number[];
  /** Whether the ratio is below four fifths: a reason to look closer, never a verdict. `false` where there is none. */
  readonly isBelowScreen: boolean;
  readonly reason?: Reason;
}

/** Impact ratio. */
export function impactRatio(groups: readonly Counted[]): ImpactRatio {
  throw new Error('not written yet');
}
