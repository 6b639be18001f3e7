import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { DecisionReview } from '../../domain/pools/decision-review';
import { type DecisionReviewFilter, DecisionReviewRepository } from '../ports/decision-review.repository';
import { tellOfPersons } from '../talent-events';

/** Lists what is to be looked at again, or was, the newest first: to the board and coordinators those of their programmes, to others their own. */
@Injectable()
export class ListDecisionReviews {
  constructor(
    private readonly reviews: DecisionReviewRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(
    authority: Authority,
    filter: DecisionReviewFilter,
    page: PageRequest,
  ): Promise<Page<DecisionReview>> {
    const found = await this.reviews.list(authority.limits(), filter, page);
    for (const programmeId of new Set(found.items.map((review) => review.programmeId))) {
      const read = found.items.filter((review) => review.programmeId === programmeId);
      const personIds = [...new Set(read.map(({ personId }) => personId))];
      await tellOfPersons(this.trail, 'pool-decision-reviews.listed', authority, programmeId, personIds);
    }
    return found;
  }
}
