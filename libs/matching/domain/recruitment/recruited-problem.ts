import type { AllocationProblem, PairSource, PricedRows } from '@evenhand/allocation';
import type { Mentor } from '@evenhand/people';
import type { PeopleToPair } from '../compiled-people';
import { PairJudge } from '../pair-judge';
import type { MatchingRules } from '../rules';

/** Scores of every mentee with one mentor; -1 where the two are not eligible. */
export type ScoresWithMentor = Int32Array;

/** Judges every mentee with one mentor who is not in the round, by the round's own rules. */
export function scoresWith(
  mentor: Mentor,
  people: Pick<PeopleToPair, 'mentees' | 'catalogue'>,
  rules: Pick<MatchingRules, 'weights' | 'floor'>,
): ScoresWithMentor {
  const judge = new PairJudge({ ...people, mentors: [mentor] }, rules);
  const mentors = new Int32Array(1);
  const scores = new Int32Array(1);
  return Int32Array.from(people.mentees, (_, mentee) =>
    judge.row(mentee, mentors, scores) === 1 ? scores[0]! : -1,
  );
}

/**
 * A problem with more mentors, all of one profile: those of the problem keep their indices, the new ones come after them.
 * Pairs that were judged are not judged again.
 */
export function withRecruits(
  problem: AllocationProblem,
  recruits: readonly Mentor[],
  scores: ScoresWithMentor,
): AllocationProblem {
  return {
    ...problem,
    mentors: [...problem.mentors, ...recruits.map(({ id, capacity }) => ({ id, capacity }))],
    pairs: new RecruitedPairs(problem.pairs, problem.mentors.length, recruits.length, scores),
  };
}

/** The pairs of a problem, and behind each row those with the recruited mentors. */
class RecruitedPairs implements PairSource {
  /** Offered where the pairs of the problem offer it. */
  readonly priced?: (prices: Float64Array) => PricedRows;

  constructor(
    private readonly pairs: PairSource,
    private readonly present: number,
    private readonly recruits: number,
    private readonly scores: ScoresWithMentor,
  ) {
    if (pairs.priced !== undefined) {
      this.priced = (prices) => this.#pricedRows(pairs.priced!(prices.subarray(0, present)), prices);
    }
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    return this.#addTo(this.pairs.row(mentee, mentors, scores), mentee, mentors, scores, () => true);
  }

  #pricedRows(ofProblem: PricedRows, prices: Float64Array): PricedRows {
    return {
      rowAbove: (mentee, least, mentors, scores) =>
        this.#addTo(
          ofProblem.rowAbove(mentee, least, mentors, scores),
          mentee,
          mentors,
          scores,
          (mentor, score) => score + prices[mentor]! > least,
        ),
    };
  }

  #addTo(
    written: number,
    mentee: number,
    mentors: Int32Array,
    scores: Int32Array,
    isAskedFor: (mentor: number, score: number) => boolean,
  ): number {
    const score = this.scores[mentee]!;
    let count = written;
    for (let mentor = this.present; score >= 0 && mentor < this.present + this.recruits; mentor++) {
      if (isAskedFor(mentor, score)) {
        mentors[count] = mentor;
        scores[count++] = score;
      }
    }
    return count;
  }
}
