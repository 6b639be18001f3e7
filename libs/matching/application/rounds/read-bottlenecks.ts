import { type Authority, Conflict, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { GapNobodyOffers } from '../../domain/gaps-nobody-offers';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { RunBottlenecks } from '../../domain/run-outcome';
import { EnquiryRepository } from '../ports/enquiry.repository';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, summaryOf } from './find-round';

/** Where a round is short of places and whom to recruit, in counts, for those who run or audit it. */
export interface RoundBottlenecks extends RunBottlenecks {
  readonly round: MatchingRound;
  /** Whether an answer to what the targets would change is kept: else no target has an effect. */
  readonly effectsComputed: boolean;
  readonly gapsNobodyOffers: readonly GapNobodyOffers[];
}

/** Reads the bottlenecks of a round. */
@Injectable()
export class ReadBottlenecks {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.no-bottlenecks-kept`,
   *   `matching-round.ran-by-you` where an auditor ran it
   */
  run(authority: Authority, id: string): Promise<RoundBottlenecks> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, id);
      const { run, summary } = await summaryOf(round, this.runs);
      const kept = await this.runs.bottlenecks(run.id);
      if (kept === undefined) {
        throw new Conflict(
          'matching-round.no-bottlenecks-kept',
          `The round was solved by ${summary.engine}, before bottlenecks were kept.`,
        );
      }
      await this.look.run(authority, round, { action: 'matching-round.bottlenecks-read' });
      const answer = await this.enquiries.latestAnswer(run.id, 'recruitment');
      return {
        ...{ round, ...kept, targets: answer?.targets ?? kept.targets },
        effectsComputed: answer !== undefined,
        gapsNobodyOffers: summary.gapsNobodyOffers,
      };
    });
  }
}
