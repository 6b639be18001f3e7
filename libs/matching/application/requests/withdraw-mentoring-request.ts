import { Clock, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, moveRequest } from '../../domain/lifecycle/mentoring-request';
import { decline, expire } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { lockProgramme } from '../programme-lock';
import { LeaveRefill } from '../runs/leave-refill';
import { visibleRequest } from './visible-request';

/** Somebody no longer asks; a proposal that is open for them ends with the request, and its place is filled again. */
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
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, Conflict `mentoring-request.cannot-withdraw`
   */
  run(id: string, own?: string): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const { programmeId } = visibleRequest(await this.requests.byId(id), id, own);
      await lockProgramme(this.programmes, programmeId);
      const { roundId } = visibleRequest(await this.requests.byId(id), id, own);
      if (roundId !== undefined) {
        await this.rounds.lock(roundId);
      }
      const [held] = await this.requests.lock([id]);
      const withdrawn = moveRequest(visibleRequest(held, id, own), 'withdraw');
      await this.#endProposal(id);
      const [saved] = await this.requests.save([withdrawn]);
      return saved!;
    });
  }

  async #endProposal(requestId: string): Promise<void> {
    const open = await this.proposals.lockOpenOfRequest(requestId);
    if (open !== undefined) {
      const now = this.clock.now();
      await this.proposals.save(
        now >= open.expiresAt
          ? expire(open, now)
          : decline(open, { by: 'mentee', reason: 'request_withdrawn' }, now),
      );
      await this.leaveRefill.of(open.roundId);
    }
  }
}
