import { DisclosureSettings } from '@evenhand/disclosure';
import { type Authority, Clock } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type DashboardInput, type PlanDashboard, planDashboard } from '../../domain/plan/plan-dashboard';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanEntryRepository } from '../ports/plan-entry.repository';
import { PlanFigures } from '../ports/plan-figures';
import { PopulationBaselineRepository } from '../ports/population-baseline.repository';
import { askedSections } from './asked-sections';
import { PlanBases } from './plan-bases';
import { reachedPlan } from './reached-plan';

/** Reads how a plan is doing. Counts of people are released ones. */
@Injectable()
export class ReadPlanDashboard {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
    private readonly baselines: PopulationBaselineRepository,
    private readonly figures: PlanFigures,
    private readonly bases: PlanBases,
    private readonly clock: Clock,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  async run(authority: Authority, programmeId: string): Promise<PlanDashboard> {
    const plan = await reachedPlan(this.plans, authority, programmeId);
    const actions = await this.entries.all({ programmeId, kind: 'action' });
    const risks = await this.entries.all({ programmeId, kind: 'risk' });
    const baseline = await this.baselines.ofProgramme(programmeId);
    const { content } = this.catalogue;
    const input: DashboardInput = {
      base: await this.bases.of(plan),
      appointments: await this.figures.appointments(programmeId),
      actions: actions.map((action) => action.content),
      risks: risks.map((risk) => risk.content),
      sections: await this.plans.sections(programmeId),
      asked: {
        readiness: askedSections(content, 'readiness').length,
        behaviour: askedSections(content, 'behaviour').length,
        chapter: askedSections(content, 'chapter').length,
      },
      escalationLevels: content.escalationLevels.map(({ code }) => code),
      ...(baseline === undefined ? {} : { baseline }),
      today: this.clock.today(),
    };
    return planDashboard(input, this.disclosure.policy);
  }
}
