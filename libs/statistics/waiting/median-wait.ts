import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import type { SurvivalStep } from './survival-step';

/** A half, with room for what rounding does to a product of fractions. */
const A_HALF = 0.5 + 1e-12;

/** The first time at which no more than half still wait, with the times at which that could be so. */
export function medianWait(people: number, steps: readonly SurvivalStep[]): Estimate {
  if (people === 0) return { estimate: null, interval: null, reason: reasonOf('nobody_counted') };
  const firstTime = (share: (step: SurvivalStep) => number) =>
    steps.find((step) => share(step) <= A_HALF)?.time ?? null;
  const estimate = firstTime(({ survival }) => survival);
  const lower = firstTime(({ interval }) => interval?.lower ?? 0);
  // Where the curve is 0 nothing is known of how far above 0 it may be.
  const upper = firstTime(({ interval }) => interval?.upper ?? 1);
  return lower === null || upper === null
    ? { estimate, interval: null, reason: reasonOf('not_reached') }
    : { estimate, interval: { lower, upper } };
}
