import { compareIdentifiers } from '@evenhand/kernel';
import type { AllocationProblem } from '../problem';

/**
 * A problem as the engine works on it: mentees and mentors are numbers in the order of their ids, so that no result
 * can depend on the order of a file. Who is eligible is kept, a bit for each pair; scores are asked for again when needed.
 */
export class Instance {
  readonly menteeCount: number;
  readonly mentorCount: number;
  /** Positions in the problem, by number here. */
  readonly menteeAt: Int32Array;
  readonly mentorAt: Int32Array;
  readonly capacity: Int32Array;
  readonly priority: Float64Array;
  /** Row `i` of eligible mentors as bits: `words` words of 32 from `i * words` on. */
  readonly words: number;
  readonly bits: Uint32Array;
  /** Numbers here, by position of the mentor in the problem. */
  readonly #mentorNumber: Int32Array;
  /** Whether the problem lists mentors in the order of their ids, as most do. */
  readonly #inOrder: boolean;
  /** Score of a mentor in the row that is being read. */
  readonly #rowScore: Int32Array;

  constructor(
    readonly problem: AllocationProblem,
    onRow: (done: number) => void,
  ) {
    const { mentees, mentors, pairs } = problem;
    this.menteeCount = mentees.length;
    this.mentorCount = mentors.length;
    this.menteeAt = orderOfIds(mentees);
    this.mentorAt = orderOfIds(mentors);
    // More places than there are mentees are never taken; one more than that is never all taken.
    this.capacity = Int32Array.from(this.mentorAt, (at) =>
      Math.min(mentors[at]!.capacity, mentees.length + 1),
    );
    this.priority = Float64Array.from(this.menteeAt, (at) => mentees[at]!.priority);
    this.words = (this.mentorCount + 31) >>> 5;
    this.bits = new Uint32Array(this.menteeCount * this.words);
    this.#mentorNumber = new Int32Array(this.mentorCount);
    this.mentorAt.forEach((at, mentor) => (this.#mentorNumber[at] = mentor));
    this.#inOrder = this.mentorAt.every((at, mentor) => at === mentor);
    this.#rowScore = new Int32Array(this.mentorCount);

    pairs.expect?.(this.menteeAt);
    const rowMentors = new Int32Array(this.mentorCount);
    const rowScores = new Int32Array(this.mentorCount);
    for (let mentee = 0; mentee < this.menteeCount; mentee++) {
      const count = pairs.row(this.menteeAt[mentee]!, rowMentors, rowScores);
      const row = mentee * this.words;
      for (let k = 0; k < count; k++) {
        const mentor = this.#mentorNumber[rowMentors[k]!]!;
        this.bits[row + (mentor >>> 5)]! |= 1 << (mentor & 31);
      }
      onRow(mentee + 1);
    }
  }

  menteeId(mentee: number): string {
    return this.problem.mentees[this.menteeAt[mentee]!]!.id;
  }

  mentorId(mentor: number): string {
    return this.problem.mentors[this.mentorAt[mentor]!]!.id;
  }

  /** The number here of the mentor at a position of the problem. */
  mentorNumber(at: number): number {
    return this.#mentorNumber[at]!;
  }

  isEligible(mentee: number, mentor: number): boolean {
    return ((this.bits[mentee * this.words + (mentor >>> 5)]! >>> (mentor & 31)) & 1) === 1;
  }

  /** The mentors who offer a place and are eligible for somebody, as bits. */
  everybodyOffering(): Uint32Array {
    const set = new Uint32Array(this.words);
    for (let at = 0; at < this.bits.length;) {
      for (let word = 0; word < this.words; word++) {
        set[word]! |= this.bits[at++]!;
      }
    }
    this.capacity.forEach((places, mentor) => {
      if (places === 0) {
        set[mentor >>> 5]! &= ~(1 << (mentor & 31));
      }
    });
    return set;
  }

  /** Says that the rows of all mentees will be asked for next, in their order. */
  expectAllRows(): void {
    this.problem.pairs.expect?.(this.menteeAt);
  }

  /** Writes the mentors eligible for a mentee, ascending, and the scores; returns how many. */
  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const count = this.problem.pairs.row(this.menteeAt[mentee]!, mentors, scores);
    if (this.#inOrder) {
      return count;
    }
    for (let k = 0; k < count; k++) {
      this.#rowScore[this.#mentorNumber[mentors[k]!]!] = scores[k]!;
    }
    return this.eligible(mentee, mentors, (mentor, at) => (scores[at] = this.#rowScore[mentor]!));
  }

  /** Writes the mentors eligible for a mentee, ascending, and returns how many. */
  eligible(mentee: number, mentors: Int32Array, onMentor?: (mentor: number, at: number) => void): number {
    const row = mentee * this.words;
    let count = 0;
    for (let word = 0; word < this.words; word++) {
      for (let left = this.bits[row + word]!; left !== 0; left &= left - 1) {
        const mentor = (word << 5) + 31 - Math.clz32(left & -left);
        mentors[count] = mentor;
        onMentor?.(mentor, count);
        count++;
      }
    }
    return count;
  }

  /** Takes the mentors eligible for a mentee out of a set, given as bits, and visits each that was in it. */
  takeEligible(mentee: number, unseen: Uint32Array, visit: (mentor: number) => void): void {
    const row = mentee * this.words;
    for (let word = 0; word < this.words; word++) {
      const found = this.bits[row + word]! & unseen[word]!;
      unseen[word]! ^= found;
      for (let left = found; left !== 0; left &= left - 1) {
        visit((word << 5) + 31 - Math.clz32(left & -left));
      }
    }
  }

  /**
   * Reads rows by price: for a mentee, writes in any order the mentors whose score and price together are more than
   * `least`, and the scores.
   *
   * @param prices by mentor, whole numbers
   * @param mentees whose rows will be asked for, in this order
   * @param least for each of them, the bound at which it will be asked for
   */
  priced(
    prices: Float64Array,
    mentees: Int32Array,
    least: Float64Array,
  ): (mentee: number, least: number, mentors: Int32Array, scores: Int32Array) => number {
    const { pairs } = this.problem;
    const byPosition = new Float64Array(this.mentorCount);
    this.#mentorNumber.forEach((mentor, at) => (byPosition[at] = prices[mentor]!));
    const rows = pairs.priced?.(byPosition, {
      mentees: mentees.map((mentee) => this.menteeAt[mentee]!),
      least,
    });
    if (rows === undefined) {
      return (mentee, above, mentors, scores) => {
        const count = pairs.row(this.menteeAt[mentee]!, mentors, scores);
        let kept = 0;
        for (let k = 0; k < count; k++) {
          const at = mentors[k]!;
          if (scores[k]! + byPosition[at]! > above) {
            mentors[kept] = this.#mentorNumber[at]!;
            scores[kept++] = scores[k]!;
          }
        }
        return kept;
      };
    }
    return (mentee, above, mentors, scores) => {
      const count = rows.rowAbove(this.menteeAt[mentee]!, above, mentors, scores);
      for (let k = 0; k < count; k++) {
        mentors[k] = this.#mentorNumber[mentors[k]!]!;
      }
      return count;
    };
  }
}

function orderOfIds(people: readonly { readonly id: string }[]): Int32Array {
  return Int32Array.from(people.keys()).sort((a, b) => compareIdentifiers(people[a]!.id, people[b]!.id));
}
