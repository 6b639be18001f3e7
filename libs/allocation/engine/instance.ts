import { compareIdentifiers } from '@evenhand/kernel';
import type { AllocationProblem } from '../problem';

/** One bit for each mentor, in words of 32. */
export const wordsFor = (mentors: number): number => (mentors + 31) >>> 5;

/**
 * A problem as the engine works on it: mentees and mentors are numbers in the order of their ids, so that no result
 * can depend on the order of a file, and the pairs stand in compact rows.
 */
export class Instance {
  readonly menteeCount: number;
  readonly mentorCount: number;
  /** Positions in the problem, by number here. */
  readonly menteeAt: Int32Array;
  readonly mentorAt: Int32Array;
  readonly capacity: Int32Array;
  readonly priority: Float64Array;
  /** The pairs of mentee `i` stand at `rowStart[i]` up to `rowStart[i + 1]`, by ascending mentor. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly score: Uint16Array;
  /** Row `i` of eligible mentors as bits: `words` words from `i * words` on. */
  readonly words: number;
  readonly bits: Uint32Array;

  constructor(
    readonly problem: AllocationProblem,
    onRow: (done: number) => void,
  ) {
    const { mentees, mentors, pairs } = problem;
    this.menteeCount = mentees.length;
    this.mentorCount = mentors.length;
    this.menteeAt = orderOfIds(mentees);
    this.mentorAt = orderOfIds(mentors);
    // More places than there are mentees are never taken.
    this.capacity = Int32Array.from(this.mentorAt, (at) => Math.min(mentors[at]!.capacity, mentees.length));
    this.priority = Float64Array.from(this.menteeAt, (at) => mentees[at]!.priority);
    this.words = wordsFor(this.mentorCount);
    this.bits = new Uint32Array(this.menteeCount * this.words);
    this.rowStart = new Int32Array(this.menteeCount + 1);

    const numberOf = new Int32Array(this.mentorCount);
    this.mentorAt.forEach((at, mentor) => (numberOf[at] = mentor));
    const rowMentors = new Int32Array(this.mentorCount);
    const rowScores = new Int32Array(this.mentorCount);
    // The score of a mentor in the row that is being read, by number here: reading the bits in order sorts the row.
    const scoreOf = new Uint16Array(this.mentorCount);
    let column = new Int32Array(1024);
    let score = new Uint16Array(1024);
    let end = 0;
    for (let mentee = 0; mentee < this.menteeCount; mentee++) {
      const count = pairs.row(this.menteeAt[mentee]!, rowMentors, rowScores);
      const row = mentee * this.words;
      for (let k = 0; k < count; k++) {
        const mentor = numberOf[rowMentors[k]!]!;
        this.bits[row + (mentor >>> 5)]! |= 1 << (mentor & 31);
        scoreOf[mentor] = rowScores[k]!;
      }
      if (end + count > column.length) {
        const size = Math.max(end + count, 2 * column.length);
        column = grown(column, new Int32Array(size));
        score = grown(score, new Uint16Array(size));
      }
      for (let word = 0; word < this.words; word++) {
        for (let left = this.bits[row + word]!; left !== 0; left &= left - 1) {
          const mentor = (word << 5) + 31 - Math.clz32(left & -left);
          column[end] = mentor;
          score[end++] = scoreOf[mentor]!;
        }
      }
      this.rowStart[mentee + 1] = end;
      onRow(mentee + 1);
    }
    this.column = column.subarray(0, end);
    this.score = score.subarray(0, end);
  }

  menteeId(mentee: number): string {
    return this.problem.mentees[this.menteeAt[mentee]!]!.id;
  }

  mentorId(mentor: number): string {
    return this.problem.mentors[this.mentorAt[mentor]!]!.id;
  }

  /** The score of an eligible pair. */
  scoreOf(mentee: number, mentor: number): number {
    let [from, to] = [this.rowStart[mentee]!, this.rowStart[mentee + 1]!];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.column[middle]! < mentor) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return this.score[from]!;
  }
}

function orderOfIds(people: readonly { readonly id: string }[]): Int32Array {
  return Int32Array.from(people.keys()).sort((a, b) => compareIdentifiers(people[a]!.id, people[b]!.id));
}

function grown<Numbers extends Int32Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
