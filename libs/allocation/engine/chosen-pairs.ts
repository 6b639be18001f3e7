import { grown } from './circulation';
import { NONE } from './matching';

/** The pairs that a stage works on. A mentee without any keeps its match. */
export class ChosenPairs {
  #mentee = new Int32Array(1024);
  #mentor = new Int32Array(1024);
  #cost = new Float64Array(1024);
  /** The pair chosen before this one for the same mentee, or {@link NONE}. */
  #before = new Int32Array(1024);
  /** By mentee, the last pair that was chosen, or {@link NONE}. */
  readonly #last: Int32Array;
  count = 0;
  /** By amount. */
  largestCost = 0;

  constructor(mentees: number) {
    this.#last = new Int32Array(mentees).fill(NONE);
  }

  add(mentee: number, mentor: number, cost: number): void {
    if (this.count === this.#mentee.length) {
      const room = 2 * this.count;
      this.#mentee = grown(this.#mentee, new Int32Array(room));
      this.#mentor = grown(this.#mentor, new Int32Array(room));
      this.#cost = grown(this.#cost, new Float64Array(room));
      this.#before = grown(this.#before, new Int32Array(room));
    }
    this.#mentee[this.count] = mentee;
    this.#mentor[this.count] = mentor;
    this.#cost[this.count] = cost;
    this.#before[this.count] = this.#last[mentee]!;
    this.#last[mentee] = this.count++;
    this.largestCost = Math.max(this.largestCost, Math.abs(cost));
  }

  forEach(visit: (mentee: number, mentor: number, cost: number) => void): void {
    for (let at = 0; at < this.count; at++) {
      visit(this.#mentee[at]!, this.#mentor[at]!, this.#cost[at]!);
    }
  }

  /** A mentee's pairs are walked from the last one that was chosen: its number, or {@link NONE} where there is none. */
  lastOf(mentee: number): number {
    return this.#last[mentee]!;
  }

  /** The number of the pair chosen before for the same mentee, or {@link NONE}. */
  before(pair: number): number {
    return this.#before[pair]!;
  }

  mentorOf(pair: number): number {
    return this.#mentor[pair]!;
  }

  costOf(pair: number): number {
    return this.#cost[pair]!;
  }
}
