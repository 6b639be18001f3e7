import type { Face } from './face';
import { type ScoreOf, scoreReader } from './figures';
import type { Instance } from './instance';
import type { Prices } from './prices';
import type { Report, StageReport } from './report';
import { optimiseStage } from './stage';
import { FreePairs, ScoredPairs } from './stage-pairs';
import { tieKeys } from './tie-key';
import { TightPairs } from './tight-pairs';

/**
 * Chooses the best matching of a face: by score, where that is an objective, then by the seed. Each narrows the face, and
 * leaves its prices.
 *
 * @returns the scores of the pairs that it chose
 */
export function chooseOnFace(
  instance: Instance,
  face: Face,
  prices: Pick<Prices, 'set'>,
  report: Report,
): ScoreOf {
  const byScore = instance.problem.objectives.includes('score');
  const pairs = byScore ? new ScoredPairs(instance, face) : new FreePairs(instance, face);
  const ofStage = (stage: 'score' | 'tie'): StageReport => ({
    onMentee: (mentee) => report.reached(stage, mentee, instance.menteeCount),
    onWork: () => report.again(),
  });
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  if (byScore) {
    potentials = optimiseStage(instance, face, pairs, ofStage('score'));
    face.closeArcs(potentials);
    prices.set('score', potentials);
  }
  const onTie = ofStage('tie');
  const tight = TightPairs.of(instance, face, pairs, potentials, onTie);
  breakTies(instance, face, tight, prices, onTie);
  return byScore ? (mentee, mentor) => -tight.costOf(mentee, mentor) : scoreReader(instance);
}

/** Chooses among what is optimal by the least sum of first keys, and should that leave several, of second keys. */
function breakTies(
  instance: Instance,
  face: Face,
  among: TightPairs,
  prices: Pick<Prices, 'set'>,
  onTie: StageReport,
): void {
  const keysOf = (mentee: number, mentor: number): ReturnType<typeof tieKeys> =>
    tieKeys(instance.problem.seed, instance.menteeId(mentee), instance.mentorId(mentor));
  // Only within a component can anything change: its number alone keeps all pairs between two of them in order.
  prices.set('order1', among.component);
  const byFirst = among.priced((mentee, mentor) => keysOf(mentee, mentor).first);
  const first = optimiseStage(instance, face, byFirst, onTie);
  face.closeArcs(first);
  prices.set('tie1', first);

  const left = TightPairs.of(instance, face, byFirst, first, onTie);
  prices.set('order2', left.component);
  const bySecond = left.priced((mentee, mentor) => keysOf(mentee, mentor).second);
  prices.set('tie2', optimiseStage(instance, face, bySecond, onTie));
}
