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
}

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
  decision: 'published' | 'turned_down',
  by: { readonly account: string; readonly reportAskedBy: string; readonly at: Date },
): EquitySnapshot {
  if (snapshot.state !== 'put_forward') {
    throw new Conflict(
      'equity-snapshot.decided',
      `The snapshot is ${snapshot.state.replace('_', ' ')} already.`,
    );
  }
  if ([snapshot.putForwardBy, by.reportAskedBy].includes(by.account)) {
    throw new Conflict(
      'equity-snapshot.own-report',
      'You ran this report or put it forward, and nobody approves their own: leave it to another member of the board.',
    );
  }
  return { ...snapshot, state: decision, decidedBy: by.account, decidedAt: by.at };
}
