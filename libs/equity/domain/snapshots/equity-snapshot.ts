import { Conflict } from '@evenhand/kernel';
import type { EquityReport } from '../reports/equity-report';

/** Where a snapshot stands. What is published stays as it is. */
export const SNAPSHOT_STATES = ['put_forward', 'published', 'turned_down'] as const;
/** One of them. */
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];

/** A report that is to be public, or is. */
export interface EquitySnapshot {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly reportId: string;
  readonly state: SnapshotState;
  /** Accounts. */
  readonly putForwardBy: string;
  readonly putForwardAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  /** Why it was turned down, 1 to 2,000 characters; absent of those that were before it was asked. */
  readonly reason?: string;
}

/** What a board member says: it is published for good, or turned down, and whoever put it forward is told why. */
export type SnapshotDecision =
  { readonly state: 'published' } | { readonly state: 'turned_down'; readonly reason: string };

/** A published snapshot as everybody sees it. */
export interface PublicSnapshot {
  readonly id: string;
  readonly programmeTitle: string;
  readonly publishedAt: Date;
  /** When the counts were taken. */
  readonly countedAt: Date;
}

/** The same with its tables. */
export interface PublicSnapshotReport extends PublicSnapshot {
  readonly report: EquityReport;
}

/**
 * A board member decides about a snapshot.
 *
 * @param accounts who asked for the report; neither they nor whoever put it forward approves it
 * @throws Conflict `equity-snapshot.decided`, `equity-snapshot.own-report`
 */
export function decide(
  snapshot: EquitySnapshot,
  decision: SnapshotDecision,
  by: { readonly account: string; readonly reportAskedBy: string; readonly at: Date },
): EquitySnapshot {
  refuseDecided(snapshot);
  if (isOwn(snapshot, by)) {
    throw new Conflict(
      'equity-snapshot.own-report',
      'You ran this report or put it forward, and nobody approves their own: leave it to another member of the board.',
    );
  }
  return { ...snapshot, ...decision, decidedBy: by.account, decidedAt: by.at };
}

/** @throws Conflict `equity-snapshot.decided` where it waits for the board no more */
export function refuseDecided({ state }: EquitySnapshot): void {
  if (state !== 'put_forward') {
    throw new Conflict('equity-snapshot.decided', `The snapshot is ${state.replace('_', ' ')} already.`);
  }
}

/** Whether an account asked for the report or put it forward. */
export function isOwn(
  { putForwardBy }: EquitySnapshot,
  { account, reportAskedBy }: { readonly account: string; readonly reportAskedBy: string },
): boolean {
  return [putForwardBy, reportAskedBy].includes(account);
}
