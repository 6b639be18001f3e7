import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  decideSnapshot,
  type PlanSnapshot,
  type PlanSnapshotDecision,
} from '../../domain/plan/plan-snapshot';
import { tellOfPlan } from '../plan/plan-events';
import { PlanSnapshotRepository } from '../ports/plan-snapshot.repository';
import { actingAccount } from './acting-account';
import { type SnapshotAddress, snapshotThere } from './read-plan-snapshots';

/** The board approves that a plan is published as it stood, for good, or turns it down. */
@Injectable()
export class DecidePlanSnapshot {
  constructor(
    private readonly snapshots: PlanSnapshotRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `leadership-plan-snapshot.own`, `leadership-plan-snapshot.decided` */
  run(authority: Authority, address: SnapshotAddress, decision: PlanSnapshotDecision): Promise<PlanSnapshot> {
    return this.transaction.run(async () => {
      const snapshot = snapshotThere(authority, address, await this.snapshots.lock(address.id));
      const by = { account: actingAccount(authority), at: this.clock.now() };
      const decided = decideSnapshot(snapshot, decision, by);
      await this.snapshots.save(decided);
      const action =
        decision.state === 'published' ? 'leadership-plan.published' : 'leadership-plan.turned-down';
      await tellOfPlan(this.trail, action, authority, address.of, { snapshot: snapshot.id });
      return decided;
    });
  }
}
