import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PopulationBaseline } from '../../domain/plan/population-baseline';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PopulationBaselineRepository } from '../ports/population-baseline.repository';
import { reachedPlan } from './reached-plan';

/** Reads the counts that were brought in, as they were. */
@Injectable()
export class ReadPopulationBaseline {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly baselines: PopulationBaselineRepository,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads, or nothing was brought in */
  async run(authority: Authority, programmeId: string): Promise<PopulationBaseline> {
    await reachedPlan(this.plans, authority, programmeId);
    const baseline = await this.baselines.ofProgramme(programmeId);
    if (baseline === undefined) {
      throw new NotFound('population baseline', programmeId);
    }
    return baseline;
  }
}
