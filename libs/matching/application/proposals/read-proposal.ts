import { Injectable } from '@nestjs/common';
import { ProposalRepository } from '../ports/proposal.repository';
import { ShowPeople, type ShownProposal } from './show-people';
import { visibleProposal } from './visible-proposal';

/** Reads one proposal. */
@Injectable()
export class ReadProposal {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly showPeople: ShowPeople,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  async run(id: string, own?: string): Promise<ShownProposal> {
    return this.showPeople.ofOne(visibleProposal(await this.proposals.byId(id), id, own));
  }
}
