import { type Authority, NotFound, StaleVersion } from '@evenhand/kernel';
import { type BarrierReview, leadsOf } from '../../domain/barriers/barrier-review';
import type { BarrierReviewRepository } from './ports/barrier-review.repository';

/**
 * The review: one of an organisation that is reached, or that whoever asks leads.
 *
 * @throws NotFound where there is none for them
 */
export async function reachedReview(
  reviews: BarrierReviewRepository,
  authority: Authority,
  id: string,
): Promise<BarrierReview> {
  const review = await findReached(reviews, authority, id);
  if (review === undefined) {
    throw new NotFound('barrier review', id);
  }
  return review;
}

/** The same; undefined where there is none for them. */
export async function findReached(
  reviews: BarrierReviewRepository,
  authority: Authority,
  id: string,
): Promise<BarrierReview | undefined> {
  const review = await reviews.byId(id);
  return review !== undefined && isReached(authority, review) ? review : undefined;
}

function isReached(authority: Authority, review: BarrierReview): boolean {
  return (
    authority.reachesOrganisation(review.programmeId, review.organisationId) ||
    authority.own({ personIds: leadsOf(review) }) !== undefined
  );
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
