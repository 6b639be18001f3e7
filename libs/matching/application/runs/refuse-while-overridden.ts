import { Conflict } from '@evenhand/kernel';
import type { MatchingRunRepository } from '../ports/matching-run.repository';

/** @throws Conflict `matching-round.override-under-way` while the outcome of a round is about to be another one */
export async function refuseWhileOverridden(runs: MatchingRunRepository, roundId: string): Promise<void> {
  if (await runs.underWay(roundId, 'override')) {
    throw new Conflict(
      'matching-round.override-under-way',
      'An override of this round is queued or running: wait until it is solved.',
    );
  }
}
