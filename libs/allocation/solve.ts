import { Access, rateOf } from './engine/access';
import { AlternatingSearch } from './engine/alternating-search';
import { raiseLowestRates } from './engine/equity';
import { balanceCounts } from './engine/exchange-graph';
import { Face } from './engine/face';
import { compareFractions, inLowestTerms } from './engine/fraction';
import { Instance } from './engine/instance';
import { Matching, NONE } from './engine/matching';
import { Prices } from './engine/prices';
import { optimiseStage } from './engine/stage';
import { FreePairs, ScoredPairs, type StagePairs } from './engine/stage-pairs';
import { tieKeys } from './engine/tie-key';
import { TightPairs } from './engine/tight-pairs';
import type { AllocationProblem, Certificate, CertifiedAllocation, Rate, SolveProgress } from './problem';

/** What a solve may be given beside the problem. */
export interface SolveOptions {
  /**
   * Called with how far it has come, several times a second. Whatever it throws ends the solve and is passed on: that is
   * how to cancel one.
   */
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** Progress is reported once in so many steps. */
const REPORT_EVERY = 64;

/**
 * The best matching that a problem allows: coverage, equity by group and then by profession, priority and score,
 * strictly one after the other, each exact; where several remain, the published seed decides. The same problem gives
 * the same allocation, in whatever order its mentees, mentors and pairs stand.
 *
 * Every objective is optimised on the face of those before it, in integers: first the counts of groups (matroid), then
 * those of professions (cycles of negative cost), then priority, score and tie keys as circulations of least cost
 * whose exact potentials are checked against every pair. These potentials are the certificate.
 *
 * @throws RangeError when priorities are so large that sums could not be held exactly
 */
export function solve(problem: AllocationProblem, options: SolveOptions = {}): CertifiedAllocation {
  const report = reporter(options.onProgress);
  const { objectives } = problem;
  const instance = new Instance(problem, (done) => report('pairs', done, problem.mentees.length));
  const matching = new Matching(instance.menteeCount, instance.capacity);
  const access = new Access(instance);
  const search = new AlternatingSearch(instance, access, matching);
  if (access.covers) {
    const places = instance.capacity.reduce((sum, one) => sum + one, 0);
    raiseLowestRates(access, search, matching, (matched) =>
      report('coverage', matched, Math.min(places, instance.menteeCount)),
    );
  }
  const { graph, costs } = balanceCounts(access, matching, search, (done) =>
    report('equity', done, done + 1),
  );
  const face = new Face(instance, matching, access, graph, costs);
  const prices = new Prices(instance, access, graph, face);
  const onPass =
    (stage: SolveProgress['stage']) =>
    (mentee: number): void =>
      report(stage, mentee + 1, instance.menteeCount);

  let pairs: StagePairs = new FreePairs(instance, face);
  if (objectives.includes('priority')) {
    if (access.covers && allEqual(instance.priority)) {
      prices.setEqualPriority(instance.priority[0] ?? 0);
    } else {
      const costOf = (mentee: number): number => -instance.priority[mentee]!;
      const potentials = optimiseStage(instance, face, pairs, costOf, onPass('priority'));
      face.closeArcs(potentials, (arc) => (arc < instance.menteeCount ? costOf(arc) : 0));
      face.divideRanks(potentials);
      prices.set('priority', potentials);
      pairs = new FreePairs(instance, face);
    }
  }
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  if (objectives.includes('score')) {
    pairs = new ScoredPairs(instance, face);
    potentials = optimiseStage(instance, face, pairs, free, onPass('score'));
    face.closeArcs(potentials, free);
    prices.set('score', potentials);
  }
  const tight = TightPairs.of(instance, face, pairs, potentials, onPass('tie'));
  breakTies(instance, face, tight, prices, onPass('tie'));
  const scoreOf = objectives.includes('score')
    ? (mentee: number, mentor: number) => -tight.costOf(mentee, mentor)
    : scoreReader(instance);
  return describe(instance, matching, access, scoreOf, prices.certificate());
}

type Report = (stage: SolveProgress['stage'], done: number, total: number) => void;

const free = (): number => 0;

function reporter(onProgress: SolveOptions['onProgress']): Report {
  return (stage, done, total) => {
    if (onProgress !== undefined && (done % REPORT_EVERY === 0 || done === total)) {
      onProgress({ stage, done, total });
    }
  };
}

/** Chooses among what is optimal by the least sum of first keys, and should that leave several, of second keys. */
function breakTies(
  instance: Instance,
  face: Face,
  among: TightPairs,
  prices: Prices,
  onPass: (mentee: number) => void,
): void {
  const keysOf = (mentee: number, mentor: number): ReturnType<typeof tieKeys> =>
    tieKeys(instance.problem.seed, instance.menteeId(mentee), instance.mentorId(mentor));
  let tight = among;
  for (const [which, order, tie] of [
    ['first', 'order1', 'tie1'],
    ['second', 'order2', 'tie2'],
  ] as const) {
    // Only within a component can anything change: its number alone keeps all pairs between two of them in order.
    prices.set(order, tight.component);
    const priced = tight.priced((mentee, mentor) => keysOf(mentee, mentor)[which]);
    const potentials = optimiseStage(instance, face, priced, free, onPass);
    face.closeArcs(potentials, free);
    prices.set(tie, potentials);
    tight = TightPairs.of(instance, face, priced, potentials, onPass);
  }
}

/** Reads scores anew, for whom no stage has asked for them. */
function scoreReader(instance: Instance): (mentee: number, mentor: number) => number {
  const mentors = new Int32Array(instance.mentorCount);
  const scores = new Int32Array(instance.mentorCount);
  return (mentee, mentor) =>
    scores[mentors.subarray(0, instance.row(mentee, mentors, scores)).indexOf(mentor)]!;
}

function describe(
  instance: Instance,
  matching: Matching,
  access: Access,
  scoreOf: (mentee: number, mentor: number) => number,
  certificate: Certificate,
): CertifiedAllocation {
  const { problem } = instance;
  const mentorOf = new Int32Array(instance.menteeCount).fill(NONE);
  const groups = new Map<string, { asked: number; matched: number }>();
  const sums = { matched: 0, priority: 0, score: 0, tie: 0 };
  matching.mentorOf.forEach((mentor, mentee) => {
    const at = instance.menteeAt[mentee]!;
    const { group } = problem.mentees[at]!;
    for (const path of group.length === 1 ? [group[0]] : [group[0], group.join('/')]) {
      const count = groups.get(path) ?? { asked: 0, matched: 0 };
      count.asked++;
      count.matched += mentor === NONE ? 0 : 1;
      groups.set(path, count);
    }
    if (mentor !== NONE) {
      mentorOf[at] = instance.mentorAt[mentor]!;
      sums.matched++;
      sums.priority += instance.priority[mentee]!;
      sums.score += scoreOf(mentee, mentor);
      sums.tie += tieKeys(problem.seed, instance.menteeId(mentee), instance.mentorId(mentor)).first;
    }
  });
  const rates = problem.objectives.includes('equity') ? { rates: sortedRates(access, matching) } : {};
  return { mentorOf, groups: Object.fromEntries(groups), ...rates, ...sums, certificate };
}

function sortedRates(access: Access, matching: Matching): Partial<Record<1 | 2, Rate[]>> {
  const counts = access.count(matching);
  const sorted = (rates: Rate[]): Rate[] =>
    rates.sort((a, b) => compareFractions(...a, ...b)).map((rate) => inLowestTerms(...rate));
  const first = sorted(counts.groups.map((matched, group) => rateOf(access.groups, group, matched)));
  const rated = [...counts.professions.keys()].filter((profession) => access.rated[profession]!);
  const second = rated.map((one) => rateOf(access.professions, one, counts.professions[one]!));
  return access.levelTwo ? { 1: first, 2: sorted(second) } : { 1: first };
}

function allEqual(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
