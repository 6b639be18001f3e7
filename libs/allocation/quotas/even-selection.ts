import { compareFractions } from '../engine/fraction';
import type { Rate } from '../problem';
import { type Path, Roster } from './roster';
import type { Selection, Threshold } from './selection';

/** Where the search for the most even selection stopped, counted in rates: the lowest ones are settled first. */
export interface UnsettledRates {
  readonly settled: number;
  readonly of: number;
}

/**
 * Holds a selection to the leximin of the rates of some paths, and finds one that has it. The lowest rate is raised as
 * far as it goes, then as few paths as possible are left at it; then the same is done for those above it, until every
 * place of the sorted rates is settled. Each question is one of whether counts of people can be reached, so no rate is
 * ever rounded.
 *
 * @param best a selection that keeps to everything held so far
 * @param ceiling sorted rates that no selection surpasses, where such are known: while the rates settled are the same
 * as these, the next one cannot be above the next of these
 * @returns the best selection, whether its rates are the ceiling, and where the time was up, if it was
 */
export function selectMostEvenly(
  selection: Selection,
  paths: readonly Path[],
  best: Uint8Array,
  ceiling: readonly Rate[] | undefined,
  onSettled: (settled: number) => void,
): { best: Uint8Array; asCeiling: boolean; unsettled?: UnsettledRates } {
  const rungs = attainableRates(paths);
  let known = ceiling;
  for (let settled = 0; settled < paths.length;) {
    const unsettled = { settled, of: paths.length };
    const above = paths.length - settled;
    let low = rungOf(rungs, sortedRates(paths, best)[settled]!);
    let high = known === undefined ? rungs.length - 1 : rungOf(rungs, known[settled]!);
    // Where quotas cost nothing the ceiling is reached, so it is tried first.
    for (let middle = high; low < high; middle = (low + high + 1) >>> 1) {
      const answer = selection.under({ thresholds: thresholdsAt(paths, rungs[middle]!), atLeast: above });
      if (answer.status === 'unfinished') {
        return { best, asCeiling: false, unsettled };
      }
      if (answer.status === 'none') {
        high = middle - 1;
      } else {
        best = answer.chosen;
        low = rungOf(rungs, sortedRates(paths, best)[settled]!);
      }
    }
    selection.hold({ thresholds: thresholdsAt(paths, rungs[low]!), atLeast: above });

    const lowest = rungs[low]!;
    const next = rungs[low + 1];
    if (next === undefined) {
      return { best, asCeiling: known !== undefined };
    }
    const thresholds = thresholdsAt(paths, next);
    const answer = selection.reachingMost(thresholds);
    if (answer.status !== 'found') {
      return { best, asCeiling: false, unsettled };
    }
    best = answer.chosen;
    // The next rule is about as many paths at this rate or a higher one, so this needs no rule of its own.
    const higher = reachedBy(best, thresholds);
    const stillAsKnown = known?.slice(settled, paths.length - higher);
    if (stillAsKnown?.some((rate) => compareFractions(...rate, ...lowest) !== 0)) {
      known = undefined;
    }
    settled = paths.length - higher;
    onSettled(settled);
  }
  return { best, asCeiling: known !== undefined };
}

/** The rates of a selection, lowest first. */
export function sortedRates(paths: readonly Path[], chosen: Uint8Array): readonly Rate[] {
  return paths
    .map((path) => Roster.rateOf(path, countOf(path, chosen)))
    .sort((a, b) => compareFractions(...a, ...b));
}

/** How many of a path, or of a quota, are chosen. */
export function countOf({ members }: Pick<Path, 'members'>, chosen: Uint8Array): number {
  return members.reduce((count, mentee) => count + chosen[mentee]!, 0);
}

/** Every rate that any of the paths can have, lowest first, each once. */
function attainableRates(paths: readonly Path[]): readonly Rate[] {
  return paths
    .flatMap((path) => Array.from({ length: path.members.length + 1 }, (_, now) => Roster.rateOf(path, now)))
    .sort((a, b) => compareFractions(...a, ...b))
    .filter((rate, place, all) => place === 0 || compareFractions(...all[place - 1]!, ...rate) < 0);
}

function rungOf(rungs: readonly Rate[], rate: Rate): number {
  return firstWhere(rungs.length, (rung) => compareFractions(...rungs[rung]!, ...rate) >= 0);
}

/** For each path the least number of matched that lifts it to a rate; one more than there are where nothing does. */
function thresholdsAt(paths: readonly Path[], rate: Rate): readonly Threshold[] {
  return paths.map((path) => ({
    path,
    matched: firstWhere(
      path.members.length + 1,
      (now) => compareFractions(...Roster.rateOf(path, now), ...rate) >= 0,
    ),
  }));
}

function reachedBy(chosen: Uint8Array, thresholds: readonly Threshold[]): number {
  return thresholds.filter(({ path, matched }) => countOf(path, chosen) >= matched).length;
}

/** The first of so many numbers for which something holds that holds for all after it, or the number of all. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}
