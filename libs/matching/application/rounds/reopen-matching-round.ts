import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { PartsInRounds } from '../parts/parts-in-rounds';
import { lockRound } from './find-round';
import { roundEvent } from './round-event';

/** Makes a cancelled or failed round a draft again. */
@Injectable()
export class ReopenMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly parts: PartsInRounds,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Conflict `matching-round.cannot-reopen` */
  run(authority: Authority, id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { round } = await lockRound(authority, this.programmes, this.rounds, id);
      const reopened = await this.rounds.save(moveRound(round, 'reopen'));
      await this.parts.decide(authority, round);
      await this.trail.record(roundEvent(authority, round, 'change', 'reopened'));
      return reopened;
    });
  }
}
