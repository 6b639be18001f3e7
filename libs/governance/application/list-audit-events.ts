import { may, type Permission, type Role } from '@evenhand/identity';
import { type AuditedKind, AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { ChainedEvent } from '../domain/chained-event';
import { type AuditEventFilter, AuditLogRepository, type EventsReached } from './ports/audit-log.repository';

/** Which events somebody asks for, of those that they may see. */
export type AskedEvents = Omit<AuditEventFilter, 'reached'>;

const READABLE: readonly (readonly [AuditedKind, Permission])[] = [
  ['equity', 'audit-events:read-equity'],
  ['security', 'audit-events:read-security'],
];

/** Lists events of the log for those who watch over equity or security, in which everybody stands by a pseudonym. */
@Injectable()
export class ListAuditEvents {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, asked: AskedEvents, page: PageRequest): Promise<Page<ChainedEvent>> {
    const { programmeId, kind } = asked;
    await this.trail.record({
      kind: 'read',
      action: 'audit-log.read',
      authority,
      ...(programmeId === undefined ? {} : { programmeId }),
      ...(kind === undefined ? {} : { details: { kind } }),
    });
    return this.log.list({ ...asked, reached: reachedBy(authority) }, page);
  }
}

function reachedBy({ reaches }: Authority): readonly EventsReached[] {
  return reaches.flatMap(({ role, programmeId }) =>
    READABLE.filter(([, permission]) => may(role as Role, permission)).map(([kind]) => ({
      kind,
      ...(programmeId === undefined ? {} : { programmeId }),
    })),
  );
}
