import { type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, solvedRunOf } from '../rounds/find-round';
import { overridesIn, type PairOverride } from '../runs/overrides-of-round';

/** A decision about a pair as whoever audits may read it: why, in which role and when, and about nobody. */
export interface OverrideReason extends Pick<PairOverride, 'id' | 'kind' | 'reason' | 'decidedAt' | 'state'> {
  /** Code of the role in which it was decided. */
  readonly role: string;
}

/** Reads why pairs of a round were decided about, for those who audit it. */
@Injectable()
export class ReadOverrideReasons {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @returns in the order in which they were decided
   * @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.ran-by-you` where an auditor ran it
   */
  run(authority: Authority, roundId: string): Promise<readonly OverrideReason[]> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, roundId);
      await solvedRunOf(round, this.runs);
      await this.look.run(authority, round, { action: 'matching-round.override-reasons-read' });
      return overridesIn(await this.runs.ofRound(roundId)).map(
        ({ id, override: { kind, reason, decidedBy }, frozenAt, state }) => ({
          ...{ id, kind, reason, role: decidedBy.role, decidedAt: frozenAt, state },
        }),
      );
    });
  }
}
