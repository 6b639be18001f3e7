import { Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { GiveRequestsBack } from '../requests/give-requests-back';
import { lockRound } from './find-round';

/** Puts a solved round, or a draft made by mistake, aside: nobody is offered anything, and its requests wait again. */
@Injectable()
export class DiscardMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly giveRequestsBack: GiveRequestsBack,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-discard` */
  run(id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRound(this.programmes, this.rounds, id);
      const discarded = moveRound(round, 'discard');
      await this.giveRequestsBack.run(id, programme);
      return this.rounds.save(discarded);
    });
  }
}
