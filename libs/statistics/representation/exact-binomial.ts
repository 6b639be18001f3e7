/** Exact binomial, two-sided p. */
export function exactBinomial(successes: number, n: number, share: number): number {
  throw new Error('not written yet');
}
