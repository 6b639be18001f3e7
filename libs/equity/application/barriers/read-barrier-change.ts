import { type Authority, Conflict, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type BarrierChange, barrierChange } from '../../domain/barriers/barrier-change';
import { BarrierReviewRepository } from './ports/barrier-review.repository';
import { findReached, reachedReview } from './reached-review';

/** What changed since the review that another one follows. */
@Injectable()
export class ReadBarrierChange {
  constructor(private readonly reviews: BarrierReviewRepository) {}

  /** For whoever reaches both. @throws NotFound, Conflict `barrier-review.follows-none` */
  async run(authority: Authority, id: string): Promise<BarrierChange> {
    const review = await reachedReview(this.reviews, authority, id);
    if (review.follows === undefined) {
      throw new Conflict(
        'barrier-review.follows-none',
        'The review is the first of its organisation: there is nothing to measure it against.',
      );
    }
    const earlier = await findReached(this.reviews, authority, review.follows);
    if (earlier === undefined) {
      throw new NotFound('change for barrier review', id);
    }
    return barrierChange(earlier, review);
  }
}
