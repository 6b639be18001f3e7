/** Benjamini-Hochberg. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  throw new Error('not written yet');
}
