import type { Allocation, AllocationProblem } from '@evenhand/allocation';
import { type Bottleneck, type PeopleOfRound, rankBottlenecks } from '../domain/bottleneck';
import { type MatchQuality, measureQuality } from '../domain/match-quality';
import { type PlaceWorth, worthOfPlaces } from '../domain/place-worth';
import { mentorsOfProfile } from '../domain/recruitment/mentor-profile';
import { scoresWith, withRecruits } from '../domain/recruitment/recruited-problem';
import { type RecruitmentEffect, recruitmentEffect } from '../domain/recruitment/recruitment-effect';
import { proposeTargets, type RecruitmentTarget } from '../domain/recruitment/recruitment-target';
import type { MatchingRules } from '../domain/rules';
import { Shortages } from '../domain/shortage';
import type { TellCount } from '../domain/told-count';
import type { MatchOutcome, Solve } from './match-people';

/** What a finished round is explained from. */
export interface ExplainInput extends Pick<PeopleOfRound, 'catalogue'> {
  readonly outcome: MatchOutcome;
  /** What was solved; its pairs are read several times, so it is worth having them at hand. */
  readonly problem: AllocationProblem;
  readonly rules: MatchingRules;
  /** Solves the round anew with mentors added, and holds no counts. */
  readonly solve: Solve;
  /** So many solves at most, a whole number; by default as {@link affordableSolves} says. */
  readonly solves?: number;
  /** How counts of people stand in sentences; by default as they are. The figures beside them are true ones. */
  readonly tell?: TellCount;
  /** Called before each solve. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

/** Why a round came out as it did, and what would change it: for those who run or audit it, with true counts. */
export interface RoundExplanation {
  /** Those that leave most people without a match first. */
  readonly bottlenecks: readonly Bottleneck[];
  /** Those that are about most people without a match first, at most {@link MOST_TARGETS}. */
  readonly targets: readonly RecruitmentTarget[];
  /** How many solves the effects took, of how many that could be afforded. */
  readonly solves: { readonly used: number; readonly affordable: number };
  readonly quality: MatchQuality;
  /** By mentor, in the order of the outcome. */
  readonly placeWorth: readonly PlaceWorth[];
}

/** So many kinds of mentor are proposed. */
export const MOST_TARGETS = 6;

/** Numbers of mentors whose effect is computed, as far as so many are needed. */
const MENTORS_ADDED = [1, 3, 5];

/** Eligible pairs that all solves together may go through: some seconds of work. */
const AFFORDABLE_PAIRS = 6_000_000;

/**
 * Explains a finished round: its bottlenecks, whom to recruit and what that would change, how good the matches are by
 * group and, by the prices of its certificate, what one more place with each mentor could bring.
 *
 * What recruiting would change is computed by solving the round anew with the same rules and seed. Solves are shared out
 * so that every target first gets the largest number of mentors it needs, up to five, and then the smaller ones. Where
 * the outcome holds counts, one solve more, without recruits, tells what comes of letting go of them.
 *
 * @throws RangeError where `solves` is no whole number from 0 on
 */
export function explainRound(input: ExplainInput): RoundExplanation {
  const { outcome, problem, catalogue, tell } = input;
  const { mentees, mentors, allocation } = outcome;
  const people: PeopleOfRound = { mentees, mentors, catalogue };
  const capacity = Int32Array.from(mentors, (mentor) => mentor.capacity);
  const shared = new Shortages(problem.pairs, allocation.mentorOf, capacity).all();
  const { bottlenecks, ranked } = rankBottlenecks(shared, people, tell);
  const proposed = proposeTargets(people, ranked, withoutMatch(outcome), outcome.gapsNobodyOffers, tell);
  return {
    bottlenecks,
    ...computeEffects(proposed.slice(0, MOST_TARGETS), input),
    quality: measureQuality(people, problem.pairs, allocation.mentorOf),
    placeWorth: worthOfPlaces(allocation.certificate, mentors.length),
  };
}

/**
 * How often a round of so many pairs is solved anew: three times for each of six targets up to some 330,000 pairs (1,000
 * people who ask 400 mentors make about 210,000), once in all above 3 million, and not at all above 6 million.
 */
export function affordableSolves(pairs: number): number {
  const most = MOST_TARGETS * MENTORS_ADDED.length;
  return pairs === 0 ? most : Math.min(most, Math.floor(AFFORDABLE_PAIRS / pairs));
}

function withoutMatch({ mentees, unmatched }: MatchOutcome): {
  readonly all: readonly number[];
  readonly withoutEligibleMentor: readonly number[];
} {
  const reasons = new Map(unmatched.map(({ mentee, code }) => [mentee, code]));
  const all = mentees.flatMap((mentee, index) => (reasons.has(mentee) ? [index] : []));
  const helpless = ['no_mentors', 'no_eligible_mentor', 'no_place_offered'];
  return {
    all,
    withoutEligibleMentor: all.filter((index) => helpless.includes(reasons.get(mentees[index]!)!)),
  };
}

function computeEffects(
  targets: readonly RecruitmentTarget[],
  input: ExplainInput,
): Pick<RoundExplanation, 'targets' | 'solves'> {
  const affordable = input.solves ?? affordableSolves(countPairs(input.problem));
  if (!Number.isSafeInteger(affordable) || affordable < 0) {
    throw new RangeError(`The number of solves is a whole number from 0 on, not ${affordable}`);
  }
  const planned = planSolves(targets).slice(0, affordable);
  const effects = targets.map((): RecruitmentEffect[] => []);
  const before = planned.length === 0 ? input.outcome.allocation.mentorOf : withoutRecruits(input);
  planned.forEach(({ target, count }, done) => {
    input.onProgress?.({ done, total: planned.length });
    effects[target]!.push(effectOf(targets[target]!, count, before, input));
  });
  return {
    targets: targets.map((target, at) => ({
      ...target,
      effects: effects[at]!.sort((a, b) => a.mentors - b.mentors),
    })),
    solves: { used: planned.length, affordable },
  };
}

/** For every target its largest number of mentors, then for every target the next smaller one, and so on. */
function planSolves(
  targets: readonly RecruitmentTarget[],
): { readonly target: number; readonly count: number }[] {
  const counts = targets.map(({ without, profile }) => {
    const enough = Math.max(1, Math.ceil(without / profile.places));
    return [...new Set(MENTORS_ADDED.map((count) => Math.min(count, enough)))].reverse();
  });
  return MENTORS_ADDED.flatMap((_, turn) =>
    counts.flatMap((ofTarget, target) => {
      const count = ofTarget[turn];
      return count === undefined ? [] : [{ target, count }];
    }),
  );
}

/** What comes of letting go of counts is no effect of recruits: it is in what they are compared with. */
function withoutRecruits({ outcome, problem, solve }: ExplainInput): Int32Array {
  const { countsHeld = false, mentorOf } = outcome.allocation;
  return countsHeld ? solve(problem).mentorOf : mentorOf;
}

function effectOf(
  target: RecruitmentTarget,
  count: number,
  before: Int32Array,
  input: ExplainInput,
): RecruitmentEffect {
  const { outcome, problem, rules, catalogue, solve, tell } = input;
  const { mentees } = outcome;
  const recruits = mentorsOfProfile(target.profile, count, knownIds(outcome));
  const scores = scoresWith(recruits[0]!, { mentees, catalogue }, rules);
  const after: Allocation = solve(withRecruits(problem, recruits, scores));
  return recruitmentEffect(count, mentees, before, after.mentorOf, catalogue, tell);
}

/** How many pairs are eligible; once they are too many to solve again, no further ones are counted. */
function countPairs({ mentees, mentors, pairs }: AllocationProblem): number {
  const row = new Int32Array(mentors.length);
  const scores = new Int32Array(mentors.length);
  let count = 0;
  for (let mentee = 0; mentee < mentees.length && count <= AFFORDABLE_PAIRS; mentee++) {
    count += pairs.row(mentee, row, scores);
  }
  return count;
}

/** Ids that somebody has, or that somebody names: a recruited mentor is a stranger to all. */
function knownIds({ mentees, mentors, notTakingPart }: MatchOutcome): Set<string> {
  return new Set([
    ...notTakingPart.map(({ id }) => id),
    ...[...mentees, ...mentors].flatMap(({ id, exclude, posts }) => [
      id,
      ...exclude,
      ...posts.flatMap(({ lineManager }) => lineManager ?? []),
    ]),
  ]);
}
