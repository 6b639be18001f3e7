import { ENGINE } from '@evenhand/allocation';
import { DomainError } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import { keepsCounts } from '../../domain/override/overridden-snapshot';
import type { RunOutcome, SolvedRun } from '../../domain/run-outcome';
import { policyIn, type Snapshot, SNAPSHOT_FORMAT } from '../../domain/snapshot';
import type { MatchOutcome } from '../match-people';
import type { SolverProgress } from '../ports/solve-runner';
import { type FrozenMatch, matchFrozen } from './match-frozen';
import { resultToKeep } from './result-to-keep';
import { runBottlenecks } from './run-bottlenecks';

/**
 * Solves a frozen round, and says of a whole one where it is short of places. The same text gives the same outcome and
 * the same result, byte for byte.
 *
 * @param text canonical JSON of a snapshot
 * @param onProgress called from time to time with how far it has come
 * @throws DomainError `snapshot.other-format`, `snapshot.other-catalogue` where it was frozen by another version of the
 *   product, `solver.not-the-best` where the result does not pass its verification, InputRefused where what it holds
 *   cannot be matched
 */
export function solveSnapshot(
  text: string,
  catalogue: Catalogue,
  { onProgress }: { readonly onProgress: (progress: SolverProgress) => void },
): SolvedRun {
  onProgress({ stage: 'reading', done: 0, total: 1 });
  const snapshot = readSnapshot(text, catalogue);
  const matched = matchFrozen(snapshot, catalogue, onProgress);
  const { outcome, result } = solvedRun(snapshot, matched, onProgress);
  return snapshot.kind === 'refill'
    ? { outcome, result }
    : {
        outcome: {
          ...outcome,
          bottlenecks: runBottlenecks(matched, snapshot.rules, catalogue, policyIn(snapshot)),
        },
        result,
      };
}

/**
 * Solves a frozen round that has been read, and verifies the result.
 *
 * @throws DomainError `solver.not-the-best`, InputRefused where what it holds cannot be matched
 */
export function solveFrozen(
  snapshot: Snapshot,
  catalogue: Catalogue,
  onProgress: (progress: SolverProgress) => void,
): SolvedRun {
  return solvedRun(snapshot, matchFrozen(snapshot, catalogue, onProgress), onProgress);
}

function solvedRun(
  { decided }: Snapshot,
  { outcome, proven }: FrozenMatch,
  onProgress: (progress: SolverProgress) => void,
): SolvedRun {
  onProgress({ stage: 'verifying', done: 0, total: 1 });
  const { text: result, problemSha256 } = resultToKeep(proven.problem, proven.allocation);
  onProgress({ stage: 'writing', done: 0, total: 1 });
  const { countsHeld = false } = outcome.allocation;
  const verdict = { valid: true, engine: ENGINE, problemSha256 } as const;
  const kept: RunOutcome = { ...withoutPeople(outcome), verdict };
  return decided === undefined
    ? { outcome: kept, result }
    : {
        outcome: {
          ...kept,
          verdict: { ...verdict, overridden: true, ...(countsHeld ? { countsHeld } : {}) },
          given: { decisions: decided.decisions.length, countsKept: keepsCounts(decided, outcome) },
        },
        result,
      };
}

/**
 * Reads a snapshot.
 *
 * @throws DomainError `snapshot.other-format`, `snapshot.other-catalogue` where it was frozen by another version of the
 *   product
 */
export function readSnapshot(text: string, { content }: Catalogue): Snapshot {
  const { format, ...others } = JSON.parse(text) as { format: string } & Omit<Snapshot, 'format'>;
  if (format !== SNAPSHOT_FORMAT) {
    throw new DomainError(
      'snapshot.other-format',
      `The round was frozen as "${format}", and this program reads "${SNAPSHOT_FORMAT}": run the round again, or another one where this one is solved.`,
    );
  }
  if (others.catalogue !== content.version) {
    throw new DomainError(
      'snapshot.other-catalogue',
      `The round was frozen with version "${others.catalogue}" of the catalogue, and this program has "${content.version}": run the round again, or another one where this one is solved.`,
    );
  }
  return { format, ...others };
}

/** People stand in an outcome by id alone: all else of them is in the snapshot, once. */
function withoutPeople({ totals, access, matches, unmatched, ...outcome }: MatchOutcome): RunOutcome {
  return {
    ...{ format: 'evenhand.outcome/1', engine: ENGINE, totals, access },
    matches: matches.map(({ mentee, mentor, ...match }) => ({
      mentee: mentee.id,
      mentor: mentor.id,
      ...match,
    })),
    unmatched: unmatched.map(({ mentee, ...reason }) => ({ mentee: mentee.id, ...reason })),
    ...{ gapsNobodyOffers: outcome.gapsNobodyOffers, notices: outcome.notices },
  };
}
