import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { GapDimension } from '../../domain/plan/gap';
import { compareWithBase } from '../../domain/plan/scenario-comparison';
import { type ShownComparison, shownComparison } from '../../domain/plan/shown-gap';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanEntryRepository } from '../ports/plan-entry.repository';
import { PlanBases } from './plan-bases';
import { tellOfPlan } from './plan-events';
import { type EntryAddress, entryThere } from './read-plan-entry';
import { reachedPlan } from './reached-plan';
import { seesReadyPeople } from './people-shown';

/** Works out what a scenario does to the gap of its plan, as it stands now. */
@Injectable()
export class CompareScenario {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
    private readonly bases: PlanBases,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no such plan or scenario */
  run(
    authority: Authority,
    { programmeId, id }: Omit<EntryAddress<'scenario'>, 'kind'>,
    dimension: GapDimension,
  ): Promise<ShownComparison> {
    const address = { programmeId, id, kind: 'scenario' } as const;
    return this.transaction.run(async () => {
      const plan = await reachedPlan(this.plans, authority, programmeId);
      const { content } = entryThere(address, await this.entries.byId(address, id));
      const people = seesReadyPeople(authority, programmeId);
      const details = { dimension, people, scenario: id };
      await tellOfPlan(this.trail, 'leadership-plan.gap-read', authority, { programmeId }, details);
      return shownComparison(compareWithBase(await this.bases.of(plan), content, dimension), people);
    });
  }
}
