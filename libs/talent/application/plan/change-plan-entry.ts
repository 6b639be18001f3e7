import { AuditTrail, type Authority, InputRefused, StaleVersion, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import {
  entryFaults,
  type PlanEntry,
  type PlanEntryContents,
  type PlanEntryKind,
} from '../../domain/plan/plan-entry';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanEntryRepository } from '../ports/plan-entry.repository';
import { Nameable } from './nameable';
import { tellOfPlan } from './plan-events';
import { type EntryAddress, entryThere } from './read-plan-entry';
import { heldPlan } from './reached-plan';

/** Replaces what an action, a risk or a scenario says. */
@Injectable()
export class ChangePlanEntry {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
    private readonly nameable: Nameable,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `programme.closed`, StaleVersion unless it still has that version, InputRefused with every fault */
  run<Kind extends PlanEntryKind>(
    authority: Authority,
    address: EntryAddress<Kind>,
    version: number,
    content: PlanEntryContents[Kind],
  ): Promise<PlanEntry<Kind>> {
    const { programmeId, kind, id } = address;
    return this.transaction.run(async () => {
      await heldPlan(this.programmes, this.plans, authority, programmeId);
      const before = entryThere(address, await this.entries.byId(address, id));
      if (before.version !== version) {
        throw new StaleVersion(kind);
      }
      InputRefused.ifAny(entryFaults(kind, content, await this.nameable.in(programmeId)));
      const changed = await this.entries.save({ ...before, content });
      const details = { entry: kind, id };
      await tellOfPlan(this.trail, 'leadership-plan.entry-changed', authority, { programmeId }, details);
      return changed;
    });
  }
}
