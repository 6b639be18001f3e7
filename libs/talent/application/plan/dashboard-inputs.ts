import { Clock } from '@evenhand/kernel';
import { WorkforceRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { PeopleByProfession } from '../../domain/plan/dashboard-groups';
import type { LeadershipPlan } from '../../domain/plan/leadership-plan';
import type { DashboardInput } from '../../domain/plan/plan-dashboard';
import { BoardRepository } from '../ports/board.repository';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanEntryRepository } from '../ports/plan-entry.repository';
import { PlanFigures } from '../ports/plan-figures';
import { PopulationBaselineRepository } from '../ports/population-baseline.repository';
import { askedSections } from './asked-sections';
import { PlanBases } from './plan-bases';

/** Gathers what a dashboard is worked out from, as it stands now. */
@Injectable()
export class DashboardInputs {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
    private readonly baselines: PopulationBaselineRepository,
    private readonly boards: BoardRepository,
    private readonly workforce: WorkforceRepository,
    private readonly figures: PlanFigures,
    private readonly bases: PlanBases,
    private readonly clock: Clock,
  ) {}

  /** @param peopleShown whether true counts may be told of what shows how many are ready */
  async of(plan: LeadershipPlan, peopleShown: boolean): Promise<DashboardInput> {
    const { programmeId } = plan;
    const actions = await this.entries.all({ programmeId, kind: 'action' });
    const risks = await this.entries.all({ programmeId, kind: 'risk' });
    const baseline = await this.baselines.ofProgramme(programmeId);
    const { content } = this.catalogue;
    return {
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
      groups: content.professionalGroups.map(({ code }) => code),
      people: await this.people(programmeId),
      peopleShown,
      today: this.clock.today(),
    };
  }

  private async people(programmeId: string): Promise<PeopleByProfession> {
    const headcounts = await this.workforce.read(programmeId);
    const seats = new Map<string, number>();
    for (const { heldBy } of (await this.boards.ofProgramme(programmeId)).flatMap((board) => board.seats)) {
      if (heldBy !== undefined) seats.set(heldBy.profession, (seats.get(heldBy.profession) ?? 0) + 1);
    }
    return {
      groupOf: new Map(this.catalogue.content.professions.map(({ code, group }) => [code, group])),
      ...(headcounts.size === 0 ? {} : { workforce: headcounts }),
      seats,
    };
  }
}
