import type { PairSource } from '../problem';

/** Pairs in any order, one per position: index of the mentee, index of the mentor, score. */
export interface PairColumns {
  readonly mentees: Int32Array;
  readonly mentors: Int32Array;
  readonly scores: Int32Array;
}

/**
 * A pair source that holds its pairs in memory: six bytes each, the rows one after the other, each in the order of its
 * mentors.
 */
export class CompactPairs implements PairSource {
  private constructor(
    /** Where each mentee's row starts, and after the last one where it ends. */
    private readonly starts: Int32Array,
    private readonly mentors: Int32Array,
    /** The top score fits into 16 bits. */
    private readonly scores: Int16Array,
  ) {}

  /**
   * Takes pairs that are given one by one.
   *
   * @param triples mentee index, mentor index, score: indices in range, scores in theirs, each pair once
   * @throws RangeError when a pair comes twice
   */
  static fromTriples(
    triples: readonly (readonly [mentee: number, mentor: number, score: number])[],
    menteeCount: number,
    mentorCount: number,
  ): CompactPairs {
    const columns = {
      mentees: Int32Array.from(triples, ([mentee]) => mentee),
      mentors: Int32Array.from(triples, ([, mentor]) => mentor),
      scores: Int32Array.from(triples, ([, , score]) => score),
    };
    return CompactPairs.fromColumns(columns, menteeCount, mentorCount, (earlier, later) => {
      throw new RangeError(`pairs ${earlier} and ${later} are the same`);
    });
  }

  /**
   * Takes pairs by column, indices and scores in their ranges.
   *
   * @param onRepeat is told the positions of two equal pairs, for every pair that came before
   */
  static fromColumns(
    columns: PairColumns,
    menteeCount: number,
    mentorCount: number,
    onRepeat: (earlier: number, later: number) => void,
  ): CompactPairs {
    const { mentees, mentors, scores } = columns;
    // Sorting by the lesser key first and keeping that order under the greater one takes linear time.
    const byMentor = stableOrder(
      mentors,
      mentorCount,
      mentors.map((_, position) => position),
    );
    const order = stableOrder(mentees, menteeCount, byMentor);
    for (let place = 1; place < order.length; place++) {
      const earlier = order[place - 1]!;
      const later = order[place]!;
      if (mentees[earlier] === mentees[later] && mentors[earlier] === mentors[later]) {
        onRepeat(earlier, later);
      }
    }
    return new CompactPairs(
      startsOf(mentees, menteeCount),
      order.map((position) => mentors[position]!),
      new Int16Array(order.map((position) => scores[position]!)),
    );
  }

  /** Copies what another source answers, asking it for each row once. */
  static fromSource(source: PairSource, menteeCount: number, mentorCount: number): CompactPairs {
    const rowMentors = new Int32Array(mentorCount);
    const rowScores = new Int32Array(mentorCount);
    const starts = new Int32Array(menteeCount + 1);
    let mentors = new Int32Array(1024);
    let scores = new Int16Array(1024);
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      const start = starts[mentee]!;
      const size = source.row(mentee, rowMentors, rowScores);
      const end = start + size;
      if (end > mentors.length) {
        mentors = enlarged(mentors, new Int32Array(2 * end));
        scores = enlarged(scores, new Int16Array(2 * end));
      }
      mentors.set(rowMentors.subarray(0, size), start);
      scores.set(rowScores.subarray(0, size), start);
      starts[mentee + 1] = end;
    }
    return new CompactPairs(
      starts,
      mentors.slice(0, starts[menteeCount]),
      scores.slice(0, starts[menteeCount]),
    );
  }

  /** How many pairs there are. */
  get count(): number {
    return this.mentors.length;
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const start = this.starts[mentee]!;
    const size = this.starts[mentee + 1]! - start;
    for (let place = 0; place < size; place++) {
      mentors[place] = this.mentors[start + place]!;
      scores[place] = this.scores[start + place]!;
    }
    return size;
  }
}

/** For each key the number of positions with a lesser one, and after the last key the number of all. */
function startsOf(keys: Int32Array, keyCount: number): Int32Array {
  const starts = new Int32Array(keyCount + 1);
  for (const key of keys) {
    starts[key + 1]!++;
  }
  for (let key = 0; key < keyCount; key++) {
    starts[key + 1]! += starts[key]!;
  }
  return starts;
}

/** Reorders `positions` by their keys, leaving those of one key in the order in which they came. */
function stableOrder(keys: Int32Array, keyCount: number, positions: Int32Array): Int32Array {
  const next = startsOf(keys, keyCount);
  const order = new Int32Array(positions.length);
  for (const position of positions) {
    order[next[keys[position]!]!++] = position;
  }
  return order;
}

function enlarged<Numbers extends Int32Array | Int16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
