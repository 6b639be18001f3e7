import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PlanEntry, PlanEntryKind } from '../../domain/plan/plan-entry';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { type EntriesOf, PlanEntryRepository } from '../ports/plan-entry.repository';
import { reachedPlan } from './reached-plan';

/** Where an entry stands: in a plan, among those of its kind. */
export interface EntryAddress<Kind extends PlanEntryKind> extends EntriesOf<Kind> {
  readonly id: string;
}

/** Reads an action, a risk or a scenario. */
@Injectable()
export class ReadPlanEntry {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly entries: PlanEntryRepository,
  ) {}

  /** @throws NotFound */
  async run<Kind extends PlanEntryKind>(
    authority: Authority,
    address: EntryAddress<Kind>,
  ): Promise<PlanEntry<Kind>> {
    await reachedPlan(this.plans, authority, address.programmeId);
    return entryThere(address, await this.entries.byId(address, address.id));
  }
}

/** The entry that was found at an address. @throws NotFound where none was */
export function entryThere<Kind extends PlanEntryKind>(
  { kind, id }: EntryAddress<Kind>,
  entry: PlanEntry<Kind> | undefined,
): PlanEntry<Kind> {
  if (entry === undefined) {
    throw new NotFound(`plan ${kind}`, id);
  }
  return entry;
}
