import { Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { moveRequest } from '../../domain/lifecycle/mentoring-request';
import { accept, type Side } from '../../domain/lifecycle/proposal';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { refuseUnlessMayBePaired } from './may-be-paired';
import { ShowPeople, type ShownProposal } from './show-people';
import { sideOf, visibleProposal } from './visible-proposal';

/** Who answers a proposal; `by` may be left out where the caller is one of its people. */
export interface ProposalAnswer {
  readonly id: string;
  readonly by?: Side;
}

/** One side says yes. When both have, the pair is confirmed and the request matched. */
@Injectable()
export class AcceptProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly persons: PersonRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly showPeople: ShowPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out`, `proposal.already-accepted`,
   *   `proposal.pair-not-eligible` where one of the two takes no part any more, or excludes the other
   */
  run({ id, by }: ProposalAnswer, own?: string): Promise<ShownProposal> {
    return this.transaction.run(async () => {
      const { requestId, menteeId, mentorId } = visibleProposal(await this.proposals.byId(id), id, own);
      const [request] = await this.requests.lock([requestId]);
      const [one, other] = await this.persons.lock([menteeId, mentorId].sort());
      const open = visibleProposal(await this.proposals.lock(id), id, own);
      const accepted = accept(open, sideOf(open, by, own), this.clock.now());
      refuseUnlessMayBePaired(one!, other!);
      if (accepted.state === 'confirmed') {
        await this.requests.save([moveRequest(request!, 'match')]);
      }
      return this.showPeople.ofOne(await this.proposals.save(accepted));
    });
  }
}
