import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type GapDimension, gapTable } from '../../domain/plan/gap';
import { type ShownGap, shownGap } from '../../domain/plan/shown-gap';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanBases } from './plan-bases';
import { tellOfPlan } from './plan-events';
import { reachedPlan } from './reached-plan';
import { seesReadyPeople } from './people-shown';

/** Reads demand, supply and gap of a plan by one dimension, as they stand now. */
@Injectable()
export class ReadGap {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly bases: PlanBases,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  run(authority: Authority, programmeId: string, dimension: GapDimension): Promise<ShownGap> {
    return this.transaction.run(async () => {
      const plan = await reachedPlan(this.plans, authority, programmeId);
      const people = seesReadyPeople(authority, programmeId);
      await tellOfPlan(
        this.trail,
        'leadership-plan.gap-read',
        authority,
        { programmeId },
        {
          dimension,
          people,
        },
      );
      return shownGap(gapTable(await this.bases.of(plan), dimension), people);
    });
  }
}
