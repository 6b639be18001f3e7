import type { OrganisationLimits, Page, PageRequest } from '@evenhand/kernel';
import type { BarrierReview } from '../../../domain/barriers/barrier-review';

/** Which reviews are listed; what is absent leaves none out. */
export interface BarrierReviewFilter {
  readonly programmeId?: string;
  readonly organisationId?: string;
}

/** Keeps the reviews of what keeps professions from leading. */
export abstract class BarrierReviewRepository {
  /** @throws Conflict `barrier-review.open-already` where the organisation has one that is not completed */
  abstract add(review: BarrierReview): Promise<void>;
  /** The review as it is kept, one version higher than it was read. @throws StaleVersion when it has another version by now */
  abstract save(review: BarrierReview): Promise<BarrierReview>;
  abstract byId(id: string): Promise<BarrierReview | undefined>;
  /** Within the limits, the newest first. */
  abstract list(
    filter: BarrierReviewFilter,
    limits: OrganisationLimits | undefined,
    page: PageRequest,
  ): Promise<Page<BarrierReview>>;
}
