/** How many people had an outcome (were matched, say), of how many who could have had it. */
export interface Counted {
  /** A whole number from 0 to `n`. */
  readonly successes: number;
  /** A whole number from 0 up: the denominator. */
  readonly n: number;
}
