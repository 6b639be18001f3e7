import { type AllocationProblem, CompactPairs, solve } from '@evenhand/allocation';
import type { Catalogue } from '@evenhand/taxonomy';
import { pairKey } from '../../domain/compiled-people';
import type { Snapshot } from '../../domain/snapshot';
import { type MatchOutcome, matchPeople } from '../match-people';
import type { SolverProgress } from '../ports/solve-runner';

/** A frozen round that was matched. */
export interface FrozenMatch {
  readonly outcome: MatchOutcome;
  /** What was solved, its pairs at hand: explaining, hashing and verifying all go through them again. */
  readonly problem: AllocationProblem & { readonly pairs: CompactPairs };
}

/** @throws InputRefused where what it holds cannot be matched */
export function matchFrozen(
  snapshot: Snapshot,
  catalogue: Catalogue,
  onProgress: (progress: SolverProgress) => void,
): FrozenMatch {
  let problem: FrozenMatch['problem'] | undefined;
  const outcome = matchPeople({
    ...{ mentees: snapshot.mentees, mentors: snapshot.mentors, colleagues: snapshot.colleagues },
    ...{ catalogue, rules: snapshot.rules, onDate: snapshot.onDate },
    earlierPairs: new Set(snapshot.earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor))),
    baseline: new Map(Object.entries(snapshot.headcounts)),
    solve(judged, options) {
      problem = compacted(judged, onProgress);
      return solve(problem, options);
    },
    onProgress,
  });
  return { outcome, problem: problem! };
}

/** Judges every pair once and keeps the scores: solving and hashing both go through the pairs again. */
function compacted(
  problem: AllocationProblem,
  onProgress: (progress: SolverProgress) => void,
): AllocationProblem & { readonly pairs: CompactPairs } {
  const { mentees, mentors, pairs } = problem;
  const watched: AllocationProblem['pairs'] = {
    row(mentee, mentorsOfRow, scores) {
      onProgress({ stage: 'pairs', done: mentee, total: mentees.length });
      return pairs.row(mentee, mentorsOfRow, scores);
    },
  };
  return { ...problem, pairs: CompactPairs.fromSource(watched, mentees.length, mentors.length) };
}
