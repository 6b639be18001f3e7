import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { BarrierReview } from '../../domain/barriers/barrier-review';
import { BarrierReviewRepository } from './ports/barrier-review.repository';
import { reachedReview } from './reached-review';

/** Reads a review with its answers, judgements and actions. */
@Injectable()
export class ReadBarrierReview {
  constructor(private readonly reviews: BarrierReviewRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<BarrierReview> {
    return reachedReview(this.reviews, authority, id);
  }
}
