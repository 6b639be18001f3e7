import type { PairSource, PricedRows } from '@evenhand/allocation';
import { type CompiledPeople, compilePeople, type PeopleToPair } from './compiled-people';
import { brokenRules, firstBrokenRule } from './eligibility';
import { ELIGIBILITY_RULES, type EligibilityRule, ruleBit } from './eligibility-rule';
import { type PointTables, pointTables } from './point-tables';
import { type CompiledRows, compileRows } from './rows/compiled-rows';
import { RowReader } from './rows/row-reader';
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
  readonly #tables: PointTables;
  #rows: CompiledRows | undefined;
  #reader: RowReader | undefined;

  /** Mentees and mentors keep their order: indices here are those of the lists in `people`. */
  constructor(
    readonly people: PeopleToPair,
    readonly rules: Pick<MatchingRules, 'weights' | 'floor'>,
  ) {
    this.#compiled = compilePeople(people);
    this.#tables = pointTables(this.#compiled, rules.weights);
    this.#scoring = new Scoring(this.#compiled, this.#tables);
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

  /** The rows of everybody as plain numbers: what a thread needs in order to read them. */
  get rows(): CompiledRows {
    this.#rows ??= compileRows(this.#compiled, this.#tables, this.#floor);
    return this.#rows;
  }

  /** The same as judging every mentor one by one, only many times faster. */
  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    return this.#rowReader().row(mentee, mentors, scores);
  }

  priced(prices: Float64Array): PricedRows {
    return this.#rowReader().priced(prices);
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

  /** Made for whoever asks for rows: single pairs need none. */
  #rowReader(): RowReader {
    this.#reader ??= new RowReader(this.rows);
    return this.#reader;
  }
}

/** The rule that a negative answer of {@link PairJudge.judge} stands for. */
export function ruleBroken(judged: number): EligibilityRule {
  return ELIGIBILITY_RULES[31 - Math.clz32(-judged)]!;
}
