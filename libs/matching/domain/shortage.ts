import type { PairSource } from '@evenhand/allocation';

/** Why no better choice of pairs would have helped: too many people depend on the same few places. */
export interface Shortage {
  /** Everybody whom no other place can help: `people` less `places` of them have to be without a match. */
  readonly people: number;
  readonly places: number;
  /** How many mentors offer these places. */
  readonly mentors: number;
}

/** Who is in a shortage, by index, ascending. */
export interface SharedPlaces {
  readonly shortage: Shortage;
  /** The mentors whose places are shared. */
  readonly mentors: readonly number[];
  /** Mentees matched with them. */
  readonly matched: readonly number[];
  /** Mentees without a match whom no other place can help. */
  readonly unmatched: readonly number[];
}

/** A {@link SharedPlaces}, and for whom of its `unmatched` it is the smallest that explains why. */
export interface SharedPlacesOfRound extends SharedPlaces {
  readonly closest: readonly number[];
}

/**
 * The shortages of a finished round. From a mentee without a match they follow the eligible mentors, the mentees matched
 * with them, the eligible mentors of those, and so on. Were one place among all these free, people could move up along
 * the chain and leave room for the mentee; where coverage is optimised there is none, and all who were met on the way
 * share these places. Mentors without a place to offer help nobody and are passed over.
 */
export class Shortages {
  readonly #capacity: Int32Array;
  readonly #words: number;
  /** Row of bits for each mentee: the eligible mentors who offer a place. */
  readonly #rows: Uint32Array;
  readonly #unmatched: readonly number[];
  readonly #matchedWith: readonly number[][];
  /** By mentor, all mentors whom a chain from there reaches: found when first asked for. */
  readonly #reachable = new Map<number, Uint32Array>();
  /** By the mentors reached, since most mentees without a match share one shortage. */
  readonly #known = new Map<string, SharedPlaces | undefined>();

  /**
   * @param mentorOf for each mentee the index of the mentor, or -1
   * @param capacity for each mentor the places offered
   */
  constructor(pairs: PairSource, mentorOf: Int32Array, capacity: Int32Array) {
    this.#capacity = capacity;
    this.#words = (capacity.length + 31) >>> 5;
    this.#rows = new Uint32Array(mentorOf.length * this.#words);
    const mentors = new Int32Array(capacity.length);
    const scores = new Int32Array(capacity.length);
    const matchedWith = Array.from(capacity, (): number[] => []);
    const unmatched: number[] = [];
    mentorOf.forEach((mentor, mentee) => {
      const row = this.#row(mentee);
      const count = pairs.row(mentee, mentors, scores);
      for (const eligible of mentors.subarray(0, count)) {
        if (capacity[eligible]! > 0) {
          add(row, eligible);
        }
      }
      (matchedWith[mentor] ?? unmatched).push(mentee);
    });
    this.#matchedWith = matchedWith;
    this.#unmatched = unmatched;
  }

  /**
   * The shortage that leaves a mentee without a match; undefined where no eligible mentor offers a place, or a chain
   * reaches a free one.
   */
  of(mentee: number): Shortage | undefined {
    return this.#behind(mentee)?.shortage;
  }

  /** Every shortage that leaves somebody without a match, each once, ordered by the first mentee whom it concerns. */
  all(): SharedPlacesOfRound[] {
    const closest = new Map<SharedPlaces, number[]>();
    for (const mentee of this.#unmatched) {
      const shared = this.#behind(mentee);
      if (shared !== undefined) {
        closest.set(shared, closest.get(shared) ?? []);
        closest.get(shared)!.push(mentee);
      }
    }
    return Array.from(closest, ([shared, mentees]) => ({ ...shared, closest: mentees }));
  }

  #behind(mentee: number): SharedPlaces | undefined {
    const reached = new Uint32Array(this.#words);
    for (const mentor of members(this.#row(mentee))) {
      if (!has(reached, mentor)) {
        addAll(reached, this.#reach(mentor));
      }
    }
    const key = reached.join();
    if (!this.#known.has(key)) {
      this.#known.set(key, this.#shared(reached));
    }
    return this.#known.get(key);
  }

  #row(mentee: number): Uint32Array {
    return this.#rows.subarray(mentee * this.#words, (mentee + 1) * this.#words);
  }

  /** What was reached from one mentor is reached from everybody who reaches that mentor, and need not be walked again. */
  #reach(start: number): Uint32Array {
    const known = this.#reachable.get(start);
    if (known !== undefined) {
      return known;
    }
    const reached = new Uint32Array(this.#words);
    const settled = new Uint32Array(this.#words);
    const queue = [start];
    add(reached, start);
    for (const mentor of queue) {
      for (const mentee of has(settled, mentor) ? [] : this.#matchedWith[mentor]!) {
        for (const fresh of members(this.#row(mentee), reached)) {
          add(reached, fresh);
          queue.push(fresh);
          const beyond = this.#reachable.get(fresh);
          if (beyond !== undefined) {
            addAll(reached, beyond);
            addAll(settled, beyond);
          }
        }
      }
    }
    this.#reachable.set(start, reached);
    return reached;
  }

  #shared(reached: Uint32Array): SharedPlaces | undefined {
    const mentors = [...members(reached)];
    const places = mentors.reduce((sum, mentor) => sum + this.#capacity[mentor]!, 0);
    const matched = mentors.flatMap((mentor) => this.#matchedWith[mentor]!).sort((a, b) => a - b);
    if (mentors.length === 0 || matched.length < places) {
      return undefined;
    }
    const unmatched = this.#unmatched.filter((mentee) => {
      const row = this.#row(mentee);
      return row.some((word) => word !== 0) && row.every((word, at) => (word & ~reached[at]!) === 0);
    });
    const people = matched.length + unmatched.length;
    return { shortage: { people, places, mentors: mentors.length }, mentors, matched, unmatched };
  }
}

function has(set: Uint32Array, member: number): boolean {
  return ((set[member >>> 5]! >>> (member & 31)) & 1) === 1;
}

function add(set: Uint32Array, member: number): void {
  set[member >>> 5]! |= 1 << (member & 31);
}

function addAll(set: Uint32Array, others: Uint32Array): void {
  others.forEach((word, at) => (set[at]! |= word));
}

/** The members of a set, but those of another one; each word is looked at once. */
function* members(set: Uint32Array, but?: Uint32Array): Generator<number> {
  for (let at = 0; at < set.length; at++) {
    // Asked word by word, since the other set may grow meanwhile.
    let rest = but === undefined ? set[at]! : set[at]! & ~but[at]!;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      rest &= rest - 1;
      yield (at << 5) | bit;
    }
  }
}
