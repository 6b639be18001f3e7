import { AuditTrail, type Authority, InputRefused, NotFound, Transaction } from '@evenhand/kernel';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type LeadershipPlan, vacancyFaults } from '../../domain/plan/leadership-plan';
import { type NameableCodes, scopeFaults, unknown } from '../../domain/plan/plan-entry';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { Nameable } from './nameable';
import { tellOfPlan } from './plan-events';
import { type Put, refuseUnlessReplaceable } from './reached-plan';

/** Makes the plan of a programme, or replaces what it starts from; its sections and entries stay. */
@Injectable()
export class PutLeadershipPlan {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly nameable: Nameable,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param expectedVersion the version that is replaced; without it the plan is a new one
   * @throws NotFound, StaleVersion, Conflict `leadership-plan.exists`, `programme.closed`, InputRefused with every fault
   */
  run(
    authority: Authority,
    programmeId: string,
    wanted: Pick<LeadershipPlan, 'title' | 'startsOn' | 'vacancies'>,
    expectedVersion?: number,
  ): Promise<Put<LeadershipPlan>> {
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      const before = await this.plans.lock(programmeId);
      refuseUnlessReplaceable('leadership plan', programmeId, before, expectedVersion);
      InputRefused.ifAny(faultsOf(wanted, await this.nameable.in(programmeId)));
      const { title, startsOn, vacancies } = wanted;
      const plan = { programmeId, title, startsOn, vacancies, version: before?.version ?? 1 };
      const action = before === undefined ? 'leadership-plan.made' : 'leadership-plan.changed';
      await tellOfPlan(this.trail, action, authority, { programmeId });
      if (before === undefined) {
        await this.plans.add(plan);
        return { thing: plan, created: true };
      }
      return { thing: await this.plans.save(plan), created: false };
    });
  }
}

function faultsOf({ vacancies }: Pick<LeadershipPlan, 'vacancies'>, codes: NameableCodes): readonly string[] {
  return [
    ...vacancyFaults(vacancies),
    ...vacancies.flatMap((vacancy, at) => [
      ...scopeFaults(vacancy, `vacancies[${at}]`, codes),
      ...unknown(`vacancies[${at}].horizon`, vacancy.horizon, codes.horizons, 'horizon'),
    ]),
  ];
}
