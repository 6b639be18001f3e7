import { type DisclosurePolicy, DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type PlanDashboard, planDashboard } from '../../domain/plan/plan-dashboard';
import { withoutPeopleLetGo, withoutReadyPeople } from '../../domain/plan/shown-dashboard';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { DashboardInputs } from './dashboard-inputs';
import { tellOfPlan } from './plan-events';
import { reachedPlan } from './reached-plan';
import { seesPeopleLetGo, seesReadyPeople } from './people-shown';

/** How a plan is doing as it stands now. */
export interface LiveDashboard extends PlanDashboard {
  /** By which its counts of people are told. */
  readonly policy: DisclosurePolicy;
}

/**
 * Reads how a plan is doing. Counts of people are released ones; ready people are for those alone who look into pools, and
 * people let go for those who keep the plan.
 */
@Injectable()
export class ReadPlanDashboard {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly inputs: DashboardInputs,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  async run(authority: Authority, programmeId: string): Promise<LiveDashboard> {
    const people = seesReadyPeople(authority, programmeId);
    const input = await this.transaction.run(async () => {
      const plan = await reachedPlan(this.plans, authority, programmeId);
      const details = { people };
      await tellOfPlan(this.trail, 'leadership-plan.dashboard-read', authority, { programmeId }, details);
      return this.inputs.of(plan, people);
    });
    const { policy } = this.disclosure;
    const dashboard = await planDashboard(input, policy);
    const shown = people ? dashboard : withoutReadyPeople(dashboard);
    return { ...(seesPeopleLetGo(authority, programmeId) ? shown : withoutPeopleLetGo(shown)), policy };
  }
}
