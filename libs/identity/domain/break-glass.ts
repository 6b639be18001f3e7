import { Conflict, Forbidden } from '@evenhand/kernel';

/** How long somebody's record stays open once a second admin has agreed. */
export const OPEN_MINUTES = 60;

/**
 * That an admin, who otherwise sees nobody's record, sees one: for a stated reason, once a second admin has agreed, for
 * an hour. The person is told.
 */
export interface BreakGlass {
  /** UUID. */
  readonly id: string;
  readonly personId: string;
  /** The account of the admin who sees the record. */
  readonly askedBy: string;
  readonly askedAt: Date;
  /** 1 to 500 characters; the person reads it. */
  readonly reason: string;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
  /** When the record closes again. */
  readonly endsAt?: Date;
  readonly version: number;
}

/**
 * A second admin agrees.
 *
 * @throws Forbidden where it is whoever asked, Conflict `break-glass.approved`
 */
export function approve(asked: BreakGlass, byAccountId: string, at: Date): BreakGlass {
  if (asked.askedBy === byAccountId) {
    throw new Forbidden('You asked for this yourself: another admin has to agree.');
  }
  if (asked.approvedBy !== undefined) {
    throw new Conflict('break-glass.approved', 'Somebody has agreed to this already.');
  }
  const endsAt = new Date(at.getTime() + OPEN_MINUTES * 60_000);
  return { ...asked, approvedBy: byAccountId, approvedAt: at, endsAt };
}
