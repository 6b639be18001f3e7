import { DomainError, sha256 } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import { equityFrontier, FRONTIER_LEVELS, rulesAtLevels } from '../../domain/equity-frontier';
import type { EnquiryAnswer, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import { compareOutcomes } from '../../domain/outcome-comparison';
import { pairKey } from '../../domain/compiled-people';
import { decidedAgainst } from '../../domain/override/decided-pairs';
import { holdingNoCounts, underRules, withDecision } from '../../domain/override/overridden-snapshot';
import { bestAlternatives, movesBetween, type OverrideEffect } from '../../domain/override/override-effect';
import { PairJudge } from '../../domain/pair-judge';
import { inWordsBy } from '../../domain/reason-in-round-numbers';
import { resultDifference } from '../../domain/result-difference';
import type { RunOutcome, SolvedRun } from '../../domain/run-outcome';
import { policyIn, type Snapshot, waitingDays } from '../../domain/snapshot';
import { explainRound, type RoundExplanation } from '../explain-round';
import type { FrozenAndSolved, SolverProgress } from '../ports/solve-runner';
import { matchFrozen } from '../runs/match-frozen';
import { readSnapshot, solveFrozen } from '../runs/solve-snapshot';

/**
 * Answers an enquiry into a solved run. Each kind solves the frozen input again, as it stands or under other rules, and
 * compares what comes of it: the same question about the same run has the same answer.
 *
 * @param onProgress called from time to time with how far it has come
 * @throws DomainError `snapshot.altered` where the input is no longer the one that was hashed, `snapshot.other-format`,
 *   `snapshot.other-catalogue` where it was frozen by another version of the product
 */
export function answerQuestion(
  question: EnquiryQuestion,
  run: FrozenAndSolved,
  catalogue: Catalogue,
  { onProgress }: { readonly onProgress: (progress: SolverProgress) => void },
): EnquiryAnswer {
  if (sha256(run.snapshot) !== run.snapshotSha256) {
    throw new DomainError(
      'snapshot.altered',
      `The frozen input of the round has been altered: its SHA-256 is no longer ${run.snapshotSha256}.`,
    );
  }
  onProgress({ stage: 'reading', done: 0, total: 1 });
  const snapshot = readSnapshot(run.snapshot, catalogue);
  const solve = (frozen: Snapshot): SolvedRun => solveFrozen(frozen, catalogue, onProgress);
  const { kind } = question;
  switch (kind) {
    case 'replay':
      return { kind, ...replayed(run, solve(snapshot)) };
    case 'preview': {
      const { outcome } = solve(underRules(snapshot, question.rules, catalogue));
      return { kind, comparison: compareOutcomes(run.outcome, outcome, waitingDays(snapshot)) };
    }
    case 'frontier': {
      // Counts that one degree alone holds would be laid to its evenness.
      const frozen = holdingNoCounts(snapshot);
      const outcomeAt = (levels: (typeof FRONTIER_LEVELS)[number]): RunOutcome =>
        solve({ ...frozen, rules: rulesAtLevels(snapshot.rules, levels) }).outcome;
      return { kind, points: equityFrontier(FRONTIER_LEVELS.map(outcomeAt), waitingDays(snapshot)) };
    }
    case 'override':
      return { kind, effect: effectOf(question, run, snapshot, catalogue, onProgress) };
    case 'recruitment':
      return { kind, ...recruited(snapshot, catalogue, onProgress) };
  }
}

function effectOf(
  { mentee, decision }: Extract<EnquiryQuestion, { kind: 'override' }>,
  { outcome: before }: FrozenAndSolved,
  snapshot: Snapshot,
  catalogue: Catalogue,
  onProgress: (progress: SolverProgress) => void,
): OverrideEffect {
  const eligible = eligibleMentors(mentee, snapshot, catalogue);
  const alternatives = bestAlternatives(mentee, eligible, snapshot, before);
  if (decision === undefined) {
    return { alternatives };
  }
  // The very input that carrying it out freezes, but for its number.
  const overridden = withDecision(snapshot, before, decision, snapshot.attempt + 1);
  const { outcome: after } = solveFrozen(overridden, catalogue, onProgress);
  return {
    alternatives,
    change: {
      moves: movesBetween(before, after),
      countsKept: after.given!.countsKept,
      comparison: compareOutcomes(before, after, waitingDays(snapshot)),
    },
  };
}

/** Those whom the mentee could have by the rules, and by what was decided before about them and others. */
function eligibleMentors(
  mentee: string,
  { mentors, decided, ...snapshot }: Snapshot,
  catalogue: Catalogue,
): { readonly mentor: string; readonly score: number }[] {
  const judge = new PairJudge(
    {
      ...{ mentees: snapshot.mentees, mentors, colleagues: snapshot.colleagues, catalogue },
      earlierPairs: new Set(snapshot.earlierPairs.map(([one, other]) => pairKey(one, other))),
      decidedAgainst: decidedAgainst(decided?.decisions ?? [], mentors),
    },
    snapshot.rules,
  );
  const row = { mentors: new Int32Array(mentors.length), scores: new Int32Array(mentors.length) };
  const at = snapshot.mentees.findIndex(({ id }) => id === mentee);
  const count = judge.row(at, row.mentors, row.scores);
  return Array.from(row.mentors.subarray(0, count), (mentor, place) => ({
    mentor: mentors[mentor]!.id,
    score: row.scores[place]!,
  }));
}

/** The targets are those of the run, since the same input has the same ones. */
function recruited(
  snapshot: Snapshot,
  catalogue: Catalogue,
  onProgress: (progress: SolverProgress) => void,
): Pick<RoundExplanation, 'targets' | 'solves'> {
  const { outcome, problem, solveAgain } = matchFrozen(snapshot, catalogue, onProgress);
  const { targets, solves } = explainRound({
    ...{
      outcome,
      problem,
      rules: snapshot.rules,
      catalogue,
      solve: solveAgain,
      tell: inWordsBy(policyIn(snapshot)),
    },
    onProgress: ({ done, total }) => onProgress({ stage: 'recruiting', done, total }),
  });
  return { targets, solves };
}

function replayed(
  { result }: FrozenAndSolved,
  again: SolvedRun,
): { readonly engine: string; readonly difference?: string } {
  const difference = resultDifference(result, again.result);
  return { engine: again.outcome.engine, ...(difference === undefined ? {} : { difference }) };
}
