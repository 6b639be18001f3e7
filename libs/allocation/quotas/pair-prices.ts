import type { HighsSolver } from './highs-solver';
import { addPairs, type PairList } from './pair-program';
import type { Roster } from './roster';
import type { Selection } from './selection';

/** Pairs with which the search for prices begins, by mentee and by mentor, and pairs it adds for a mentee at a time. */
const BEST_OF_MENTEE = 8;
const BEST_OF_MENTOR = 4;
const MOST_ADDED = 8;
/** Prices are only as good as they need to be: any prices give a bound that holds. */
const MOST_ROUNDS = 40;

/**
 * Whole prices of the mentors' places, and what no matching is worth more than by them: the prices of all places, and
 * for every mentee of the selection that makes the most of it the best that the mentee can have beside the price.
 */
export interface PriceBound {
  readonly ofPlaces: Float64Array;
  /** By mentee; 0 for somebody without an eligible mentor. */
  readonly bestBeside: readonly number[];
  readonly bound: number;
}

/**
 * Prices at which the best beside the price adds up to little more than the best score. They come from the linear
 * relaxation, pairs being added to it as long as some mentee would rather have one that it does not know.
 */
export function pricesOfPlaces(roster: Roster, selection: Selection, solver: HighsSolver): Float64Array {
  const { mentorsOf, scoresOf, capacity } = roster;
  const known = promisingPairs(roster);
  let prices = new Float64Array(capacity.length);
  for (let round = 0; round < MOST_ROUNDS && !solver.timeIsUp; round++) {
    const program = selection.programOfSelections();
    const pairs = known.map((places) => [...places].sort((a, b) => a - b));
    const { columns, mentorRows } = addPairs(program, roster, pairs);
    const objective = new Map(
      columns.map(({ column, mentee, place }) => [column, scoresOf[mentee]![place]!]),
    );
    const { status, rowPrices } = program.relax(solver, objective);
    if (status !== 'optimal') {
      break;
    }
    prices = Float64Array.from(mentorRows, (row) => Math.round(Math.abs(rowPrices[row]!)));
    const worthOf = (mentee: number, place: number): number =>
      scoresOf[mentee]![place]! - prices[mentorsOf[mentee]![place]!]!;
    let added = 0;
    known.forEach((places, mentee) => {
      const best = [...places].reduce((most, place) => Math.max(most, worthOf(mentee, place)), -Infinity);
      const better = [...scoresOf[mentee]!.keys()].filter((place) => worthOf(mentee, place) > best);
      better.sort((a, b) => worthOf(mentee, b) - worthOf(mentee, a));
      better.slice(0, MOST_ADDED).forEach((place) => places.add(place));
      added += better.length;
    });
    if (added === 0) {
      break;
    }
  }
  return prices;
}

/** What each mentee can have at most beside the price of the place; 0 for somebody without an eligible mentor. */
export function bestBesidePrice({ mentorsOf, scoresOf }: Roster, prices: Float64Array): readonly number[] {
  return scoresOf.map((scores, mentee) =>
    scores.length === 0
      ? 0
      : scores.reduce(
          (most, score, place) => Math.max(most, score - prices[mentorsOf[mentee]![place]!]!),
          -Infinity,
        ),
  );
}

/**
 * The pairs that can belong to a matching of a score. A pair that falls short of the mentee's best beside the price by
 * more than the score falls short of the bound cannot.
 */
export function pairsOfScore(
  { mentorsOf, scoresOf }: Roster,
  { ofPlaces, bestBeside, bound }: PriceBound,
  least: number,
): PairList {
  return scoresOf.map((scores, mentee) =>
    [...scores.keys()].filter((place) => {
      const beside = scores[place]! - ofPlaces[mentorsOf[mentee]![place]!]!;
      return bestBeside[mentee]! - beside <= bound - least;
    }),
  );
}

function promisingPairs({ mentorsOf, scoresOf, capacity }: Roster): Set<number>[] {
  const offersTo: { mentee: number; place: number; score: number }[][] = Array.from(capacity, () => []);
  const known = scoresOf.map((scores, mentee) => {
    scores.forEach((score, place) => offersTo[mentorsOf[mentee]![place]!]!.push({ mentee, place, score }));
    const places = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    return new Set(places.slice(0, BEST_OF_MENTEE));
  });
  for (const offers of offersTo) {
    offers.sort((a, b) => b.score - a.score);
    offers.slice(0, BEST_OF_MENTOR).forEach(({ mentee, place }) => known[mentee]!.add(place));
  }
  return known;
}
