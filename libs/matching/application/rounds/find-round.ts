import { type Authority, Conflict, NotFound, StaleVersion } from '@evenhand/kernel';
import type { Programme, ProgrammeRepository } from '@evenhand/people';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { RunOutcome, RunSummary } from '../../domain/run-outcome';
import type { MatchingRoundRepository } from '../ports/matching-round.repository';
import type { MatchingRunRepository } from '../ports/matching-run.repository';
import { lockOpenProgramme, lockProgramme } from '../programme-lock';

/** The round, whoever asks. @throws NotFound */
export async function knownRound(rounds: MatchingRoundRepository, id: string): Promise<MatchingRound> {
  return existing(await rounds.byId(id), id);
}

/** The round of a programme that is reached. @throws NotFound in the same words for what is missing and what is not */
export async function findRound(
  authority: Authority,
  rounds: MatchingRoundRepository,
  id: string,
): Promise<MatchingRound> {
  const round = await knownRound(rounds, id);
  if (!authority.reachesProgramme(round.programmeId)) {
    throw new NotFound('matching round', id);
  }
  return round;
}

/** Holds a round, and its programme before it. @throws NotFound as {@link findRound} */
export async function lockRound(
  authority: Authority,
  programmes: ProgrammeRepository,
  rounds: MatchingRoundRepository,
  id: string,
): Promise<{ readonly programme: Programme; readonly round: MatchingRound }> {
  const { programmeId } = await findRound(authority, rounds, id);
  const programme = await lockProgramme(programmes, programmeId);
  return { programme, round: existing(await rounds.lock(id), id) };
}

/** Holds a round of a programme that takes something new. @throws as {@link lockRound}, Conflict `programme.closed` */
export async function lockRoundOfOpenProgramme(
  authority: Authority,
  programmes: ProgrammeRepository,
  rounds: MatchingRoundRepository,
  id: string,
): Promise<{ readonly programme: Programme; readonly round: MatchingRound }> {
  const { programmeId } = await findRound(authority, rounds, id);
  const programme = await lockOpenProgramme(programmes, programmeId);
  return { programme, round: existing(await rounds.lock(id), id) };
}

/** @throws StaleVersion where the round is no longer the one that was read */
export function refuseUnlessVersion({ version }: MatchingRound, expected: number): void {
  if (version !== expected) {
    throw new StaleVersion('matching round');
  }
}

/** The run whose outcome is the round's. @throws Conflict `matching-round.not-solved` as long as nothing came of it */
export async function solvedRunOf(round: MatchingRound, runs: MatchingRunRepository): Promise<MatchingRun> {
  const run = round.runId === undefined ? undefined : await runs.byId(round.runId);
  if (run?.state !== 'solved') {
    throw new Conflict(
      'matching-round.not-solved',
      `The round is ${round.state}: nothing has come of it yet.`,
    );
  }
  return run;
}

/** What came of a round. @throws as {@link solvedRunOf} */
export async function outcomeOf(
  round: MatchingRound,
  runs: MatchingRunRepository,
): Promise<{ readonly run: MatchingRun; readonly outcome: RunOutcome }> {
  const run = await solvedRunOf(round, runs);
  return { run, outcome: (await runs.outcome(run.id))! };
}

/** The same without its people. @throws as {@link solvedRunOf} */
export async function summaryOf(
  round: MatchingRound,
  runs: MatchingRunRepository,
): Promise<{ readonly run: MatchingRun; readonly summary: RunSummary }> {
  const run = await solvedRunOf(round, runs);
  return { run, summary: (await runs.summary(run.id))! };
}

function existing(round: MatchingRound | undefined, id: string): MatchingRound {
  if (round === undefined) {
    throw new NotFound('matching round', id);
  }
  return round;
}
