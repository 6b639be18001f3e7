import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { moveRequest } from '../../domain/lifecycle/mentoring-request';
import { accept, type Proposal, type Side } from '../../domain/lifecycle/proposal';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
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
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out`, `proposal.already-accepted`
   */
  run({ id, by }: ProposalAnswer, own?: string): Promise<Proposal> {
    return this.transaction.run(async () => {
      const { requestId } = visibleProposal(await this.proposals.byId(id), id, own);
      const [request] = await this.requests.lock([requestId]);
      const open = visibleProposal(await this.proposals.lock(id), id, own);
      const accepted = accept(open, sideOf(open, by, own), this.clock.now());
      if (accepted.state === 'confirmed') {
        await this.requests.save([moveRequest(request!, 'match')]);
      }
      return this.proposals.save(accepted);
    });
  }
}
