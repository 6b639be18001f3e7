import type { Counted } from '../counted';
/** Fisher: the two-sided p. */
export function fisherExact(a: Counted, b: Counted): number {
  throw new Error('not written yet');
}
