import type { ExpectedVacancies, SectionKind, SectionState, TalentRelease } from '@evenhand/talent';

/** A row of `leadership_plan`, its day as text. */
export interface LeadershipPlanRow {
  readonly programme_id: string;
  readonly title: string;
  readonly starts_on: string;
  readonly vacancies: readonly ExpectedVacancies[];
  readonly version: number;
}

/** A row of `leadership_plan_section`. */
export interface LeadershipPlanSectionRow {
  readonly programme_id: string;
  readonly kind: SectionKind;
  readonly code: string;
  readonly owner: string;
  readonly evidence: string;
  readonly state: SectionState;
  readonly releases: readonly TalentRelease[];
  readonly version: number;
}
