import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type ProposalFilter, ProposalRepository } from '../ports/proposal.repository';
import { ShowPeople, type ShownProposal } from './show-people';

/** Lists proposals, the newest offer first. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly showPeople: ShowPeople,
  ) {}

  async run(filter: ProposalFilter, page: PageRequest): Promise<Page<ShownProposal>> {
    const { items, ...rest } = await this.proposals.list(filter, page);
    return { items: await this.showPeople.of(items), ...rest };
  }
}
