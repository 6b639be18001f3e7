import type { Estimate } from '../estimate';
import type { SurvivalCurve } from './kaplan-meier';

/** The mean wait, with every wait that is longer than `until` counted as `until`. */
export interface RestrictedMean extends Estimate {
  readonly standardError: number | null;
}

/** Restricted mean. */
export function restrictedMean(curve: SurvivalCurve, until: number): RestrictedMean {
  throw new Error('not written yet');
}
