import type { Counted } from '../counted';
import type { Estimate } from '../estimate';
/** Newcombe. */
export function newcombe(a: Counted, b: Counted, level = 0.95): Estimate {
  throw new Error('not written yet');
}
