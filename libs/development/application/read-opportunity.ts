import { type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type Opportunity, standingOn } from '../domain/opportunity';
import { OpportunityRepository } from './ports/opportunity.repository';
import { reachedOpportunity } from './reached-opportunity';

/** Reads an opportunity. */
@Injectable()
export class ReadOpportunity {
  constructor(
    private readonly opportunities: OpportunityRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<Opportunity> {
    return standingOn(await reachedOpportunity(this.opportunities, authority, id), this.clock.today());
  }
}
