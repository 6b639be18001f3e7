import {
  type AllocationProblem,
  type CertifiedAllocation,
  compacted,
  type CompactProblem,
  solve,
  solveAround,
} from '@evenhand/allocation';
import type { Catalogue } from '@evenhand/taxonomy';
import { pairKey } from '../../domain/compiled-people';
import { decidedAgainst, givenPairs } from '../../domain/override/decided-pairs';
import type { Snapshot } from '../../domain/snapshot';
import { type FoundMatching, type MatchOutcome, matchPeople, type Solve } from '../match-people';
import type { SolverProgress } from '../ports/solve-runner';

/** A frozen round that was matched. */
export interface FrozenMatch {
  readonly outcome: MatchOutcome;
  /** Everybody and all their pairs, these at hand: explaining, hashing and verifying all go through them again. */
  readonly problem: CompactProblem;
  /** What is proven: the whole problem, or where people decided about pairs that of everybody who is not pinned. */
  readonly proven: { readonly problem: AllocationProblem; readonly allocation: CertifiedAllocation };
  /** Solves such a problem again, with other mentors beside these, around the same decisions; it holds no counts. */
  readonly solveAgain: Solve;
}

type Solved = Pick<FrozenMatch, 'proven'> & { readonly allocation: FoundMatching };

/** @throws InputRefused where what it holds cannot be matched */
export function matchFrozen(
  snapshot: Snapshot,
  catalogue: Catalogue,
  onProgress: (progress: SolverProgress) => void,
): FrozenMatch {
  const decisions = snapshot.decided?.decisions ?? [];
  let matched: (Pick<FrozenMatch, 'problem'> & Solved) | undefined;
  const outcome = matchPeople({
    ...{ mentees: snapshot.mentees, mentors: snapshot.mentors, colleagues: snapshot.colleagues },
    ...{ catalogue, rules: snapshot.rules, onDate: snapshot.onDate },
    earlierPairs: new Set(snapshot.earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor))),
    decidedAgainst: snapshot.decided && decidedAgainst(decisions, snapshot.mentors),
    baseline: new Map(Object.entries(snapshot.headcounts)),
    solve(judged, options) {
      const problem = compacted(judged, onProgress);
      matched = { problem, ...solveDecided(problem, snapshot.decided, options) };
      return matched.allocation;
    },
    onProgress,
  });
  const { problem, proven } = matched!;
  return {
    ...{ outcome, problem, proven },
    solveAgain: (changed, options) =>
      solveDecided(changed, snapshot.decided && { decisions }, options).allocation,
  };
}

/** The allocation is of everybody, and its certificate of those who are not pinned: mentors, whom it prices, are the same. */
function solveDecided(
  problem: AllocationProblem,
  decided: Snapshot['decided'],
  options: Parameters<Solve>[1],
): Solved {
  if (decided === undefined) {
    const allocation = solve(problem, options);
    return { allocation, proven: { problem, allocation } };
  }
  const around = solveAround(problem, givenPairs(decided.decisions, problem), decided.held, options);
  const { countsHeld } = around;
  return {
    allocation: { ...around.certified, mentorOf: around.mentorOf, countsHeld },
    proven: { problem: around.problem, allocation: around.certified },
  };
}
