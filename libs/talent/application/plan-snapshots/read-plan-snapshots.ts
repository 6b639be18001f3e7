import { type Authority, NotFound, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PlanSnapshot, PublicPlan, PublicPlanSnapshot } from '../../domain/plan/plan-snapshot';
import { reachedPlan } from '../plan/reached-plan';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { PlanSnapshotRepository } from '../ports/plan-snapshot.repository';

/** Where a snapshot stands: under the plan that it is of. */
export interface SnapshotAddress {
  readonly of: { readonly programmeId: string };
  readonly id: string;
}

/** Reads snapshots: who reads the plan all of them, everybody those that are published. */
@Injectable()
export class ReadPlanSnapshots {
  constructor(
    private readonly plans: LeadershipPlanRepository,
    private readonly snapshots: PlanSnapshotRepository,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  async list(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<PlanSnapshot>> {
    await reachedPlan(this.plans, authority, programmeId);
    return this.snapshots.list(programmeId, page);
  }

  /** @throws NotFound */
  async one(authority: Authority, address: SnapshotAddress): Promise<PlanSnapshot> {
    return snapshotThere(authority, address, await this.snapshots.byId(address.id));
  }

  published(page: PageRequest): Promise<Page<PublicPlanSnapshot>> {
    return this.snapshots.published(page);
  }

  /** @throws NotFound where there is none, or it is not published */
  async publishedOne(id: string): Promise<PublicPlan> {
    const plan = await this.snapshots.publishedById(id);
    if (plan === undefined) {
      throw new NotFound('published leadership plan', id);
    }
    return plan;
  }
}

/** The snapshot that was found at an address. @throws NotFound where none was, for whoever asks */
export function snapshotThere(
  authority: Authority,
  { of: { programmeId }, id }: SnapshotAddress,
  snapshot: PlanSnapshot | undefined,
): PlanSnapshot {
  if (snapshot?.programmeId !== programmeId || !authority.reachesProgramme(programmeId)) {
    throw new NotFound('snapshot of the leadership plan', id);
  }
  return snapshot;
}
