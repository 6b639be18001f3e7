import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Opportunity } from '../domain/opportunity';
import { OpportunityRepository } from './ports/opportunity.repository';
import { reachedOpportunity } from './reached-opportunity';

/** Reads an opportunity. */
@Injectable()
export class ReadOpportunity {
  constructor(private readonly opportunities: OpportunityRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<Opportunity> {
    return reachedOpportunity(this.opportunities, authority, id);
  }
}
