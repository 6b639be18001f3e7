import { logBinomialDensity } from './binomial';

/** A 2 × 2 table with its margins given: who is in the group, who is in the rest, how many of all of them succeed. */
export interface Margins {
  readonly group: number;
  readonly rest: number;
  /** 0 to `group` + `rest`. */
  readonly successes: number;
}

/** The fewest and the most successes that the group can have. */
export function rangeInGroup({ group, rest, successes }: Margins): { fewest: number; most: number } {
  return { fewest: Math.max(0, successes - rest), most: Math.min(group, successes) };
}

/**
 * The logarithm of the hypergeometric density: how likely it is that `x` of the successes are in the group, if they fall
 * on everybody alike. Written as binomial densities, since differences of log factorials lose their digits from a
 * thousand people on.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 *
 * @param x within `rangeInGroup`
 */
export function logHypergeometricDensity(x: number, margins: Margins): number {
  const { group, rest, successes } = margins;
  const everybody = group + rest;
  if (successes === 0 || successes === everybody) return 0;
  const p = successes / everybody;
  const q = (everybody - successes) / everybody;
  return (
    logBinomialDensity(x, group, p, q) +
    logBinomialDensity(successes - x, rest, p, q) -
    logBinomialDensity(successes, everybody, p, q)
  );
}

/**
 * The chance that the group has at most so many of the successes. It rises with each more who succeeded in the group and who
 * did not in the rest, and falls with each more who did not in the group and who succeeded in the rest.
 *
 * @param x within `rangeInGroup`
 */
export function chanceOfAtMost(x: number, margins: Margins): number {
  const { group, rest, successes } = margins;
  const { fewest, most } = rangeInGroup(margins);
  if (x >= most) return 1;
  if (x * (group + rest) > group * successes) {
    // Beyond the middle the rest of the distribution is the shorter way, and cannot vanish on it.
    return 1 - chanceOfAtMost(group - x - 1, { group, rest, successes: group + rest - successes });
  }
  let density = Math.exp(logHypergeometricDensity(x, margins));
  let chance = density;
  for (let k = x; k > fewest && density > chance * 1e-17; k--) {
    density *= (k * (rest - successes + k)) / ((group - k + 1) * (successes - k + 1));
    chance += density;
  }
  return Math.min(1, chance);
}
