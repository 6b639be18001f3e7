import { type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Access } from '../../domain/access';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { RunOutcome } from '../../domain/run-outcome';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, summaryOf } from './find-round';

/** Access by professional group and profession, as true counts: for coordinators and HR auditors, never for the public. */
export interface RoundAccess extends Access {
  readonly round: MatchingRound;
  readonly totals: RunOutcome['totals'];
}

/** Reads who asked, who was matched and who offered, by background. */
@Injectable()
export class ReadRoundAccess {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /** @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.ran-by-you` where an auditor ran it */
  run(authority: Authority, id: string): Promise<RoundAccess> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, id);
      const { totals, access } = (await summaryOf(round, this.runs)).summary;
      await this.look.run(authority, round, { action: 'matching-round.access-read' });
      return { round, totals, ...access };
    });
  }
}
