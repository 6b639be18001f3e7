import type { PlanEntryContents, PlanEntryKind } from '@evenhand/talent';

/** A row of `leadership_plan_entry`. */
export interface LeadershipPlanEntryRow<Kind extends PlanEntryKind = PlanEntryKind> {
  readonly id: string;
  readonly programme_id: string;
  readonly kind: Kind;
  readonly content: PlanEntryContents[Kind];
  readonly added_at: Date;
  readonly version: number;
}
