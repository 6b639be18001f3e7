import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { decline, type DeclineReason, type Proposal } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { lockProgramme } from '../programme-lock';
import { givenBack } from '../requests/given-back';
import { LeaveRefill } from '../runs/leave-refill';
import type { ProposalAnswer } from './accept-proposal';
import { FindProposal, sideOf } from './find-proposal';
import { proposalEvent } from './proposal-event';

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
    private readonly find: FindProposal,
    private readonly leaveRefill: LeaveRefill,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out` */
  run(authority: Authority, { id, by, reason, note }: ProposalRefusal): Promise<Proposal> {
    return this.transaction.run(async () => {
      const { proposal, programmeId } = await this.find.run(authority, id);
      const { roundId, requestId } = proposal;
      const programme = await lockProgramme(this.programmes, programmeId);
      await this.rounds.lock(roundId);
      const [request] = await this.requests.lock([requestId]);
      const found = await this.find.lock(authority, id);
      const side = sideOf(authority, found.proposal, by);
      const said = { by: side, reason, ...(note === undefined ? {} : { note }) };
      const declined = decline(found.proposal, said, this.clock.now());
      await this.requests.save([givenBack(request!, programme)]);
      await this.leaveRefill.of(roundId);
      await this.trail.record(proposalEvent(authority, found, 'decision', 'declined', { by: side, reason }));
      return this.proposals.save(declined);
    });
  }
}
