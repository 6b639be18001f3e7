import { normalQuantile } from '../distributions/normal';
import { requireBetweenZeroAndOne, requireShare } from '../refused-arguments';

/** What a comparison of two rates is meant to find, and how surely. */
export interface SampleSizeQuestion {
  /** The rate of the rest, between 0 and 1. */
  readonly rate: number;
  /** Rate of the group ÷ rate of the rest that should be found; give either this or `difference`. */
  readonly ratio?: number;
  /** Rate of the group − rate of the rest that should be found. */
  readonly difference?: number;
  /** People in the rest for each in the group, above 0; 1 where nothing is said. */
  readonly restPerGroup?: number;
  /** The chance of finding it where it is there, between 0 and 1; 0.8 where nothing is said. */
  readonly power?: number;
  /** The chance of finding it where it is not, two-sided, between 0 and 1; 0.05 where nothing is said. */
  readonly significance?: number;
  /** Whether Fisher's exact test will judge, which takes more people than χ²; true where nothing is said. */
  readonly exact?: boolean;
}

/** How many people a comparison takes: whole numbers from 1 up. */
export interface SampleSize {
  readonly group: number;
  readonly rest: number;
}

/**
 * How many people it takes to find a difference between a group and the rest, if there is one of that size:
 * n = (z₁ √((k + 1) p̄(1 − p̄)) + z₂ √(k p₁(1 − p₁) + p₂(1 − p₂)))² ÷ (k d²) in the group and k times as many in the rest,
 * where p̄ is the rate of both together; for an exact test, n ÷ 4 × (1 + √(1 + 2(k + 1) ÷ (n k |d|)))².
 *
 * Source: Fleiss, Tytun and Ury, "A simple approximation for calculating sample sizes for comparing independent
 * proportions" (1980). An approximation. The group's rate may be 0 or 1; no cell is a zero cell, since nobody is counted yet.
 *
 * @throws RangeError naming what is out of range: also where the group's rate is not one, or that of the rest
 */
export function sampleSizeNeeded(question: SampleSizeQuestion): SampleSize {
  const { rate, restPerGroup: k = 1, power = 0.8, significance = 0.05, exact = true } = question;
  requireBetweenZeroAndOne('rate', rate);
  requireBetweenZeroAndOne('power', power);
  requireBetweenZeroAndOne('significance', significance);
  if (!(k > 0 && Number.isFinite(k))) {
    throw new RangeError(`restPerGroup must be a number above 0, not ${k}`);
  }
  const groupRate = rateToFind(question);
  const difference = Math.abs(groupRate - rate);
  const together = (groupRate + k * rate) / (1 + k);
  const underNone = Math.sqrt((k + 1) * together * (1 - together));
  const underSome = Math.sqrt(k * groupRate * (1 - groupRate) + rate * (1 - rate));
  const deviates = -normalQuantile(significance / 2) * underNone + normalQuantile(power) * underSome;
  const plain = deviates ** 2 / (k * difference ** 2);
  const people = exact
    ? (plain / 4) * (1 + Math.sqrt(1 + (2 * (k + 1)) / (plain * k * difference))) ** 2
    : plain;
  return { group: wholePeople(people), rest: wholePeople(k * people) };
}

function rateToFind({ rate, ratio, difference }: SampleSizeQuestion): number {
  if ((ratio === undefined) === (difference === undefined)) {
    throw new RangeError('give either ratio or difference, and not both');
  }
  const name = ratio === undefined ? 'rate + difference' : 'rate × ratio';
  const groupRate = ratio === undefined ? rate + difference! : rate * ratio;
  requireShare(name, groupRate);
  if (groupRate === rate) {
    throw new RangeError(
      `${name} must differ from rate: no number of people shows a difference that is none`,
    );
  }
  return groupRate;
}

/** Rounded up, but not for what only rounding made a fraction. */
function wholePeople(people: number): number {
  return Math.max(1, Math.ceil(people * (1 - 1e-12)));
}
