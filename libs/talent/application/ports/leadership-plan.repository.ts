import type { LeadershipPlan } from '../../domain/plan/leadership-plan';
import type { PlanSection } from '../../domain/plan/plan-section';

/** Keeps plans, and what each says of the statements and chapters of the catalogue. */
export abstract class LeadershipPlanRepository {
  abstract add(plan: LeadershipPlan): Promise<void>;
  /** The plan as kept, one version higher. @throws StaleVersion when it has another version by now */
  abstract save(plan: LeadershipPlan): Promise<LeadershipPlan>;
  abstract ofProgramme(programmeId: string): Promise<LeadershipPlan | undefined>;
  /** Holds the plan for this transaction. */
  abstract lock(programmeId: string): Promise<LeadershipPlan | undefined>;
  abstract addSection(section: PlanSection): Promise<void>;
  /** The section as kept, one version higher. @throws StaleVersion when it has another version by now */
  abstract saveSection(section: PlanSection): Promise<PlanSection>;
  /** Every section that the plan has, of all kinds, by kind and code. */
  abstract sections(programmeId: string): Promise<readonly PlanSection[]>;
}
