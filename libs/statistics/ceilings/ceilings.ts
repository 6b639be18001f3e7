import type { Estimate } from '../estimate';
import type { GroupCount, GroupVerdict } from '../verdicts/verdicts';

/** One step of the ladder: who stood at a level (`n`), and who of them went on to the next (`successes`), by group. */
export interface LevelStep {
  readonly from: string;
  readonly to: string;
  readonly groups: readonly GroupCount[];
}

/** One group's share going on at one step, beside that of everyone else. */
export interface CeilingStep {
  readonly from: string;
  readonly to: string;
  /** Share going on ÷ the same for the rest, with its interval. */
  readonly relative: Estimate;
  readonly verdict: GroupVerdict;
}

/** Where one group stops. */
export interface Ceiling {
  readonly key: string;
  /** In the order of the ladder; steps at which the group is not listed are left out. */
  readonly steps: readonly CeilingStep[];
  /** The first level from which markedly fewer go on than of the rest (a disparity below 0.8); `null` where none is found. */
  readonly stopsAt: string | null;
}

/** Ceilings, for each group in the order in which they first appear. */
export function ceilings(levels: readonly LevelStep[]): Ceiling[] {
  throw new Error('not written yet');
}
