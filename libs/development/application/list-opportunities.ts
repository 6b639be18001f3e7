import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Opportunity } from '../domain/opportunity';
import { type OpportunityFilter, OpportunityRepository } from './ports/opportunity.repository';
import { programmesOf } from './reached-opportunity';

/** Lists opportunities, the newest first, to everybody who is somebody in their programme. */
@Injectable()
export class ListOpportunities {
  constructor(private readonly opportunities: OpportunityRepository) {}

  /** @param programmeId only those of this programme */
  async run(
    authority: Authority,
    { programmeId, ...filter }: Omit<OpportunityFilter, 'programmeIds'> & { readonly programmeId?: string },
    page: PageRequest,
  ): Promise<Page<Opportunity>> {
    const reached = programmesOf(authority);
    const asked = programmeId === undefined ? reached : [programmeId];
    const programmeIds = asked?.filter((id) => reached?.includes(id) ?? true);
    return this.opportunities.list(
      { ...filter, ...(programmeIds === undefined ? {} : { programmeIds }) },
      page,
    );
  }
}
