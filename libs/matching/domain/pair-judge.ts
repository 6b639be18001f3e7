import type { PairSource } from '@evenhand/allocation';
import { type CompiledPeople, compilePeople, type PeopleToPair } from './compiled-people';
import { brokenRules, firstBrokenRule } from './eligibility';
import { ELIGIBILITY_RULES, type EligibilityRule, ruleBit } from './eligibility-rule';
import { CRITERIA, type MatchingRules } from './rules';
import { Scoring } from './scoring';
import { share } from './sets';

const BELOW_FLOOR = ruleBit('below_floor');
const NO_GAP_COVERED = ruleBit('no_gap_covered');

/**
 * Decides on pairs by a round's rules: whether the two may be matched, and what the match is worth. The engine that
 * matches and the explanation that people read both ask here, so they can never differ.
 */
export class PairJudge implements PairSource {
  readonly #compiled: CompiledPeople;
  readonly #scoring: Scoring;
  readonly #floor: number;
  readonly #points = new Int32Array(CRITERIA.length);

  /** Mentees and mentors keep their order: indices here are those of the lists in `people`. */
  constructor(
    readonly people: PeopleToPair,
    readonly rules: Pick<MatchingRules, 'weights' | 'floor'>,
  ) {
    this.#compiled = compilePeople(people);
    this.#scoring = new Scoring(this.#compiled, rules.weights);
    this.#floor = rules.floor;
  }

  /**
   * Judges one pair.
   *
   * @param mentee index of the mentee
   * @param mentor index of the mentor
   * @param points receives the points by criterion, in the order of `CRITERIA`, unless a rule other than the floor is broken
   * @returns the score, 0 to 10,000, or a negative number from which {@link ruleBroken} tells the first broken rule
   */
  judge(mentee: number, mentor: number, points: Int32Array): number {
    const broken = firstBrokenRule(this.#compiled, mentee, mentor);
    if (broken !== 0) {
      return -broken;
    }
    const score = this.#scoring.score(mentee, mentor, points);
    return score < this.#floor ? -BELOW_FLOOR : score;
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const mentorCount = this.people.mentors.length;
    let count = 0;
    for (let mentor = 0; mentor < mentorCount; mentor++) {
      const score = this.judge(mentee, mentor, this.#points);
      if (score >= 0) {
        mentors[count] = mentor;
        scores[count] = score;
        count++;
      }
    }
    return count;
  }

  /**
   * Every rule that a pair breaks, a bit each, in the rules' order. The floor is asked whatever else is broken, unless no
   * gap is covered: the score is then bound to be low, and the floor would say the same thing twice.
   */
  brokenRules(mentee: number, mentor: number): number {
    const broken = brokenRules(this.#compiled, mentee, mentor);
    if ((broken & NO_GAP_COVERED) !== 0) {
      return broken;
    }
    return this.#scoring.score(mentee, mentor, this.#points) < this.#floor ? broken | BELOW_FLOOR : broken;
  }

  /**
   * Rank of the highest stage at which the mentor has practised the topic of each of the mentee's gaps, -1 for never, in
   * the order of the gaps.
   */
  practised(mentee: number, mentor: number): number[] {
    const { mentees, mentors, topicCount } = this.#compiled;
    const { start, members } = mentees.gaps;
    return Array.from(
      members.subarray(start[mentee], start[mentee + 1]),
      (topic) => mentors.practised[mentor * topicCount + topic]!,
    );
  }

  /** What the two have in common over all their posts, as the score sees it. */
  inCommon(mentee: number, mentor: number): { readonly organisation: boolean; readonly region: boolean } {
    const { mentees, mentors } = this.#compiled;
    return {
      organisation: share(mentees.organisations, mentee, mentors.organisations, mentor),
      region: share(mentees.regions, mentee, mentors.regions, mentor),
    };
  }
}

/** The rule that a negative answer of {@link PairJudge.judge} stands for. */
export function ruleBroken(judged: number): EligibilityRule {
  return ELIGIBILITY_RULES[31 - Math.clz32(-judged)]!;
}
