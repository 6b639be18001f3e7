import { AuditTrail, type Authority, Clock, InputRefused, Random, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import {
  entryFaults,
  type PlanEntry,
  type PlanEntryContents,
  type PlanEntryKind,
  refuseFull,
} from '../../domain/plan/plan-entry';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { type EntriesOf, PlanEntryRepository } from '../ports/plan-entry.repository';
import { Nameable } from './nameable';
import { tellOfPlan } from './plan-events';
import { heldPlan } from './reached-plan';

/** Writes an action, a risk or a scenario into a plan. */
@Injectable()
export class AddPlanEntry {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
    private readonly nameable: Nameable,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no such plan, Conflict `programme.closed`, `leadership-plan.too-many-entries`, InputRefused with every fault */
  run<Kind extends PlanEntryKind>(
    authority: Authority,
    { programmeId, kind }: EntriesOf<Kind>,
    content: PlanEntryContents[Kind],
  ): Promise<PlanEntry<Kind>> {
    return this.transaction.run(async () => {
      await heldPlan(this.programmes, this.plans, authority, programmeId);
      refuseFull(kind, await this.entries.count({ programmeId, kind }));
      InputRefused.ifAny(entryFaults(kind, content, await this.nameable.in(programmeId)));
      const id = this.random.uuid();
      const entry: PlanEntry<Kind> = {
        ...{ id, programmeId, kind, content },
        ...{ addedAt: this.clock.now(), version: 1 },
      };
      await this.entries.add(entry);
      const details = { entry: kind, id };
      await tellOfPlan(this.trail, 'leadership-plan.entry-added', authority, { programmeId }, details);
      return entry;
    });
  }
}
