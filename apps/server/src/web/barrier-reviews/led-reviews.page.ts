import type { BarrierReview } from '@evenhand/equity';
import type { Page } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { inBritain } from '../in-britain';
import { progressOf, reviewAddress } from './review-in-words';

/** The reviews that somebody leads. @param organisations the name of an organisation by its id */
export function ledReviewsPage(
  { items, next }: Page<BarrierReview>,
  organisations: ReadonlyMap<string, string>,
): WebPage {
  return {
    title: 'Barrier reviews that you lead',
    template: 'led-reviews.njk',
    view: {
      reviews: items.map((review) => ({
        address: reviewAddress(review.id),
        organisation: organisations.get(review.organisationId) ?? 'An organisation',
        progress: progressOf(review),
        standing:
          review.completedAt === undefined
            ? `Begun on ${inBritain(review.begunAt)}, and not completed`
            : `Completed on ${inBritain(review.completedAt)}`,
      })),
      areMore: next !== undefined,
    },
  };
}
