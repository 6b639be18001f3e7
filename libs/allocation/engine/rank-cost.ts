/**
 * A cost that is compared lexicographically: how the number of professions at each level of rate changes, the lowest
 * level first, as pairs `level, change` by ascending level without zero changes. Lower is better: a sorted vector of
 * rates is lexicographically greater just when the counts by level are lexicographically less.
 */
export type RankCost = readonly number[];

export const NO_COST: RankCost = [];

export function addCosts(a: RankCost, b: RankCost): RankCost {
  if (a.length === 0) {
    return b;
  }
  if (b.length === 0) {
    return a;
  }
  const sum: number[] = [];
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    const left = a[i] ?? Infinity;
    const right = b[k] ?? Infinity;
    const level = Math.min(left, right);
    const change = (left === level ? a[i + 1]! : 0) + (right === level ? b[k + 1]! : 0);
    if (change !== 0) {
      sum.push(level, change);
    }
    i += left === level ? 2 : 0;
    k += right === level ? 2 : 0;
  }
  return sum;
}

/** Negative where `a` is better, 0 where they are the same. */
export function compareCosts(a: RankCost, b: RankCost): number {
  for (let at = 0; ; at += 2) {
    const left = a[at] ?? Infinity;
    const right = b[at] ?? Infinity;
    if (left !== right) {
      // Where one has a change and the other has none, the sign of that change decides.
      return left < right ? a[at + 1]! : -b[at + 1]!;
    }
    if (left === Infinity || a[at + 1] !== b[at + 1]) {
      return left === Infinity ? 0 : a[at + 1]! - b[at + 1]!;
    }
  }
}
