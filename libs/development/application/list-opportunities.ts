import { type Authority, Clock, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type Opportunity, standingOn } from '../domain/opportunity';
import { type OpportunityFilter, OpportunityRepository } from './ports/opportunity.repository';
import { programmesOf } from './reached-opportunity';

/** Lists opportunities, the newest first, to everybody who is somebody in their programme. */
@Injectable()
export class ListOpportunities {
  constructor(
    private readonly opportunities: OpportunityRepository,
    private readonly clock: Clock,
  ) {}

  /** @param programmeId only those of this programme */
  async run(
    authority: Authority,
    {
      programmeId,
      ...filter
    }: Omit<OpportunityFilter, 'programmeIds' | 'today'> & { readonly programmeId?: string },
    page: PageRequest,
  ): Promise<Page<Opportunity>> {
    const reached = programmesOf(authority);
    const asked = programmeId === undefined ? reached : [programmeId];
    const programmeIds = asked?.filter((id) => reached?.includes(id) ?? true);
    const today = this.clock.today();
    const found = await this.opportunities.list(
      { ...filter, today, ...(programmeIds === undefined ? {} : { programmeIds }) },
      page,
    );
    return { ...found, items: found.items.map((opportunity) => standingOn(opportunity, today)) };
  }
}
