import type { Counted } from '../counted';

/** A group and everyone else within one stratum: one profession, or one grade. */
export interface Stratum {
  readonly group: Counted;
  readonly rest: Counted;
}
