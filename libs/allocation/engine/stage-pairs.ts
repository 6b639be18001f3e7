import { TOP_SCORE } from '../problem';
import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';

/** Writes pairs of a mentee from index 0 on, mentors and costs, and returns how many. */
export type PairReader = (mentee: number, mentors: Int32Array, costs: Float64Array) => number;

/** Pairs that may change in a stage, and what each costs there. */
export interface StagePairs {
  /** All of a mentee's pairs, by ascending mentor. */
  readonly row: PairReader;
  /** A few of a mentee's pairs with which it is good to begin: its present match, and the cheapest where costs differ. */
  readonly good: PairReader;
  /**
   * Reads, in any order, the pairs whose reduced cost is less than a whole number.
   *
   * @param mentees who will be asked for, in this order
   */
  below(potentials: Float64Array, bound: number, mentees: Int32Array): PairReader;
}

/** How many pairs of a mentee a stage begins with, beside its present match. */
export const GOOD_PAIRS = 20;

/** The bit sets kept for thresholds met before; further ones are not kept. */
const MOST_SETS = 4096;

/** The pairs of a face where none costs anything: only the two people's prices count. */
export class FreePairs implements StagePairs {
  readonly #alike = new Map<number, Uint32Array>();

  constructor(
    private readonly instance: Instance,
    private readonly face: Face,
  ) {}

  readonly row: PairReader = (mentee, mentors, costs) =>
    this.#read(mentee, this.#alikeOf(this.face.rank[mentee]!), mentors, costs);

  readonly good: PairReader = (mentee, mentors, costs) => {
    const count = this.row(mentee, mentors, costs);
    return keepGood(mentee, count, mentors, costs, this.face);
  };

  below(potentials: Float64Array, bound: number): PairReader {
    const { instance, face } = this;
    const sets = new Map<string, Uint32Array>();
    return (mentee, mentors, costs) => {
      const key = `${face.rank[mentee]!} ${potentials[mentee]!}`;
      let set = sets.get(key);
      if (set === undefined) {
        const least = potentials[mentee]! - bound;
        set = setOf(instance, (mentor) => {
          const node = face.mentorNode(mentor);
          return face.rank[node] === face.rank[mentee] && potentials[node]! > least;
        });
        if (sets.size < MOST_SETS) {
          sets.set(key, set);
        }
      }
      return this.#read(mentee, set, mentors, costs);
    };
  }

  #alikeOf(rank: number): Uint32Array {
    let set = this.#alike.get(rank);
    if (set === undefined) {
      set = setOf(this.instance, (mentor) => this.face.rank[this.face.mentorNode(mentor)] === rank);
      if (this.#alike.size < MOST_SETS) {
        this.#alike.set(rank, set);
      }
    }
    return set;
  }

  #read(mentee: number, among: Uint32Array, mentors: Int32Array, costs: Float64Array): number {
    const { bits, words } = this.instance;
    const row = mentee * words;
    let count = 0;
    for (let word = 0; word < words; word++) {
      for (let left = bits[row + word]! & among[word]!; left !== 0; left &= left - 1) {
        mentors[count] = (word << 5) + 31 - Math.clz32(left & -left);
        costs[count++] = 0;
      }
    }
    return count;
  }
}

function setOf({ words, mentorCount }: Instance, holds: (mentor: number) => boolean): Uint32Array {
  const set = new Uint32Array(words);
  for (let mentor = 0; mentor < mentorCount; mentor++) {
    if (holds(mentor)) {
      set[mentor >>> 5]! |= 1 << (mentor & 31);
    }
  }
  return set;
}

/** The pairs of a face at their scores: the higher, the cheaper. */
export class ScoredPairs implements StagePairs {
  readonly #scores: Int32Array;

  constructor(
    private readonly instance: Instance,
    private readonly face: Face,
  ) {
    this.#scores = new Int32Array(instance.mentorCount);
    // A stage begins with everybody's row.
    instance.expectAllRows();
  }

  readonly row: PairReader = (mentee, mentors, costs) => {
    const count = this.instance.row(mentee, mentors, this.#scores);
    return this.#keepAlike(mentee, count, mentors, costs);
  };

  readonly good: PairReader = (mentee, mentors, costs) => {
    const count = this.row(mentee, mentors, costs);
    return keepGood(mentee, count, mentors, costs, this.face);
  };

  below(potentials: Float64Array, bound: number, mentees: Int32Array): PairReader {
    const { instance, face } = this;
    // No pair leads to a mentor of a higher rank. Set apart by more than any price, lower ranks fall out by price alone.
    let [lowest, highest] = [0, 0];
    for (const price of potentials) {
      lowest = Math.min(lowest, price);
      highest = Math.max(highest, price);
    }
    const apart = highest - lowest + TOP_SCORE + Math.abs(bound) + 1;
    const ranks = face.rank.reduce((most, rank) => Math.max(most, rank), 0);
    const step = (ranks + 1) * apart < Number.MAX_SAFE_INTEGER / 4 ? apart : 0;
    const prices = new Float64Array(instance.mentorCount);
    for (let mentor = 0; mentor < instance.mentorCount; mentor++) {
      const node = face.mentorNode(mentor);
      prices[mentor] = potentials[node]! + step * face.rank[node]!;
    }
    const leastOf = (mentee: number): number => potentials[mentee]! + step * face.rank[mentee]! - bound;
    const read = instance.priced(prices, mentees, Float64Array.from(mentees, leastOf));
    return (mentee, mentors, costs) =>
      this.#keepAlike(mentee, read(mentee, leastOf(mentee), mentors, this.#scores), mentors, costs);
  }

  #keepAlike(mentee: number, count: number, mentors: Int32Array, costs: Float64Array): number {
    const { rank } = this.face;
    const own = rank[mentee]!;
    const first = this.face.mentorNode(0);
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const mentor = mentors[k]!;
      if (rank[first + mentor] === own) {
        mentors[kept] = mentor;
        costs[kept++] = -this.#scores[k]!;
      }
    }
    return kept;
  }
}

/** Keeps the cheapest few of a mentee's whole row, and its present match. */
export function keepGood(
  mentee: number,
  count: number,
  mentors: Int32Array,
  costs: Float64Array,
  { matching: { mentorOf, load } }: Face,
): number {
  const mate = mentorOf[mentee]!;
  const at = mate === NONE ? -1 : mentors.subarray(0, count).indexOf(mate);
  const cost = costs[at];
  // A turn of its own for each mentee, so that not all begin with the same few mentors where costs are equal.
  const kept = keepCheapest(mentors, costs, count, GOOD_PAIRS, (mentee * 7919) % load.length, load.length);
  if (cost === undefined || mentors.subarray(0, kept).includes(mate)) {
    return kept;
  }
  mentors[kept] = mate;
  costs[kept] = cost;
  return kept + 1;
}

/**
 * Moves the cheapest few of a list to its front, in order. Whatever the order of the list, the same ones are kept: equal
 * costs are told apart by the number of the mentor, counted from `turn` on.
 *
 * @returns how many these are
 */
export function keepCheapest(
  mentors: Int32Array,
  costs: Float64Array,
  count: number,
  most: number,
  turn: number,
  mentorCount: number,
): number {
  let kept = 0;
  let dearest = Infinity;
  for (let k = 0; k < count; k++) {
    const cost = costs[k]!;
    // Nearly all of a long row ends here.
    if (kept === most && cost > dearest) {
      continue;
    }
    const mentor = mentors[k]!;
    const place = placeFrom(turn, mentor, mentorCount);
    // The front of the list is what was kept: it has been read already.
    let at = kept;
    while (
      at > 0 &&
      comesBefore(cost, place, costs[at - 1]!, placeFrom(turn, mentors[at - 1]!, mentorCount))
    ) {
      at--;
    }
    if (at === most) {
      continue;
    }
    kept = Math.min(kept + 1, most);
    costs.copyWithin(at + 1, at, kept - 1);
    mentors.copyWithin(at + 1, at, kept - 1);
    costs[at] = cost;
    mentors[at] = mentor;
    dearest = costs[kept - 1]!;
  }
  return kept;
}

function placeFrom(turn: number, mentor: number, mentorCount: number): number {
  return mentor >= turn ? mentor - turn : mentor - turn + mentorCount;
}

function comesBefore(cost: number, place: number, otherCost: number, otherPlace: number): boolean {
  return cost < otherCost || (cost === otherCost && place < otherPlace);
}
