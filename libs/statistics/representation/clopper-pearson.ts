import type { Estimate } from '../estimate';
/** Clopper-Pearson. */
export function clopperPearson(successes: number, n: number, level = 0.95): Estimate {
  throw new Error('not written yet');
}
