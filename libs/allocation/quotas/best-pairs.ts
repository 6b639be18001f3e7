import type { Allocation } from '../problem';
import { allocationOf, tieKeysOf } from './allocation-of-pairs';
import type { HighsSolver } from './highs-solver';
import { addPairs, allPairs, type PairList } from './pair-program';
import { bestBesidePrice, pairsOfScore, type PriceBound, pricesOfPlaces } from './pair-prices';
import { type Optimality, unproven, type UnprovenObjective } from './quota-solution';
import type { Roster } from './roster';
import type { Selection } from './selection';

/** More pairs than this are not put into one program. */
const MOST_PAIRS = 200_000;
/**
 * Sums up to here are told apart to the unit: HiGHS works in floating point, so what it can be trusted with ends long
 * before what a number can hold.
 */
export const LARGEST_SUM = 2 ** 36;

/** The best selection found in an objective, and whether none is better. */
export interface BestOfPairs {
  readonly allocation: Allocation;
  readonly optimality: Optimality;
  /** Outside of these no pair belongs to any matching that is as good. */
  readonly pairs: PairList;
}

/**
 * The largest sum of scores that a selection can have. Prices of the places bound it, and tell beforehand which pairs can
 * belong to a better matching than the best one known: by exact whole numbers, so nothing is lost. What the bound leaves
 * open is decided by a program of those pairs.
 *
 * @param chosen a selection that keeps to everything held so far
 */
export function largestScore(
  roster: Roster,
  selection: Selection,
  solver: HighsSolver,
  chosen: Uint8Array,
): BestOfPairs {
  const known = allocationOf(roster, chosen);
  const priced = boundByPrices(roster, selection, solver);
  if (priced === undefined) {
    const bound = boundWithoutPrices(roster);
    return { allocation: known, optimality: unproven('score', known.score, bound), pairs: allPairs(roster) };
  }
  const { prices, allocation } = priced;
  const best = allocation.score > known.score ? allocation : known;
  const pairs = pairsOfScore(roster, prices, best.score);
  if (prices.bound === best.score) {
    return { allocation: best, optimality: { proven: true }, pairs };
  }
  if (countOf(pairs) > MOST_PAIRS) {
    return { allocation: best, optimality: unproven('score', best.score, prices.bound), pairs };
  }
  const found = maximiseScore(roster, selection, solver, best, pairs, prices.bound);
  return { ...found, pairs: pairsOfScore(roster, prices, found.allocation.score) };
}

/** Prices with the bound that they give, and the best pairs of the selection that makes the most of them. */
function boundByPrices(
  roster: Roster,
  selection: Selection,
  solver: HighsSolver,
): { readonly prices: PriceBound; readonly allocation: Allocation } | undefined {
  const ofPlaces = pricesOfPlaces(roster, selection, solver);
  const bestBeside = bestBesidePrice(roster, ofPlaces);
  const answer = selection.withLargestSum(bestBeside);
  if (answer.status !== 'found') {
    return undefined;
  }
  const worth = ofPlaces.reduce((sum, price, mentor) => sum + price * roster.capacity[mentor]!, 0);
  const bound = answer.chosen.reduce((sum, one, mentee) => sum + one * bestBeside[mentee]!, worth);
  return { prices: { ofPlaces, bestBeside, bound }, allocation: allocationOf(roster, answer.chosen) };
}

/** Among the matchings of a score, the one with the least sum of tie keys, found among some pairs. */
export function leastTie(
  roster: Roster,
  selection: Selection,
  solver: HighsSolver,
  known: Allocation,
  pairs: PairList,
): { readonly allocation: Allocation; readonly optimality: Optimality } {
  const undecided = { allocation: known, optimality: unproven('tie', known.tie, 0) };
  if (countOf(pairs) > MOST_PAIRS) {
    return undecided;
  }
  const keys = roster.mentorsOf.map((_, mentee) => tieKeysOf(roster, mentee));
  const largest = keys.reduce((sum, own) => sum + own.reduce((most, key) => Math.max(most, key), 0), 0);
  if (largest > LARGEST_SUM) {
    return undecided;
  }
  const program = selection.programOfSelections();
  const { columns } = addPairs(program, roster, pairs);
  const byScore = roster.problem.objectives.includes('score');
  if (byScore) {
    const factors = columns.map(({ mentee, place }) => roster.scoresOf[mentee]![place]!);
    program.addRow({ columns: columns.map(({ column }) => column), factors, least: known.score });
  }
  const objective = new Map(columns.map(({ column, mentee, place }) => [column, -keys[mentee]![place]!]));
  const { status, values, bound } = program.maximise(solver, objective);
  const better = values === undefined ? known : chosenBy(values, roster);
  const isAsGood = !byScore || better.score === known.score;
  const allocation = isAsGood && better.tie < known.tie ? better : known;
  const least = Math.ceil(-bound - 0.5);
  return { allocation, optimality: verdict('tie', status, allocation.tie, Math.max(0, least)) };
}

function maximiseScore(
  roster: Roster,
  selection: Selection,
  solver: HighsSolver,
  known: Allocation,
  pairs: PairList,
  ceiling: number,
): BestOfPairs {
  const program = selection.programOfSelections();
  const { columns } = addPairs(program, roster, pairs);
  const objective = new Map(
    columns.map(({ column, mentee, place }) => [column, roster.scoresOf[mentee]![place]!]),
  );
  const { status, values, bound } = program.maximise(solver, objective);
  const other = values === undefined ? known : chosenBy(values, roster);
  const allocation = other.score > known.score ? other : known;
  const most = Math.min(Math.floor(bound + 0.5), ceiling);
  return { allocation, optimality: verdict('score', status, allocation.score, most), pairs };
}

/** What the program says is the best has to be what the engine finds for the same people, to the unit. */
function verdict(stage: UnprovenObjective, status: string, reached: number, bound: number): Optimality {
  return status === 'optimal' && reached === bound ? { proven: true } : unproven(stage, reached, bound);
}

function chosenBy(values: Float64Array, roster: Roster): Allocation {
  return allocationOf(roster, Uint8Array.from(values.subarray(0, roster.menteeCount)));
}

function boundWithoutPrices({ scoresOf }: Roster): number {
  return scoresOf.reduce((sum, scores) => sum + scores.reduce((most, score) => Math.max(most, score), 0), 0);
}

function countOf(pairs: PairList): number {
  return pairs.reduce((sum, places) => sum + places.length, 0);
}
