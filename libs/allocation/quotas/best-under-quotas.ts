import type { Allocation, SolveProgress } from '../problem';
import { allocationOf } from './allocation-of-pairs';
import { largestScore, LARGEST_SUM, leastTie } from './best-pairs';
import { enlarged } from './crowds';
import { selectMostEvenly } from './even-selection';
import type { HighsSolver } from './highs-solver';
import { allPairs } from './pair-program';
import { type Optimality, type QuotaAllocation, unproven } from './quota-solution';
import type { Roster } from './roster';
import type { Selection } from './selection';

/**
 * The best of the selections that keep to quotas, objective after objective, each held before the next is asked for, and
 * the best pairs of that selection.
 *
 * @param unbound the best allocation without quotas
 * @param chosen any selection that keeps to them
 */
export function bestUnderQuotas(
  roster: Roster,
  selection: Selection,
  solver: HighsSolver,
  unbound: Allocation,
  chosen: Uint8Array,
  onProgress: (progress: SolveProgress) => void,
): QuotaAllocation {
  const { objectives } = roster.problem;
  let best = chosen;
  if (objectives.includes('coverage')) {
    selection.holdTotal(unbound.matched);
    best = enlarged(roster, best);
  }
  const even = evenOut(roster, selection, unbound, best, onProgress);
  if (!even.optimality.proven) {
    return { allocation: allocationOf(roster, even.best), optimality: even.optimality };
  }
  best = even.best;
  if (objectives.includes('priority')) {
    onProgress({ stage: 'priority', done: 0, total: 1 });
    const waited = longestWaits(roster, selection, best);
    if (!waited.optimality.proven) {
      return { allocation: allocationOf(roster, waited.best), optimality: waited.optimality };
    }
    best = waited.best;
  }
  let found = { allocation: allocationOf(roster, best), optimality: PROVEN, pairs: allPairs(roster) };
  if (objectives.includes('score')) {
    onProgress({ stage: 'score', done: 0, total: 1 });
    found = largestScore(roster, selection, solver, best);
  }
  if (!found.optimality.proven) {
    return { allocation: found.allocation, optimality: found.optimality };
  }
  onProgress({ stage: 'tie', done: 0, total: 1 });
  return leastTie(roster, selection, solver, found.allocation, found.pairs);
}

interface BestSelection {
  readonly best: Uint8Array;
  readonly optimality: Optimality;
}

const PROVEN: Optimality = { proven: true };

function evenOut(
  { levels }: Roster,
  selection: Selection,
  unbound: Allocation,
  chosen: Uint8Array,
  onProgress: (progress: SolveProgress) => void,
): BestSelection {
  const total = levels.reduce((sum, paths) => sum + paths.length, 0);
  let best = chosen;
  let before = 0;
  let asWithoutQuotas = true;
  for (const [at, paths] of levels.entries()) {
    const ceiling = asWithoutQuotas ? unbound.rates?.[at === 0 ? 1 : 2] : undefined;
    const even = selectMostEvenly(selection, paths, best, ceiling, (settled) =>
      onProgress({ stage: 'equity', done: before + settled, total }),
    );
    best = even.best;
    if (even.unsettled !== undefined) {
      return { best, optimality: unproven('equity', before + even.unsettled.settled, total) };
    }
    asWithoutQuotas &&= even.asCeiling;
    before += paths.length;
  }
  return { best, optimality: PROVEN };
}

function longestWaits(roster: Roster, selection: Selection, chosen: Uint8Array): BestSelection {
  const { priority } = roster;
  const sumOf = (selected: Uint8Array): number =>
    selected.reduce((sum, one, mentee) => sum + one * priority[mentee]!, 0);
  const all = priority.reduce((sum, days) => sum + days, 0);
  if (all > LARGEST_SUM) {
    return { best: chosen, optimality: unproven('priority', sumOf(chosen), all) };
  }
  const answer = selection.withLargestSum(priority);
  if (answer.status !== 'found') {
    const bound = answer.status === 'unfinished' ? Math.min(Math.floor(answer.bound + 0.5), all) : all;
    return { best: chosen, optimality: unproven('priority', sumOf(chosen), bound) };
  }
  selection.holdSum(priority, sumOf(answer.chosen));
  return { best: answer.chosen, optimality: PROVEN };
}
