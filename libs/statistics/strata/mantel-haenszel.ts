import type { Estimate } from '../estimate';
import type { Stratum } from './stratum';

/** A ratio of rates within strata, beside the one that ignores them. */
export interface MantelHaenszel extends Estimate {
  /** Rate of the group ÷ rate of the rest with all strata thrown together; `null` where the rest is at 0%. */
  readonly crude: number | null;
  /** How many strata hold both people of the group and of the rest: the others tell nothing. */
  readonly strataCompared: number;
}

/** Mantel-Haenszel. */
export function mantelHaenszel(strata: readonly Stratum[], level = 0.95): MantelHaenszel {
  throw new Error('not written yet');
}
