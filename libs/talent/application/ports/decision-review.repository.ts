import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { DecisionReview, DecisionReviewState } from '../../domain/pools/decision-review';

/** Which reviews are listed; what is absent leaves none out. */
export interface DecisionReviewFilter {
  readonly programmeId?: string;
  readonly state?: DecisionReviewState;
}

/** Keeps who asked for another human being to look at a decision, and what came of it. */
export abstract class DecisionReviewRepository {
  /** @throws Conflict `pool-decision-review.exists` where the same is being looked at already */
  abstract add(review: DecisionReview): Promise<void>;
  /** @returns the review as it is now, one version higher @throws StaleVersion */
  abstract save(review: DecisionReview): Promise<DecisionReview>;
  /** The review, held for this transaction. */
  abstract lock(id: string): Promise<DecisionReview | undefined>;
  /** Within the limits, the newest first. */
  abstract list(
    limits: Limits | undefined,
    filter: DecisionReviewFilter,
    page: PageRequest,
  ): Promise<Page<DecisionReview>>;
}
