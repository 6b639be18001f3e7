import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound } from './find-round';

/** A round and the run that stands for it, once it was queued. */
export interface RoundWithRun {
  readonly round: MatchingRound;
  readonly run?: MatchingRun;
}

/** Reads one round. */
@Injectable()
export class ReadMatchingRound {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<RoundWithRun> {
    const round = await findRound(authority, this.rounds, id);
    const run = round.runId === undefined ? undefined : await this.runs.byId(round.runId);
    return run === undefined ? { round } : { round, run };
  }
}
