import { type ScoreOf, scoreReader } from '../engine/figures';
import { NONE } from '../engine/matching';
import { TOP_SCORE } from '../problem';
import type { HeldNetwork } from './held-network';
import { PARTS, PRIORITY, SCORE } from './price-parts';

/** Pairs of one mentee or of one mentor, the nearest first, and how near any other is at least. */
export interface NearList {
  /** The other person of each pair. */
  readonly others: Int32Array;
  /** How near each is: its reduced cost in priority, no array where that is 0 of all, and in score. */
  readonly priority?: Float64Array;
  readonly score: Float64Array | Int32Array;
  readonly endPriority: number;
  readonly endScore: number;
}

/** So many pairs for each mentee are kept at most, over all of them, but for what a sample misses. */
const PAIRS_AT_HAND = 256;
/** How far it is to the farthest of these is found from one mentee of so many. */
const SAMPLED = 16;
/** Once prices have moved by this part of how far the pairs at hand reach, they are read anew. */
const WORN_PART = 2;

/**
 * The pairs that are near: of a reduced cost below a bound, which is the same for all, at the prices that there were when
 * they were read. They are at hand by mentee and by mentor. How near a pair is now, and how near one may be that is not at
 * hand, follows from how far prices have moved since. All pairs of a mentee are read where that is not enough.
 */
export class NearPairs {
  #byMentee: NearList[] = [];
  #byMentor: NearList[] = [];
  /** No pair beyond these is at hand. */
  #reach = 0;
  /** Prices when the pairs were read. */
  readonly #before: Float64Array;
  readonly #mentors: Int32Array;
  readonly #scores: Int32Array;
  readonly #readScore: ScoreOf;
  #isExpired = false;
  timesRead = 0;
  /** How far a price has fallen, of a mentee, or risen, of a mentor, at most: in priority and in score. */
  readonly fallen = { priority: 0, score: 0 };
  readonly risen = { priority: 0, score: 0 };

  constructor(private readonly network: HeldNetwork) {
    const { instance, prices } = network;
    this.#before = prices.slice();
    this.#mentors = new Int32Array(instance.mentorCount);
    this.#scores = new Int32Array(instance.mentorCount);
    this.#readScore = scoreReader(instance);
    this.#read();
  }

  ofMentee(mentee: number): NearList {
    return this.#byMentee[mentee]!;
  }

  ofMentor(mentor: number): NearList {
    return this.#byMentor[mentor]!;
  }

  /** What a pair at hand costs in score, where a list tells how near it was. */
  costOf(mentee: number, mentor: number, score: number): number {
    const other = PARTS * this.network.mentorNode(mentor);
    return score - this.#before[PARTS * mentee + SCORE]! + this.#before[other + SCORE]!;
  }

  /** How far a price has moved up since the pairs were read. */
  movedBy(node: number, part: number): number {
    return this.network.prices[PARTS * node + part]! - this.#before[PARTS * node + part]!;
  }

  /** The score of a pair, whether it is an objective or not. */
  scoreOf(mentee: number, mentor: number): number {
    const { others, score } = this.#byMentee[mentee]!;
    const place = this.network.scoreWeight === 0 ? NONE : others.indexOf(mentor);
    return place === NONE ? this.#readScore(mentee, mentor) : -this.costOf(mentee, mentor, score[place]!);
  }

  /** Has the pairs read anew before the next search. */
  expire(): void {
    this.#isExpired = true;
  }

  /** Takes notice of a price that has moved. */
  follow(node: number): void {
    const { instance } = this.network;
    const isMentee = node < instance.menteeCount;
    if (isMentee || node < this.network.professionNode(0)) {
      const sign = isMentee ? -1 : 1;
      const most = isMentee ? this.fallen : this.risen;
      const priority = sign * this.movedBy(node, PRIORITY);
      const score = sign * this.movedBy(node, SCORE);
      if (priority > most.priority || (priority === most.priority && score > most.score)) {
        most.priority = priority;
        most.score = score;
      }
    }
  }

  /** Takes notice that prices are back where they were before. */
  followAll(): void {
    for (const most of [this.fallen, this.risen]) {
      most.priority = most.score = 0;
    }
    for (let node = 0; node < this.network.professionNode(0); node++) {
      this.follow(node);
    }
  }

  /** Before a search: reads the pairs anew where prices have moved too far. */
  refresh(): void {
    const { fallen, risen } = this;
    if (
      this.#isExpired ||
      fallen.priority + risen.priority > 0 ||
      WORN_PART * (fallen.score + risen.score) > this.#reach
    ) {
      this.#before.set(this.network.prices);
      this.#read();
      this.followAll();
    }
  }

  /** Reads all of a mentee's pairs that can ever change: those at hand come first, as they did. */
  readWhole(mentee: number): NearList {
    const { instance, level, scoreWeight } = this.network;
    const atHand = this.#byMentee[mentee]!;
    const isAtHand = new Set(atHand.others);
    const count = instance.row(mentee, this.#mentors, this.#scores);
    const priceOf = (node: number, part: number): number => this.#before[PARTS * node + part]!;
    const further = Array.from(this.#mentors.subarray(0, count), (mentor, k) => {
      const node = this.network.mentorNode(mentor);
      return {
        mentor,
        isUsable: level[node] === level[mentee] && !isAtHand.has(mentor),
        priority: priceOf(mentee, PRIORITY) - priceOf(node, PRIORITY),
        score: priceOf(mentee, SCORE) - scoreWeight * this.#scores[k]! - priceOf(node, SCORE),
      };
    }).filter(({ isUsable }) => isUsable);
    further.sort((a, b) => a.priority - b.priority || a.score - b.score || a.mentor - b.mentor);
    const list = {
      others: Int32Array.from([...atHand.others, ...further.map(({ mentor }) => mentor)]),
      priority: Float64Array.from([
        ...atHand.others.map(() => 0),
        ...further.map(({ priority }) => priority),
      ]),
      score: Float64Array.from([...atHand.score, ...further.map(({ score }) => score)]),
      endPriority: Infinity,
      endScore: Infinity,
    };
    this.#byMentee[mentee] = list;
    return list;
  }

  /** Reads which pairs are near, but for those that are decided: prices say nothing of these. */
  #read(): void {
    const { instance } = this.network;
    this.#isExpired = false;
    this.timesRead++;
    const { menteeCount, mentorCount } = instance;
    this.#reach = this.#findReach();
    const everybody = Int32Array.from({ length: menteeCount }, (_, mentee) => mentee);
    const read = this.#readerBelow(this.#reach, everybody);
    const rows: { readonly mentors: Int32Array; readonly score: Int32Array }[] = [];
    const found = new Float64Array(mentorCount);
    const sizes = new Int32Array(mentorCount);
    for (const mentee of everybody) {
      const count = read(mentee, found);
      // Nearness and number in one: neither is as large as what would not be exact.
      const sorted = found.subarray(0, count).sort();
      const mentors = Int32Array.from(sorted, (both) => both % mentorCount);
      mentors.forEach((mentor) => sizes[mentor]!++);
      rows.push({ mentors, score: Int32Array.from(sorted, (both) => Math.floor(both / mentorCount)) });
    }
    const end = { endPriority: 0, endScore: this.#reach };
    this.#byMentee = rows.map(({ mentors, score }) => ({ others: mentors, score, ...end }));
    const columns = Array.from(sizes, (size) => new Float64Array(size));
    rows.forEach(({ mentors, score }, mentee) =>
      mentors.forEach((mentor, k) => {
        columns[mentor]![--sizes[mentor]!] = score[k]! * menteeCount + mentee;
      }),
    );
    this.#byMentor = columns.map((column) => {
      const sorted = column.sort();
      return {
        others: Int32Array.from(sorted, (both) => both % menteeCount),
        score: Int32Array.from(sorted, (both) => Math.floor(both / menteeCount)),
        ...end,
      };
    });
  }

  /** A power of two, or 0 where so many pairs are as near as can be that they cannot be kept. */
  #findReach(): number {
    const { menteeCount, mentorCount } = this.network.instance;
    const sample = Int32Array.from({ length: Math.ceil(menteeCount / SAMPLED) }, (_, k) => k * SAMPLED);
    const read = this.#readerBelow(TOP_SCORE, sample);
    const found = new Float64Array(mentorCount);
    const within = new Float64Array(32);
    for (const mentee of sample) {
      const count = read(mentee, found);
      for (let k = 0; k < count; k++) {
        within[32 - Math.clz32(Math.floor(found[k]! / mentorCount))]!++;
      }
    }
    let [sum, reach] = [0, 0];
    for (let power = 0; 1 << power <= TOP_SCORE; power++) {
      sum += within[power]!;
      if (sum > PAIRS_AT_HAND * sample.length) {
        break;
      }
      reach = 1 << power;
    }
    return reach;
  }

  /** Writes those pairs of a mentee that are nearer than a bound, each as its nearness times all mentors and its mentor. */
  #readerBelow(bound: number, mentees: Int32Array): (mentee: number, found: Float64Array) => number {
    const { instance, level, scoreWeight } = this.network;
    const before = this.#before;
    const first = this.network.mentorNode(0);
    const mentors = this.#mentors;
    const scores = this.#scores;
    const prices = new Float64Array(instance.mentorCount).map(
      (_, mentor) => before[PARTS * (first + mentor) + SCORE]!,
    );
    const leastOf = (mentee: number): number => before[PARTS * mentee + SCORE]! - bound;
    const rows =
      scoreWeight === 1
        ? instance.priced(prices, mentees, Float64Array.from(mentees, leastOf))
        : (mentee: number): number => instance.row(mentee, mentors, scores);
    const isForbidden = (mentee: number, mentor: number): boolean => this.network.isForbidden(mentee, mentor);
    return (mentee, found) => {
      if (this.network.isPinned[mentee] === 1) {
        return 0;
      }
      const count = rows(mentee, leastOf(mentee), mentors, scores);
      let kept = 0;
      for (let k = 0; k < count; k++) {
        const mentor = mentors[k]!;
        const node = first + mentor;
        const nearness = before[PARTS * mentee + SCORE]! - scoreWeight * scores[k]! - prices[mentor]!;
        if (
          nearness < bound &&
          !isForbidden(mentee, mentor) &&
          level[node] === level[mentee] &&
          before[PARTS * node + PRIORITY] === before[PARTS * mentee + PRIORITY]
        ) {
          found[kept++] = nearness * instance.mentorCount + mentor;
        }
      }
      return kept;
    };
  }
}
