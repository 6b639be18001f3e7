import { Access, rateOf } from './engine/access';
import { AlternatingSearch } from './engine/alternating-search';
import { raiseLowestRates } from './engine/equity';
import { balanceProfessions } from './engine/exchange-graph';
import { Face } from './engine/face';
import { compareFractions, inLowestTerms } from './engine/fraction';
import { Instance } from './engine/instance';
import { Matching, NONE } from './engine/matching';
import { optimiseStage, type PairCosts } from './engine/stage';
import { tieKeys } from './engine/tie-key';
import { TightPairs } from './engine/tight-pairs';
import type { Allocation, AllocationProblem, Rate, SolveProgress } from './problem';

/** What a solve may be given beside the problem. */
export interface SolveOptions {
  /** Called from time to time with how far it has come. */
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
 * whose exact potentials are checked against every pair.
 *
 * @throws RangeError when priorities are so large that sums could not be held exactly
 */
export function solve(problem: AllocationProblem, options: SolveOptions = {}): Allocation {
  const report = reporter(options.onProgress);
  const { objectives } = problem;
  const instance = new Instance(problem, (done) => report('pairs', done, problem.mentees.length));
  const matching = new Matching(instance.menteeCount, instance.capacity);
  const access = new Access(instance);
  const face = objectives.includes('coverage')
    ? coverAndBalance(instance, matching, access, report)
    : Face.ofEverything(instance, matching);

  if (objectives.includes('priority') && !(objectives.includes('coverage') && allEqual(instance.priority))) {
    report('priority', 0, 1);
    const costOf = (mentee: number): number => -instance.priority[mentee]!;
    const potentials = optimiseStage(instance, face, labelledPairs(instance, face, free), costOf);
    face.closeArcs(potentials, (arc) => (arc < instance.menteeCount ? costOf(arc) : 0));
    face.divideLabels(potentials);
  }
  let pairs: PairCosts = labelledPairs(instance, face, free);
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  if (objectives.includes('score')) {
    report('score', 0, 1);
    pairs = labelledPairs(instance, face, (at) => -instance.score[at]!);
    potentials = optimiseStage(instance, face, pairs, free);
    face.closeArcs(potentials, free);
  }
  breakTies(instance, face, pairs, potentials, report);
  return describe(instance, matching, access);
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

function coverAndBalance(instance: Instance, matching: Matching, access: Access, report: Report): Face {
  const places = instance.capacity.reduce((sum, one) => sum + one, 0);
  const search = new AlternatingSearch(instance, access, matching);
  raiseLowestRates(access, search, matching, (matched) =>
    report('coverage', matched, Math.min(places, instance.menteeCount)),
  );
  const { graph, costs } = balanceProfessions(access, matching, search, (done) =>
    report('equity', done, done + 1),
  );
  return Face.ofEquity(instance, matching, access, graph, costs);
}

/** The pairs of a face by the labels of their ends; `costAt` prices the pair at a position of the instance. */
function labelledPairs(instance: Instance, face: Face, costAt: (at: number) => number): PairCosts {
  return {
    row(mentee, mentors, costs) {
      const own = face.label[mentee]!;
      let count = 0;
      for (let at = instance.rowStart[mentee]!; at < instance.rowStart[mentee + 1]!; at++) {
        const mentor = instance.column[at]!;
        if (face.label[face.mentorNode(mentor)] === own) {
          mentors[count] = mentor;
          costs[count++] = costAt(at);
        }
      }
      return count;
    },
  };
}

/** Chooses among what is optimal by the least sum of first keys, and should that leave several, of second keys. */
function breakTies(
  instance: Instance,
  face: Face,
  pairs: PairCosts,
  potentials: Float64Array,
  report: Report,
): void {
  const keysOf = (mentee: number, mentor: number): ReturnType<typeof tieKeys> =>
    tieKeys(instance.problem.seed, instance.menteeId(mentee), instance.mentorId(mentor));
  let tight = TightPairs.of(instance, face, pairs, potentials);
  for (const which of ['first', 'second'] as const) {
    if (tight.count === 0) {
      return;
    }
    report('tie', which === 'first' ? 0 : 1, 2);
    const priced = tight.priced((mentee, mentor) => keysOf(mentee, mentor)[which]);
    const exact = optimiseStage(instance, face, priced, free);
    face.closeArcs(exact, free);
    tight = TightPairs.of(instance, face, priced, exact);
  }
}

function describe(instance: Instance, matching: Matching, access: Access): Allocation {
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
      sums.score += instance.scoreOf(mentee, mentor);
      sums.tie += tieKeys(problem.seed, instance.menteeId(mentee), instance.mentorId(mentor)).first;
    }
  });
  const rates = problem.objectives.includes('equity') ? { rates: sortedRates(access, matching) } : {};
  return { mentorOf, groups: Object.fromEntries(groups), ...rates, ...sums };
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
