import { Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { lockRound } from './find-round';

/** Makes a cancelled or failed round a draft again. */
@Injectable()
export class ReopenMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-reopen` */
  run(id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { round } = await lockRound(this.programmes, this.rounds, id);
      return this.rounds.save(moveRound(round, 'reopen'));
    });
  }
}
