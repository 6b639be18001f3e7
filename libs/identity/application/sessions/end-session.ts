import { AuditTrail, Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Session } from '../../domain/session';
import { SessionRepository } from '../ports/session.repository';

/** Signs somebody out of the pages, with their next request. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  run({ sha256, accountId }: Session): Promise<void> {
    return this.transaction.run(async () => {
      await this.sessions.remove(sha256);
      await this.trail.record({
        kind: 'security',
        action: 'session.ended',
        authority: new Authority({ kind: 'account', id: accountId, persons: [] }, []),
        thing: { kind: 'account', id: accountId },
      });
    });
  }
}
