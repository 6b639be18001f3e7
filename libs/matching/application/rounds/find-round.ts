import { Conflict, NotFound, StaleVersion } from '@evenhand/kernel';
import type { Programme, ProgrammeRepository } from '@evenhand/people';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { RunOutcome } from '../../domain/run-outcome';
import type { MatchingRoundRepository } from '../ports/matching-round.repository';
import type { MatchingRunRepository } from '../ports/matching-run.repository';
import { lockOpenProgramme, lockProgramme } from '../programme-lock';

/** @throws NotFound */
export async function findRound(rounds: MatchingRoundRepository, id: string): Promise<MatchingRound> {
  return existing(await rounds.byId(id), id);
}

/** Holds a round, and its programme before it. @throws NotFound */
export async function lockRound(
  programmes: ProgrammeRepository,
  rounds: MatchingRoundRepository,
  id: string,
): Promise<{ readonly programme: Programme; readonly round: MatchingRound }> {
  const { programmeId } = await findRound(rounds, id);
  const programme = await lockProgramme(programmes, programmeId);
  return { programme, round: existing(await rounds.lock(id), id) };
}

/** Holds a round of a programme that takes something new. @throws NotFound, Conflict `programme.closed` */
export async function lockRoundOfOpenProgramme(
  programmes: ProgrammeRepository,
  rounds: MatchingRoundRepository,
  id: string,
): Promise<{ readonly programme: Programme; readonly round: MatchingRound }> {
  const { programmeId } = await findRound(rounds, id);
  const programme = await lockOpenProgramme(programmes, programmeId);
  return { programme, round: existing(await rounds.lock(id), id) };
}

/** @throws StaleVersion where the round is no longer the one that was read */
export function refuseUnlessVersion({ version }: MatchingRound, expected: number): void {
  if (version !== expected) {
    throw new StaleVersion('matching round');
  }
}

/** What came of a round. @throws Conflict `matching-round.not-solved` as long as nothing did */
export async function outcomeOf(
  round: MatchingRound,
  runs: MatchingRunRepository,
): Promise<{ readonly run: MatchingRun; readonly outcome: RunOutcome }> {
  const run = round.runId === undefined ? undefined : await runs.byId(round.runId);
  const outcome = run?.state === 'solved' ? await runs.outcome(run.id) : undefined;
  if (run === undefined || outcome === undefined) {
    throw new Conflict(
      'matching-round.not-solved',
      `The round is ${round.state}: nothing has come of it yet.`,
    );
  }
  return { run, outcome };
}

function existing(round: MatchingRound | undefined, id: string): MatchingRound {
  if (round === undefined) {
    throw new NotFound('matching round', id);
  }
  return round;
}
