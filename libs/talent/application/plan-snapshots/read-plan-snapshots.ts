import { type Authority, NotFound, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  type PlanSnapshot,
  type PublicPlan,
  type PublicPlanSnapshot,
  refuseDecided,
} from '../../domain/plan/plan-snapshot';
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

  /** The last that was put forward of a plan, where one was; undefined where there is no plan for whoever reads. */
  async lastOf(
    authority: Authority,
    programmeId: string,
  ): Promise<{ readonly snapshot?: PlanSnapshot } | undefined> {
    const reached = authority.reachesProgramme(programmeId);
    if (!reached || (await this.plans.ofProgramme(programmeId)) === undefined) return undefined;
    const [snapshot] = (await this.snapshots.list(programmeId, { limit: 1 })).items;
    return snapshot === undefined ? {} : { snapshot };
  }

  /** @throws NotFound */
  async one(authority: Authority, address: SnapshotAddress): Promise<PlanSnapshot> {
    return snapshotThere(authority, address, await this.snapshots.byId(address.id));
  }

  /** One that the board is to decide about. @throws NotFound, Conflict `leadership-plan-snapshot.decided` */
  async waiting(authority: Authority, address: SnapshotAddress): Promise<PlanSnapshot> {
    const snapshot = await this.one(authority, address);
    refuseDecided(snapshot);
    return snapshot;
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
