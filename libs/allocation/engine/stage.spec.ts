import fc from 'fast-check';
import { parseProblem } from '../exchange/problem-file';
import { arbitraryProblem, contestedProblem, tradingProblem } from '../oracle/arbitrary-problem';
import { solveByFlow } from '../oracle/oracle';
import type { AllocationProblem } from '../problem';
import { Access } from './access';
import { AlternatingSearch } from './alternating-search';
import { raiseLowestRates } from './equity';
import { exchangeUntilBest } from './exchange-graph';
import { Face } from './face';
import { figuresOf, scoreReader } from './figures';
import { Instance } from './instance';
import { Matching, NONE } from './matching';
import { optimiseStage } from './stage';
import { type PairReader, ScoredPairs, type StagePairs } from './stage-pairs';

const nobodyAsks = (): void => undefined;
const UNREPORTED = { onMentee: nobodyAsks, onWork: nobodyAsks };

describe('a stage', () => {
  it.each([
    { size: 'middling', problems: arbitraryProblem(40, 16) },
    { size: 'contested', problems: contestedProblem(40, 40) },
    { size: 'trading', problems: tradingProblem(10, 6) },
  ])('ends at the same best matching whatever pairs it begins with: $size problems', ({ problems }) => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 4 }), (value, begunWith) => {
        const objectives = [...value.objectives.filter((objective) => objective !== 'score'), 'score'];
        const problem = parseProblem({ ...value, objectives }, 'problem');
        const { instance, access, matching, face } = faceOf(problem);
        const scored = new ScoredPairs(instance, face);
        const potentials = optimiseStage(instance, face, onlyAFew(scored, face, begunWith), UNREPORTED);
        const { score } = figuresOf(instance, matching, access, scoreReader(instance), nobodyAsks);
        expect(score).toBe(solveByFlow(problem).score);
        expect(brokenProofs(instance, face, scored, potentials)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function faceOf(problem: AllocationProblem): {
  readonly instance: Instance;
  readonly access: Access;
  readonly matching: Matching;
  readonly face: Face;
} {
  const instance = new Instance(problem, nobodyAsks);
  const matching = new Matching(instance.menteeCount, instance.capacity);
  const access = new Access(instance);
  const search = new AlternatingSearch(instance, access, matching);
  raiseLowestRates(access, search, matching, nobodyAsks);
  const { graph, costs } = exchangeUntilBest(access, matching, search, false, nobodyAsks);
  return { instance, access, matching, face: new Face(instance, matching, access, graph, costs, nobodyAsks) };
}

/** Begins with so few pairs beside the present match that most of what is needed has to be found by its price. */
function onlyAFew(pairs: StagePairs, { matching }: Face, few: number): StagePairs {
  const good: PairReader = (mentee, mentors, costs) => {
    const count = pairs.row(mentee, mentors, costs);
    const mateAt = mentors.subarray(0, count).indexOf(matching.mentorOf[mentee]!);
    const kept = Math.min(count, few);
    if (mateAt >= kept) {
      mentors[kept - 1] = mentors[mateAt]!;
      costs[kept - 1] = costs[mateAt]!;
    }
    return kept;
  };
  return { row: pairs.row, good, below: (...asked) => pairs.below(...asked) };
}

/** Arcs and pairs whose reduced costs say that something better could be had, one line each. */
function brokenProofs(
  instance: Instance,
  face: Face,
  pairs: StagePairs,
  potentials: Float64Array,
): readonly string[] {
  const broken: string[] = [];
  for (let arc = 0; arc < face.arcCount; arc++) {
    const gained = potentials[face.to[arc]!]! - potentials[face.from[arc]!]!;
    const canRise = face.flowOn(arc) < face.capacity[arc]!;
    const canFall = face.flowOn(arc) > 0;
    if (face.open[arc] === 1 && ((canRise && gained > 0) || (canFall && gained < 0))) {
      broken.push(`arc ${arc} gains ${gained}`);
    }
  }
  const mentors = new Int32Array(instance.mentorCount);
  const costs = new Float64Array(instance.mentorCount);
  for (let mentee = 0; mentee < instance.menteeCount; mentee++) {
    const mate = face.matching.mentorOf[mentee]!;
    const count = pairs.row(mentee, mentors, costs);
    const reduced = Array.from(
      mentors.subarray(0, count),
      (mentor, k) => costs[k]! + potentials[mentee]! - potentials[face.mentorNode(mentor)]!,
    );
    reduced.forEach((cost, k) => {
      if (cost < 0 || (mentors[k] === mate && cost !== 0)) {
        broken.push(`mentee ${mentee} and mentor ${mentors[k]} cost ${cost}`);
      }
    });
    if (mate !== NONE && !mentors.subarray(0, count).includes(mate)) {
      broken.push(`mentee ${mentee} has somebody who is not on the face`);
    }
  }
  return broken;
}
