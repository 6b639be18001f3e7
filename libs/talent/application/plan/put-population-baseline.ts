import { AuditTrail, type Authority, InputRefused, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { baselineFaults, type PopulationBaseline } from '../../domain/plan/population-baseline';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PopulationBaselineRepository } from '../ports/population-baseline.repository';
import { tellOfPlan } from './plan-events';
import { heldPlan, type Put, refuseUnlessReplaceable } from './reached-plan';

/** Brings in the counts of workforce and community that leaders are to reflect, all at once. */
@Injectable()
export class PutPopulationBaseline {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly baselines: PopulationBaselineRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param expectedVersion the version that is replaced; without it there was none before
   * @throws NotFound where there is no such plan, Conflict `programme.closed`, StaleVersion, Conflict `population-baseline.exists`, InputRefused with
   *   every fault
   */
  run(
    authority: Authority,
    programmeId: string,
    wanted: Pick<PopulationBaseline, 'source' | 'asOf' | 'populations'>,
    expectedVersion?: number,
  ): Promise<Put<PopulationBaseline>> {
    return this.transaction.run(async () => {
      await heldPlan(this.programmes, this.plans, authority, programmeId);
      const before = await this.baselines.ofProgramme(programmeId);
      refuseUnlessReplaceable('population baseline', programmeId, before, expectedVersion);
      const { source, asOf, populations } = wanted;
      const stages = this.catalogue.content.stages.map(({ code }) => code);
      InputRefused.ifAny(baselineFaults(populations, stages));
      const baseline = { programmeId, source, asOf, populations, version: before?.version ?? 1 };
      const details = { populations: populations.length };
      await tellOfPlan(this.trail, 'leadership-plan.baseline-set', authority, { programmeId }, details);
      if (before === undefined) {
        await this.baselines.add(baseline);
        return { thing: baseline, created: true };
      }
      return { thing: await this.baselines.save(baseline), created: false };
    });
  }
}
