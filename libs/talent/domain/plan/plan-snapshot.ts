import type { ToldBy } from '@evenhand/disclosure';
import { Conflict } from '@evenhand/kernel';
import type { HeldFigure } from './counted-plan';
import type { PlanDashboard } from './plan-dashboard';
import type { ShownGap } from './shown-gap';

/** Where a snapshot stands. What is published stays as it is. */
export const PLAN_SNAPSHOT_STATES = ['put_forward', 'published', 'turned_down'] as const;
/** The code of one of them. */
export type PlanSnapshotState = (typeof PLAN_SNAPSHOT_STATES)[number];

/** What a snapshot tells of a plan: nothing in it is an exact count of people. */
export interface PlanOutline {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly dashboard: PlanDashboard;
  /** By which policy: of a figure that stands as it was put forward before, by that of then. */
  readonly toldBy: ToldBy<HeldFigure>;
  /** Posts alone, by region. */
  readonly demand: ShownGap;
  /** Where the numbers on workforce and community are from, and of which day; absent without a baseline. */
  readonly baseline?: { readonly source: string; readonly asOf: string };
}

/** A plan as it stood on a day, that is to be public, or is. */
export interface PlanSnapshot {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly state: PlanSnapshotState;
  readonly outline: PlanOutline;
  readonly countedAt: Date;
  /** Account. */
  readonly putForwardBy: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  /** Why it was turned down, 1 to 2,000 characters; absent of those that were before it was asked. */
  readonly reason?: string;
}

/** What a board member says: it is published for good, or turned down, and whoever put it forward is told why. */
export type PlanSnapshotDecision =
  { readonly state: 'published' } | { readonly state: 'turned_down'; readonly reason: string };

/** A published snapshot as everybody sees it in a list. */
export interface PublicPlanSnapshot {
  readonly id: string;
  readonly programmeTitle: string;
  readonly publishedAt: Date;
  readonly countedAt: Date;
}

/** The same with what it tells. */
export interface PublicPlan extends PublicPlanSnapshot {
  readonly outline: PlanOutline;
}

/** @throws Conflict `leadership-plan-snapshot.decided`, `leadership-plan-snapshot.own` for whoever put it forward */
export function decideSnapshot(
  snapshot: PlanSnapshot,
  decision: PlanSnapshotDecision,
  { account, at }: { readonly account: string; readonly at: Date },
): PlanSnapshot {
  refuseDecided(snapshot);
  if (snapshot.putForwardBy === account) {
    throw new Conflict(
      'leadership-plan-snapshot.own',
      'You put this snapshot forward, and nobody approves their own: leave it to another member of the board.',
    );
  }
  return { ...snapshot, ...decision, decidedBy: account, decidedAt: at };
}

/** @throws Conflict `leadership-plan-snapshot.decided` where it waits for the board no more */
export function refuseDecided({ state }: PlanSnapshot): void {
  if (state !== 'put_forward') {
    throw new Conflict(
      'leadership-plan-snapshot.decided',
      `The snapshot is ${state.replace('_', ' ')} already.`,
    );
  }
}
