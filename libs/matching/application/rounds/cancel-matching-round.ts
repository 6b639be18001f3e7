import { Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { Outbox } from '../ports/outbox';
import { GiveRequestsBack } from '../requests/give-requests-back';
import { lockRound } from './find-round';

/** Stops a round that is queued or running. Whoever solves it will find that it no longer counts. */
@Injectable()
export class CancelMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly giveRequestsBack: GiveRequestsBack,
    private readonly outbox: Outbox,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-cancel` */
  run(id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRound(this.programmes, this.rounds, id);
      const cancelled = moveRound(round, 'cancel');
      const runId = round.runId!;
      await this.runs.cancel(runId);
      await this.giveRequestsBack.run(id, programme);
      await this.outbox.settle({ kind: 'solve-run', subject: runId, attempt: round.attempt });
      return this.rounds.save(cancelled);
    });
  }
}
