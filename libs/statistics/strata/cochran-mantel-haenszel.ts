import type { TestResult } from '../estimate';
import type { Stratum } from './stratum';
/** CMH. */
export function cochranMantelHaenszel(strata: readonly Stratum[], corrected = true): TestResult {
  throw new Error('not written yet');
}
