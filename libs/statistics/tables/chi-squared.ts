import type { TestResult } from '../estimate';

/** What Pearson's χ² test finds. */
export interface ChiSquared extends TestResult {
  /** The smallest count that independence leads to expect: below 5, χ² is a rough guide only. `null` without a test. */
  readonly smallestExpected: number | null;
}

/** Pearson, r × c, no correction. */
export function chiSquared(table: readonly (readonly number[])[]): ChiSquared {
  throw new Error('not written yet');
}
