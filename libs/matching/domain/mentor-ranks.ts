import type { PairJudge } from './pair-judge';

/** Where the mentor of a match stands among those with whom the rules alone would let the mentee be paired. */
export interface MentorRank {
  /** 1 for the best score; those with the same score share the best rank. */
  readonly mentorRank: number;
  /** How many there are, this mentor among them. */
  readonly eligibleMentors: number;
}

/** Ranks mentors by the scores of a judge, a mentee's row at a time: rows are read many times faster than pairs. */
export class MentorRanks {
  readonly #mentors: Int32Array;
  readonly #scores: Int32Array;

  /** @param judge by the rules alone: what people decided about pairs is no rank */
  constructor(private readonly judge: PairJudge) {
    const { length } = judge.people.mentors;
    this.#mentors = new Int32Array(length);
    this.#scores = new Int32Array(length);
  }

  /** @param score of the pair that was made, which is eligible */
  of(mentee: number, score: number): MentorRank {
    const eligibleMentors = this.judge.row(mentee, this.#mentors, this.#scores);
    let better = 0;
    for (let at = 0; at < eligibleMentors; at++) {
      if (this.#scores[at]! > score) better++;
    }
    return { mentorRank: better + 1, eligibleMentors };
  }
}
