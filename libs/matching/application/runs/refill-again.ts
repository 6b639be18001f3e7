import { Injectable } from '@nestjs/common';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { PLACE_USING_STATES } from '../../domain/lifecycle/proposal';
import { ProposalRepository } from '../ports/proposal.repository';
import { LeaveRefill } from './leave-refill';

/** Clocks of two machines differ; a look too many finds nothing to fill, one too few would leave a place empty. */
const CLOCKS_DIFFER_MS = 60_000;

/** While a round is being filled nobody starts to fill it a second time: who ends a refill looks at what came since. */
@Injectable()
export class RefillAgain {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly leaveRefill: LeaveRefill,
  ) {}

  /**
   * @param offered whether the refill offered something: then people whom another round gave back meanwhile may be the
   *   next. Each such look takes a place or is the last.
   */
  async after({ roundId, frozenAt }: MatchingRun, offered: boolean): Promise<void> {
    const since = frozenAt.getTime() - CLOCKS_DIFFER_MS;
    const proposals = await this.proposals.ofRound(roundId);
    const ended = proposals.some(
      ({ state, closedAt }) =>
        !PLACE_USING_STATES.includes(state) && closedAt !== undefined && closedAt.getTime() >= since,
    );
    if (offered || ended) {
      await this.leaveRefill.of(roundId);
    }
  }
}
