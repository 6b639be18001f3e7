import { type Authority, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { DecideAboutRound } from '../parts/decide-about-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { GiveRequestsBack } from '../requests/give-requests-back';
import { lockRound } from './find-round';

/** Puts a solved round, or a draft made by mistake, aside: nobody is offered anything, and its requests wait again. */
@Injectable()
export class DiscardMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly giveRequestsBack: GiveRequestsBack,
    private readonly outbox: Outbox,
    private readonly decide: DecideAboutRound,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-discard`, `matching-round.audited-by-you` */
  run(authority: Authority, id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRound(authority, this.programmes, this.rounds, id);
      const discarded = moveRound(round, 'discard');
      await this.decide.run(authority, round, { action: 'matching-round.discarded' });
      await this.#cancelOverride(id);
      await this.giveRequestsBack.run(id, programme);
      return this.rounds.save(discarded);
    });
  }

  /** Whoever solves it will find that it no longer counts. */
  async #cancelOverride(roundId: string): Promise<void> {
    const [latest] = await this.runs.ofRound(roundId);
    if (latest?.kind === 'override' && (await this.runs.cancel(latest.id))) {
      await this.outbox.settle({ kind: 'solve-run', subject: latest.id, attempt: latest.attempt });
    }
  }
}
