import type { Objective } from '../problem';
import type { Face } from './face';
import { type ScoreOf, scoreReader } from './figures';
import type { Instance } from './instance';
import type { Prices } from './prices';
import type { Report } from './report';
import { optimiseStage } from './stage';
import { FreePairs, ScoredPairs, type StagePairs } from './stage-pairs';
import { tieKeys } from './tie-key';
import { TightPairs } from './tight-pairs';

const free = (): number => 0;

/**
 * Chooses the best matching of a face: by priority, then by score, so far as these are objectives, then by the seed. Each
 * narrows the face, and leaves its prices.
 *
 * @param isCountHeld whether every matching of the face matches as many people
 * @returns the scores of the pairs that it chose
 */
export function chooseOnFace(
  instance: Instance,
  face: Face,
  prices: Pick<Prices, 'set' | 'setEqualPriority'>,
  isCountHeld: boolean,
  report: Report,
): ScoreOf {
  const counts = (objective: Objective): boolean => instance.problem.objectives.includes(objective);
  if (counts('priority')) {
    choosePriority(instance, face, prices, isCountHeld, report);
  }
  let pairs: StagePairs = new FreePairs(instance, face);
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  if (counts('score')) {
    pairs = new ScoredPairs(instance, face);
    potentials = optimiseStage(instance, face, pairs, free, (done) =>
      report('score', done, instance.menteeCount),
    );
    face.closeArcs(potentials, free);
    prices.set('score', potentials);
  }
  const onTie = (done: number): void => report('tie', done, instance.menteeCount);
  const tight = TightPairs.of(instance, face, pairs, potentials, onTie);
  breakTies(instance, face, tight, prices, onTie);
  return counts('score') ? (mentee, mentor) => -tight.costOf(mentee, mentor) : scoreReader(instance);
}

function choosePriority(
  instance: Instance,
  face: Face,
  prices: Pick<Prices, 'set' | 'setEqualPriority'>,
  isCountHeld: boolean,
  report: Report,
): void {
  const { priority, menteeCount } = instance;
  if (isCountHeld && priority.every((value) => value === priority[0])) {
    prices.setEqualPriority(priority[0] ?? 0);
    return;
  }
  const costOf = (mentee: number): number => -priority[mentee]!;
  const pairs = new FreePairs(instance, face);
  const potentials = optimiseStage(instance, face, pairs, costOf, (done) =>
    report('priority', done, menteeCount),
  );
  face.closeArcs(potentials, (arc) => (arc < menteeCount ? costOf(arc) : 0));
  face.divideRanks(potentials);
  prices.set('priority', potentials);
}

/** Chooses among what is optimal by the least sum of first keys, and should that leave several, of second keys. */
function breakTies(
  instance: Instance,
  face: Face,
  among: TightPairs,
  prices: Pick<Prices, 'set'>,
  onPass: (done: number) => void,
): void {
  const keysOf = (mentee: number, mentor: number): ReturnType<typeof tieKeys> =>
    tieKeys(instance.problem.seed, instance.menteeId(mentee), instance.mentorId(mentor));
  // Only within a component can anything change: its number alone keeps all pairs between two of them in order.
  prices.set('order1', among.component);
  const byFirst = among.priced((mentee, mentor) => keysOf(mentee, mentor).first);
  const first = optimiseStage(instance, face, byFirst, free, onPass);
  face.closeArcs(first, free);
  prices.set('tie1', first);

  const left = TightPairs.of(instance, face, byFirst, first, onPass);
  prices.set('order2', left.component);
  const bySecond = left.priced((mentee, mentor) => keysOf(mentee, mentor).second);
  prices.set('tie2', optimiseStage(instance, face, bySecond, free, onPass));
}
