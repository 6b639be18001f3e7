import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { ExplanationReview, ReviewState } from '../../domain/lifecycle/review';

/** Which reviews are listed. */
export interface ReviewFilter {
  readonly programmeId?: string;
  readonly state?: ReviewState;
}

/** Keeps who asked for a human being to look again, and what came of it. */
export abstract class ExplanationReviewRepository {
  /** @throws Conflict `explanation-review.exists` where the person asks for the same already */
  abstract add(review: ExplanationReview): Promise<void>;
  /** @returns the review as it is now, one version higher @throws StaleVersion */
  abstract save(review: ExplanationReview): Promise<ExplanationReview>;
  /** The review, held for this transaction. */
  abstract lock(id: string): Promise<ExplanationReview | undefined>;
  /** Those within the limits, the newest first. */
  abstract list(
    limits: Limits | undefined,
    filter: ReviewFilter,
    page: PageRequest,
  ): Promise<Page<ExplanationReview>>;
}
