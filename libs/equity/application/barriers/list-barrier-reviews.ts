import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { BarrierReview } from '../../domain/barriers/barrier-review';
import { type BarrierReviewFilter, BarrierReviewRepository } from './ports/barrier-review.repository';

/** Lists reviews, the newest first: those of organisations that are reached, and those that whoever asks leads. */
@Injectable()
export class ListBarrierReviews {
  constructor(private readonly reviews: BarrierReviewRepository) {}

  async run(
    authority: Authority,
    filter: BarrierReviewFilter,
    page: PageRequest,
  ): Promise<Page<BarrierReview>> {
    return this.reviews.list(filter, authority.limitsByOrganisation(), page);
  }
}
