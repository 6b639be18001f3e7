import { DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { besidePools } from '../../domain/plan/beside-pools';
import { countedIn } from '../../domain/plan/counted-plan';
import { gapTable } from '../../domain/plan/gap';
import { heldStill } from '../../domain/plan/held-still';
import { planDashboard } from '../../domain/plan/plan-dashboard';
import type { PlanSnapshot } from '../../domain/plan/plan-snapshot';
import { shownGap } from '../../domain/plan/shown-gap';
import { DashboardInputs } from '../plan/dashboard-inputs';
import { tellOfPlan } from '../plan/plan-events';
import { heldPlan } from '../plan/reached-plan';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanSnapshotRepository } from '../ports/plan-snapshot.repository';
import { ToldOfPools } from '../ports/told-of-pools';
import { actingAccount } from './acting-account';

/** The board puts a plan forward to be published, as it stands now and as everybody may read it. */
@Injectable()
export class PutPlanForward {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly snapshots: PlanSnapshotRepository,
    private readonly inputs: DashboardInputs,
    private readonly told: ToldOfPools,
    private readonly catalogue: Catalogue,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @throws NotFound where there is no such plan, Conflict `programme.closed`, `leadership-plan-snapshot.exists` */
  run(authority: Authority, programmeId: string): Promise<PlanSnapshot> {
    return this.transaction.run(async () => {
      const { policy } = this.disclosure;
      const plan = await heldPlan(this.programmes, this.plans, authority, programmeId);
      const putForwardBy = actingAccount(authority);
      const countedAt = this.clock.now();
      const input = await this.inputs.of(plan, false);
      const told = await this.told.ofProgramme(programmeId);
      const forward = heldStill(
        { dashboard: await planDashboard(input, policy), counted: countedIn(input), toldBy: { policy } },
        await this.snapshots.toldBefore(programmeId),
        policy,
      );
      const { baseline } = input;
      const snapshot: PlanSnapshot = {
        ...{ id: this.random.uuid(), programmeId, state: 'put_forward', putForwardBy, countedAt },
        outline: {
          ...{ title: plan.title, startsOn: plan.startsOn },
          dashboard: await besidePools(forward, countedAt, told, this.catalogue.content, policy),
          toldBy: forward.toldBy,
          demand: shownGap(gapTable(input.base, 'region'), false),
          ...(baseline === undefined ? {} : { baseline: { source: baseline.source, asOf: baseline.asOf } }),
        },
      };
      await this.snapshots.add(snapshot, forward.counted);
      const details = { snapshot: snapshot.id };
      await tellOfPlan(this.trail, 'leadership-plan.put-forward', authority, { programmeId }, details);
      return snapshot;
    });
  }
}
