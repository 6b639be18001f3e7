import { normalWithin } from '../distributions/normal';
import type { Estimate, Interval } from '../estimate';
import { requireBetweenZeroAndOne } from '../refused-arguments';
import type { Durations } from './durations';
import { medianWait } from './median-wait';
import { sortedDurations } from './sorted-durations';
import { StillWaiting } from './still-waiting';
import type { SurvivalStep } from './survival-step';

/** How the share of those still waiting falls. */
export interface SurvivalCurve {
  readonly people: number;
  /** How many waits ended with what they waited for. */
  readonly events: number;
  /** How many were cut off before. */
  readonly censored: number;
  /** One for each time at which waits ended, in order; before the first the share is 1. */
  readonly steps: readonly SurvivalStep[];
  /** The first time at which no more than half still wait. */
  readonly median: Estimate;
  /** The longest time of anybody; 0 of nobody. */
  readonly longest: number;
  /** How sure the intervals are. */
  readonly level: number;
}

/**
 * The share of people still waiting as time goes on, those who were cut off counted for as long as they were seen:
 * S(t) = Π (1 − d/n) over the times up to t, at each of which d of n waits end. Standard error S √(Σ d/(n(n − d)));
 * interval S^exp(±z √(Σ d/(n(n − d))) ÷ ln S), which stays within 0 and 1. The median's interval holds the times at which
 * a half lies within that of the curve.
 *
 * Source: Kaplan and Meier, "Nonparametric estimation from incomplete observations" (1958); Greenwood (1926); Kalbfleisch
 * and Prentice (1980) for the interval; Brookmeyer and Crowley (1982) for that of the median. Where nobody is left waiting
 * the curve is 0 and neither standard error nor interval follow; where it never falls to a half there is no median, and
 * where only an end of its interval is never reached, no interval (`not_reached`). Nobody makes a curve without steps
 * (`nobody_counted`).
 *
 * @param level how sure the intervals are, between 0 and 1
 * @throws RangeError naming the time or event that is out of range
 */
export function kaplanMeier(durations: Durations, level = 0.95): SurvivalCurve {
  requireBetweenZeroAndOne('level', level);
  const sorted = sortedDurations('durations', durations);
  const steps = stepsOf(new StillWaiting(sorted), sorted.ended, normalWithin(level));
  const people = durations.times.length;
  return {
    people,
    events: sorted.ended.length,
    censored: sorted.censored.length,
    steps,
    median: medianWait(people, steps),
    longest: Math.max(0, sorted.ended.at(-1) ?? 0, sorted.censored.at(-1) ?? 0),
    level,
  };
}

function stepsOf(waiting: StillWaiting, ended: Float64Array, z: number): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let at = 0; at < ended.length; at += steps.at(-1)!.events) {
    const time = ended[at]!;
    const { atRisk, ending } = waiting.at(time);
    survival *= (atRisk - ending) / atRisk;
    greenwood += ending / (atRisk * (atRisk - ending));
    const spread = survival === 0 ? null : Math.sqrt(greenwood);
    steps.push({
      time,
      atRisk,
      events: ending,
      survival,
      standardError: spread === null ? null : survival * spread,
      interval: spread === null ? null : intervalOf(survival, (z * spread) / -Math.log(survival)),
    });
  }
  return steps;
}

function intervalOf(survival: number, width: number): Interval {
  return { lower: survival ** Math.exp(width), upper: survival ** Math.exp(-width) };
}
