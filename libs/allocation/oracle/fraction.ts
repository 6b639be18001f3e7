import type { Rate } from '../problem';

/** Negative where the first rate is lower, 0 where they are equal, positive where it is higher: exactly. */
export function compareRates([a, b]: Rate, [c, d]: Rate): number {
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The same rate in lowest terms. */
export function inLowestTerms([matched, asked]: Rate): Rate {
  let divisor = asked;
  for (let rest = matched; rest > 0;) {
    [divisor, rest] = [rest, divisor % rest];
  }
  return [matched / divisor, asked / divisor];
}
