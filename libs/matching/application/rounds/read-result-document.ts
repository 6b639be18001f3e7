import { type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, solvedRunOf } from './find-round';

/** Reads the result of a round under its pseudonyms, as the solver wrote it. */
@Injectable()
export class ReadResultDocument {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @returns `evenhand.result/1`, byte for byte
   * @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.ran-by-you` where an auditor ran it
   */
  run(authority: Authority, id: string): Promise<string> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, id);
      const run = await solvedRunOf(round, this.runs);
      await this.look.run(authority, round, { action: 'matching-round.document-exported', kind: 'export' });
      return (await this.runs.result(run.id))!;
    });
  }
}
