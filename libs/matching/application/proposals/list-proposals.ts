import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Proposal } from '../../domain/lifecycle/proposal';
import { type ProposalFilter, ProposalRepository } from '../ports/proposal.repository';

/** Lists proposals, the newest offer first. */
@Injectable()
export class ListProposals {
  constructor(private readonly proposals: ProposalRepository) {}

  run(filter: ProposalFilter, page: PageRequest): Promise<Page<Proposal>> {
    return this.proposals.list(filter, page);
  }
}
