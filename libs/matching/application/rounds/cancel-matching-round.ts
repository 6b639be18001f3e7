import { type Authority, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { DecideAboutRound } from '../parts/decide-about-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
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
    private readonly decide: DecideAboutRound,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-cancel`, `matching-round.audited-by-you` */
  run(authority: Authority, id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRound(authority, this.programmes, this.rounds, id);
      const cancelled = moveRound(round, 'cancel');
      await this.decide.run(authority, round, { action: 'matching-round.cancelled' });
      const runId = round.runId!;
      await this.runs.cancel(runId);
      await this.giveRequestsBack.run(id, programme);
      await this.outbox.settle({ kind: 'solve-run', subject: runId, attempt: round.attempt });
      return this.rounds.save(cancelled);
    });
  }
}
