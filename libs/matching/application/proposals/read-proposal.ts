import { Injectable } from '@nestjs/common';
import type { Proposal } from '../../domain/lifecycle/proposal';
import { ProposalRepository } from '../ports/proposal.repository';
import { visibleProposal } from './visible-proposal';

/** Reads one proposal. */
@Injectable()
export class ReadProposal {
  constructor(private readonly proposals: ProposalRepository) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  async run(id: string, own?: string): Promise<Proposal> {
    return visibleProposal(await this.proposals.byId(id), id, own);
  }
}
