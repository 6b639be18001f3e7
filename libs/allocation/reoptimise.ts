import { Access } from './engine/access';
import { AlternatingSearch } from './engine/alternating-search';
import { chooseOnFace } from './engine/choose-on-face';
import { exchangeUntilBest } from './engine/exchange-graph';
import { Face } from './engine/face';
import { figuresOf, scoreReader } from './engine/figures';
import { Instance } from './engine/instance';
import { Matching, NONE } from './engine/matching';
import { Report } from './engine/report';
import { aroundGivenPairs } from './given-pairs';
import { DecidedPairs, type PairDecisions, refuseImpossible } from './pair-decisions';
import type { Allocation, AllocationProblem } from './problem';
import { solve, type SolveOptions } from './solve';

/** The best matching that decisions about pairs leave. */
export interface Reoptimised {
  readonly allocation: Allocation;
  /**
   * Whether every group and profession that equity counts has as many matched as before, and nobody could be matched in
   * addition; without equity only how many are matched is compared. Where that is not so, the allocation is the best one of the whole problem under the decisions, and the counts tell who gains and
   * who loses.
   */
  readonly countsKept: boolean;
}

/**
 * Matches anew after decisions about single pairs. Every group and profession that the problem's equity counts keeps the
 * number it has, where that is possible and leaves no place to somebody who could still be matched; then priority, score
 * and the seed choose as ever.
 *
 * @param mentorOf the matching so far, as an allocation of the same problem holds it
 * @throws RangeError when a pinned pair is not eligible, a mentee is pinned twice, a mentor more often than it has places,
 *   or a pair is both pinned and forbidden
 */
export function reoptimise(
  problem: AllocationProblem,
  mentorOf: Int32Array,
  decisions: PairDecisions,
  options: SolveOptions = {},
): Reoptimised {
  refuseImpossible(problem, decisions);
  const decided = { ...problem, pairs: new DecidedPairs(problem.pairs, decisions) };
  const kept = keepCounts(decided, mentorOf, decisions, options);
  return kept === undefined
    ? { allocation: solveOthers(decided, decisions, options), countsKept: false }
    : { allocation: kept, countsKept: true };
}

/** The best matching in which every count is as it was; undefined where there is none, or one more could be matched. */
function keepCounts(
  problem: AllocationProblem,
  mentorOf: Int32Array,
  { pinned }: PairDecisions,
  { onProgress }: SolveOptions,
): Allocation | undefined {
  const report = new Report(onProgress);
  const instance = new Instance(problem, (done) => report.reached('pairs', done, problem.mentees.length));
  const matching = new Matching(instance.menteeCount, instance.capacity);
  const access = new Access(instance);
  const wanted = access.professions.names.map(() => 0);
  instance.menteeAt.forEach((at, mentee) => {
    if (mentorOf[at] !== NONE) {
      wanted[access.professionOf[mentee]!]!++;
    }
  });

  const pins = new Map(pinned);
  const isPinned = Uint8Array.from(instance.menteeAt, (at) => (pins.has(at) ? 1 : 0));
  const have = access.professions.names.map(() => 0);
  const take = (mentee: number, at: number | undefined): void => {
    const mentor = at === undefined || at === NONE ? NONE : instance.mentorNumber(at);
    const profession = access.professionOf[mentee]!;
    if (
      mentor !== NONE &&
      instance.isEligible(mentee, mentor) &&
      matching.hasFreePlace(mentor) &&
      have[profession]! < wanted[profession]!
    ) {
      matching.assign(mentee, mentor);
      have[profession]!++;
    }
  };
  // Whoever is pinned comes first; the others keep their places as far as these are left.
  instance.menteeAt.forEach((at, mentee) => take(mentee, pins.get(at)));
  instance.menteeAt.forEach((at, mentee) => {
    if (matching.mentorOf[mentee] === NONE && isPinned[mentee] === 0) {
      take(mentee, mentorOf[at]);
    }
  });
  const search = new AlternatingSearch(instance, access, matching, isPinned, report.work);
  const canRaise = (profession: number): boolean =>
    have[profession]! < access.professions.asked[profession]! && search.raise('profession', profession);
  const areKept = [...wanted.keys()].every((profession) => {
    while (have[profession]! < wanted[profession]! && canRaise(profession)) {
      have[profession]!++;
    }
    return have[profession] === wanted[profession];
  });
  const isEveryPinKept = !isPinned.some((pin, mentee) => pin === 1 && matching.mentorOf[mentee] === NONE);
  if (!areKept || !isEveryPinKept || [...wanted.keys()].some(canRaise)) {
    return undefined;
  }
  const { graph, costs } = exchangeUntilBest(access, matching, search, true, (done) =>
    report.reached('exchange', done, done + 1),
  );
  const face = new Face(instance, matching, access, graph, costs, report.work);
  face.holdCounts();
  isPinned.forEach((pin, mentee) => pin === 1 && face.hold(mentee));
  const scoreOf = chooseOnFace(instance, face, { set: () => undefined }, report);
  return figuresOf(instance, matching, access, scoreOf, report.work);
}

/** The best matching of everybody else, and the pins with it. */
function solveOthers(
  problem: AllocationProblem,
  { pinned }: PairDecisions,
  options: SolveOptions,
): Allocation {
  const { problem: others, everybody } = aroundGivenPairs(problem, pinned);
  const found = everybody(solve(others, options).mentorOf);
  const instance = new Instance(problem, () => undefined);
  const matching = new Matching(instance.menteeCount, instance.capacity);
  instance.menteeAt.forEach((at, mentee) => {
    matching.assign(mentee, found[at] === NONE ? NONE : instance.mentorNumber(found[at]!));
  });
  return figuresOf(instance, matching, new Access(instance), scoreReader(instance), () => undefined);
}
