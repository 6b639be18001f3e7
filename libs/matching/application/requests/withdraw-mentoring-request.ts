import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, moveRequest } from '../../domain/lifecycle/mentoring-request';
import { decline, expire } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { lockProgramme } from '../programme-lock';
import { proposalEvent } from '../proposals/proposal-event';
import { LeaveRefill } from '../runs/leave-refill';
import { recordChange } from './record-change';
import { visibleRequest } from './visible-request';

/**
 * Somebody no longer asks, or their coordinator says so for them, as when they have left; a proposal that is open for them
 * ends with the request, and its place is filled again.
 */
@Injectable()
export class WithdrawMentoringRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly leaveRefill: LeaveRefill,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Conflict `mentoring-request.cannot-withdraw` */
  run(authority: Authority, id: string): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const { programmeId } = visibleRequest(authority, await this.requests.byId(id), id);
      await lockProgramme(this.programmes, programmeId);
      const { roundId } = visibleRequest(authority, await this.requests.byId(id), id);
      if (roundId !== undefined) {
        await this.rounds.lock(roundId);
      }
      const [held] = await this.requests.lock([id]);
      const withdrawn = moveRequest(visibleRequest(authority, held, id), 'withdraw');
      await this.#endProposal(authority, withdrawn);
      await recordChange(this.trail, authority, withdrawn, 'withdrawn');
      const [saved] = await this.requests.save([withdrawn]);
      return saved!;
    });
  }

  async #endProposal(authority: Authority, { id, programmeId }: MentoringRequest): Promise<void> {
    const open = await this.proposals.lockOpenOfRequest(id);
    if (open !== undefined) {
      const now = this.clock.now();
      const ended =
        now >= open.expiresAt
          ? expire(open, now)
          : decline(open, { by: 'mentee', reason: 'request_withdrawn' }, now);
      await this.proposals.save(ended);
      await this.trail.record(
        proposalEvent(authority, { proposal: ended, programmeId }, 'decision', ended.state),
      );
      await this.leaveRefill.of(open.roundId);
    }
  }
}
