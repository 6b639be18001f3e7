/** Holm. */
export function holm(ps: readonly number[]): number[] {
  throw new Error('not written yet');
}
