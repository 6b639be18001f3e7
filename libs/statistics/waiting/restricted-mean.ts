import { normalWithin } from '../distributions/normal';
import type { Estimate } from '../estimate';
import { reasonOf } from '../reasons';
import type { SurvivalCurve } from './kaplan-meier';
import type { SurvivalStep } from './survival-step';

/** The mean wait, with every wait that is longer than `until` counted as `until`. */
export interface RestrictedMean extends Estimate {
  /** `null` where there is no estimate. */
  readonly standardError: number | null;
}

/**
 * The mean wait within a span, every longer wait counted as the whole span: the area under the curve up to `until`, with
 * the variance Σ A² d/(n(n − d)), where A is the area that is left after a time at which d of n waits end.
 *
 * Source: Irwin (1949); Royston and Parmar, "Restricted mean survival time" (2013). From 0 to `until`, in the unit of
 * the times. Where nobody was followed for so long (and some still wait) there is no estimate (`not_followed`), nor of
 * nobody (`nobody_counted`); where it has no spread at all, since no wait ended within the span or all at one time, there
 * is no interval (`nothing_to_compare`).
 *
 * @param until above 0
 * @throws RangeError where `until` is not a number above 0
 */
export function restrictedMean(curve: SurvivalCurve, until: number): RestrictedMean {
  if (!(until > 0 && until < Infinity)) {
    throw new RangeError(`until must be a number above 0, not ${until}`);
  }
  const missing = curve.people === 0 ? 'nobody_counted' : isFollowed(curve, until) ? null : 'not_followed';
  if (missing !== null) {
    return { estimate: null, interval: null, standardError: null, reason: reasonOf(missing) };
  }
  const { area, variance } = areaUnder(
    curve.steps.filter(({ time }) => time < until),
    until,
  );
  const standardError = Math.sqrt(variance);
  if (variance === 0) {
    return { estimate: area, interval: null, standardError, reason: reasonOf('nothing_to_compare') };
  }
  const half = normalWithin(curve.level) * standardError;
  const interval = { lower: Math.max(0, area - half), upper: Math.min(until, area + half) };
  return { estimate: area, interval, standardError };
}

/** Whether the curve is known up to there: a curve that has come down to 0 stays there. */
function isFollowed({ longest, steps }: SurvivalCurve, until: number): boolean {
  return longest >= until || steps.at(-1)?.survival === 0;
}

/** From the end backwards, so that the area left after each time is at hand. */
function areaUnder(steps: readonly SurvivalStep[], until: number): { area: number; variance: number } {
  let area = 0;
  let variance = 0;
  let end = until;
  for (let at = steps.length - 1; at >= 0; at--) {
    const { time, survival, atRisk, events } = steps[at]!;
    area += survival * (end - time);
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events));
    end = time;
  }
  return { area: area + end, variance };
}
