import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { ExplanationReview } from '../../domain/lifecycle/review';
import { ExplanationReviewRepository, type ReviewFilter } from '../ports/explanation-review.repository';

/** Lists what somebody is to look at again, or has: to a coordinator those of the programme, to everybody their own. */
@Injectable()
export class ListReviews {
  constructor(
    private readonly reviews: ExplanationReviewRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, filter: ReviewFilter, page: PageRequest): Promise<Page<ExplanationReview>> {
    const found = await this.reviews.list(authority.limits(), filter, page);
    for (const programmeId of new Set(found.items.map((one) => one.programmeId))) {
      const read = found.items.filter((one) => one.programmeId === programmeId);
      const personIds = [...new Set(read.map(({ personId }) => personId))];
      await this.trail.record({
        ...{ kind: 'read', action: 'explanation-reviews.listed', authority, programmeId, personIds },
      });
    }
    return found;
  }
}
