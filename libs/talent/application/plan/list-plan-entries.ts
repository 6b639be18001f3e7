import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PlanEntry, PlanEntryKind } from '../../domain/plan/plan-entry';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { type EntriesOf, PlanEntryRepository } from '../ports/plan-entry.repository';
import { reachedPlan } from './reached-plan';

/** Lists the actions, risks or scenarios of a plan, the newest first. */
@Injectable()
export class ListPlanEntries {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  async run<Kind extends PlanEntryKind>(
    authority: Authority,
    of: EntriesOf<Kind>,
    page: PageRequest,
  ): Promise<Page<PlanEntry<Kind>>> {
    await reachedPlan(this.plans, authority, of.programmeId);
    return this.entries.list(of, page);
  }
}
