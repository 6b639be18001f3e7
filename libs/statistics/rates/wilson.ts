import type { Estimate } from '../estimate';
/** Wilson. */
export function wilson(successes: number, n: number, level = 0.95): Estimate {
  throw new Error('not written yet');
}
