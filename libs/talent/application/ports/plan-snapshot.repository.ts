import type { Page, PageRequest } from '@evenhand/kernel';
import type { PlanSnapshot, PublicPlan, PublicPlanSnapshot } from '../../domain/plan/plan-snapshot';
import type { CountedPlan } from '../../domain/plan/counted-plan';
import type { ToldPlan } from '../../domain/plan/held-still';

/** Keeps snapshots of plans. The database itself refuses to change one that is decided about. */
export abstract class PlanSnapshotRepository {
  /** @throws Conflict `leadership-plan-snapshot.exists` where another one of the plan waits for the board */
  abstract add(snapshot: PlanSnapshot, counted: CountedPlan): Promise<void>;
  /** Holds it for this transaction. */
  abstract lock(id: string): Promise<PlanSnapshot | undefined>;
  abstract byId(id: string): Promise<PlanSnapshot | undefined>;
  /** Keeps what was decided. */
  abstract save(snapshot: PlanSnapshot): Promise<void>;
  /** Those of a plan, the newest first. */
  abstract list(programmeId: string, page: PageRequest): Promise<Page<PlanSnapshot>>;
  /** What every snapshot of a plan tells, with the true counts behind it, whatever became of it: the newest first. */
  abstract toldBefore(programmeId: string): Promise<readonly ToldPlan[]>;
  /** Those that are published, the newest first. */
  abstract published(page: PageRequest): Promise<Page<PublicPlanSnapshot>>;
  /** Undefined where there is none, or it is not published. */
  abstract publishedById(id: string): Promise<PublicPlan | undefined>;
}
