import type { Estimate } from '../estimate';
import { katz } from '../rates/katz';
import { type GroupCount, type GroupVerdict, verdicts } from '../verdicts/verdicts';

/** One step of the ladder: who stood at a level (`n`), and who of them went on to the next (`successes`), by group. */
export interface LevelStep {
  readonly from: string;
  readonly to: string;
  readonly groups: readonly GroupCount[];
}

/** One group's share going on at one step, beside that of everyone else. */
export interface CeilingStep {
  readonly from: string;
  readonly to: string;
  /** Share going on ÷ the same for the rest, with its interval. */
  readonly relative: Estimate;
  readonly verdict: GroupVerdict;
}

/** Where one group stops. */
export interface Ceiling {
  readonly key: string;
  /** In the order of the ladder; steps at which the group is not listed are left out. */
  readonly steps: readonly CeilingStep[];
  /**
   * The first level from which markedly fewer go on than of the rest (a disparity with a ratio below 0.8); `null` where
   * none is found.
   */
  readonly stopsAt: string | null;
}

/**
 * Where each profession stops: at each step of the ladder the share of the group that goes on ÷ the same for everyone
 * else there, with its interval and its verdict among the groups of that step.
 *
 * Source: the ratio and interval of `katz`, the verdict of `verdicts`. From 0 up. Zero cells are treated as there: a group
 * of which nobody goes on has the ratio 0, without interval.
 *
 * @param levels the steps, from the lowest level on; each group once in a step
 * @returns one for each group, in the order in which they first appear
 * @throws RangeError naming the count that is out of range, or the key that is given twice
 */
export function ceilings(levels: readonly LevelStep[]): Ceiling[] {
  const byGroup = new Map<string, CeilingStep[]>();
  for (const { from, to, groups } of levels) {
    for (const verdict of verdicts(groups)) {
      const steps = byGroup.get(verdict.key) ?? [];
      byGroup.set(verdict.key, steps);
      steps.push({ from, to, relative: katz(verdict.group, verdict.rest), verdict });
    }
  }
  return [...byGroup].map(([key, steps]) => ({ key, steps, stopsAt: steps.find(isCeiling)?.from ?? null }));
}

function isCeiling({ verdict }: CeilingStep): boolean {
  return verdict.verdict === 'disparity' && verdict.ratio !== null && verdict.ratio < 1;
}
