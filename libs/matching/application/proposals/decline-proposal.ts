import { Clock, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { decline, type DeclineReason, type Proposal } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { givenBack } from '../requests/given-back';
import { lockRound } from '../rounds/find-round';
import { LeaveRefill } from '../runs/leave-refill';
import type { ProposalAnswer } from './accept-proposal';
import { sideOf, visibleProposal } from './visible-proposal';

/** A no, with its reason. */
export interface ProposalRefusal extends ProposalAnswer {
  readonly reason: DeclineReason;
  /** 1 to 2,000 characters. */
  readonly note?: string;
}

/** One side says no. The request waits again, with its first submission date, and the place is filled again. */
@Injectable()
export class DeclineProposal {
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
   * @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out`
   */
  run({ id, by, reason, note }: ProposalRefusal, own?: string): Promise<Proposal> {
    return this.transaction.run(async () => {
      const { roundId, requestId } = visibleProposal(await this.proposals.byId(id), id, own);
      const { programme } = await lockRound(this.programmes, this.rounds, roundId);
      const [request] = await this.requests.lock([requestId]);
      const open = visibleProposal(await this.proposals.lock(id), id, own);
      const said = { by: sideOf(open, by, own), reason, ...(note === undefined ? {} : { note }) };
      const declined = decline(open, said, this.clock.now());
      await this.requests.save([givenBack(request!, programme)]);
      await this.leaveRefill.of(roundId);
      return this.proposals.save(declined);
    });
  }
}
