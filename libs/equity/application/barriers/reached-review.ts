import { type Authority, NotFound, StaleVersion } from '@evenhand/kernel';
import type { BarrierReview } from '../../domain/barriers/barrier-review';
import type { BarrierReviewRepository } from './ports/barrier-review.repository';

/** The review. @throws NotFound where there is none for whoever asks */
export async function reachedReview(
  reviews: BarrierReviewRepository,
  authority: Authority,
  id: string,
): Promise<BarrierReview> {
  const review = await reviews.byId(id);
  if (review === undefined || !authority.reachesOrganisation(review.programmeId, review.organisationId)) {
    throw new NotFound('barrier review', id);
  }
  return review;
}

/** The same, to be changed. @throws as {@link reachedReview}, StaleVersion unless it still has that version */
export async function reviewToChange(
  reviews: BarrierReviewRepository,
  authority: Authority,
  id: string,
  version: number,
): Promise<BarrierReview> {
  const review = await reachedReview(reviews, authority, id);
  if (review.version !== version) {
    throw new StaleVersion('barrier review');
  }
  return review;
}
