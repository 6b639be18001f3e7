import type { RequestState } from '@evenhand/matching';

/** A row of `mentoring_request`. */
export interface MentoringRequestRow {
  readonly id: string;
  readonly programme_id: string;
  readonly person_id: string;
  readonly state: RequestState;
  /** `YYYY-MM-DD` */
  readonly first_submitted_on: string | null;
  readonly round_id: string | null;
  readonly welcomed_again: readonly string[];
  readonly version: number;
}
