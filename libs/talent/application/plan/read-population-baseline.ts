import { AuditTrail, type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PopulationBaseline } from '../../domain/plan/population-baseline';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PopulationBaselineRepository } from '../ports/population-baseline.repository';
import { tellOfPlan } from './plan-events';
import { reachedPlan } from './reached-plan';

/** Reads the counts that were brought in, as they were: true counts, for who brings them in. Others read the dashboard. */
@Injectable()
export class ReadPopulationBaseline {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly baselines: PopulationBaselineRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads, or nothing was brought in */
  run(authority: Authority, programmeId: string): Promise<PopulationBaseline> {
    return this.transaction.run(async () => {
      await reachedPlan(this.plans, authority, programmeId);
      const baseline = await this.baselines.ofProgramme(programmeId);
      if (baseline === undefined) {
        throw new NotFound('population baseline', programmeId);
      }
      await tellOfPlan(this.trail, 'leadership-plan.baseline-read', authority, { programmeId });
      return baseline;
    });
  }
}
