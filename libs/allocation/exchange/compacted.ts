import type { AllocationProblem, SolveProgress } from '../problem';
import { CompactPairs } from './compact-pairs';

/** A problem whose pairs are all at hand. */
export type CompactProblem = AllocationProblem & { readonly pairs: CompactPairs };

/**
 * The same problem with its pairs at hand: each is asked for once, and then as often as one likes for nothing. Solving,
 * hashing, verifying and writing all go through the pairs again.
 *
 * @param onProgress called with the stage `pairs`, in mentees, before each of them
 */
export function compacted(
  problem: AllocationProblem,
  onProgress: (progress: SolveProgress) => void,
): CompactProblem {
  const { mentees, mentors, pairs } = problem;
  const watched: AllocationProblem['pairs'] = {
    row(mentee, mentorsOfRow, scores) {
      onProgress({ stage: 'pairs', done: mentee, total: mentees.length });
      return pairs.row(mentee, mentorsOfRow, scores);
    },
  };
  return { ...problem, pairs: CompactPairs.fromSource(watched, mentees.length, mentors.length) };
}
