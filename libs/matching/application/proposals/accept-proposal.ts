import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { moveRequest } from '../../domain/lifecycle/mentoring-request';
import { accept, type Side } from '../../domain/lifecycle/proposal';
import { ConfirmedPairs } from '../ports/confirmed-pairs';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { FindProposal, sideOf } from './find-proposal';
import { refuseUnlessMayBePaired } from './may-be-paired';
import { proposalEvent } from './proposal-event';
import { ShowPeople, type ShownProposal } from './show-people';

/** Who answers a proposal; `by` may be left out where the caller is one of its people. */
export interface ProposalAnswer {
  readonly id: string;
  readonly by?: Side;
}

/** One side says yes. When both have, the pair is confirmed, the request matched, and their mentoring begins. */
@Injectable()
export class AcceptProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly persons: PersonRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly confirmed: ConfirmedPairs,
    private readonly find: FindProposal,
    private readonly showPeople: ShowPeople,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out`, `proposal.already-accepted`,
   *   `proposal.pair-not-eligible` where one of the two takes no part any more, or excludes the other
   */
  run(authority: Authority, { id, by }: ProposalAnswer): Promise<ShownProposal> {
    return this.transaction.run(async () => {
      const { requestId, menteeId, mentorId } = (await this.find.run(authority, id)).proposal;
      const [request] = await this.requests.lock([requestId]);
      const [one, other] = await this.persons.lock([menteeId, mentorId].sort());
      const found = await this.find.lock(authority, id);
      const side = sideOf(authority, found.proposal, by);
      const accepted = accept(found.proposal, side, this.clock.now());
      refuseUnlessMayBePaired(one!, other!);
      if (accepted.state === 'confirmed') {
        await this.requests.save([moveRequest(request!, 'match')]);
      }
      await this.trail.record(proposalEvent(authority, found, 'decision', 'accepted', { by: side }));
      const saved = await this.proposals.save(accepted);
      if (saved.state === 'confirmed') {
        await this.confirmed.begin(saved, found.programmeId);
      }
      return this.showPeople.ofOne(saved);
    });
  }
}
