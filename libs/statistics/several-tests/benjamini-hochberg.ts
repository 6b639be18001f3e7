import { requireShare } from '../refused-arguments';

/**
 * p-values of several tests, raised so that of what is found, the share of false alarms to be expected stays below the
 * bound: the i-th smallest of m is multiplied by m ÷ i, and never exceeds the one after it.
 *
 * Source: Benjamini and Hochberg, "Controlling the false discovery rate" (1995). From 0 to 1, in the order given; of no
 * tests there is nothing. It holds less than `holm` promises, and is meant for looking around, not for verdicts.
 *
 * @throws RangeError naming the p-value that is not from 0 to 1
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  ps.forEach((p, at) => requireShare(`ps[${at}]`, p));
  const falling = ps.map((_, at) => at).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Array<number>(ps.length);
  let atMost = 1;
  falling.forEach((at, before) => {
    atMost = Math.min(atMost, (ps.length / (ps.length - before)) * ps[at]!);
    adjusted[at] = atMost;
  });
  return adjusted;
}
