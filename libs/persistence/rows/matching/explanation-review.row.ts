import type { ReviewState } from '@evenhand/matching';

/** A row of `explanation_review`. */
export interface ExplanationReviewRow {
  readonly id: string;
  readonly programme_id: string;
  readonly round_id: string;
  readonly request_id: string;
  readonly person_id: string;
  readonly reason: string | null;
  readonly state: ReviewState;
  readonly asked_at: Date;
  readonly settled_at: Date | null;
  readonly finding: string | null;
  readonly override_id: string | null;
  readonly version: number;
}
