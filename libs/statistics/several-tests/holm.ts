import { requireShare } from '../refused-arguments';

/**
 * p-values of several tests, raised so that the chance of even one false alarm among all of them stays below the bound:
 * the i-th smallest of m is multiplied by m − i + 1, never falls below the one before it, and ends at 1.
 *
 * Source: Holm, "A simple sequentially rejective multiple test procedure" (1979). From 0 to 1, in the order given; of no
 * tests there is nothing.
 *
 * @throws RangeError naming the p-value that is not from 0 to 1
 */
export function holm(ps: readonly number[]): number[] {
  ps.forEach((p, at) => requireShare(`ps[${at}]`, p));
  const rising = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = new Array<number>(ps.length);
  let atLeast = 0;
  rising.forEach((at, rank) => {
    atLeast = Math.max(atLeast, Math.min(1, (ps.length - rank) * ps[at]!));
    adjusted[at] = atLeast;
  });
  return adjusted;
}
