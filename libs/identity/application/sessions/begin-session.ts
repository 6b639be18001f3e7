import { AuditTrail, Authority, Clock, Random, sha256, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { boundsAt } from '../../domain/session';
import type { ProvenSignIn } from '../ports/sign-in-provider';
import { SessionRepository } from '../ports/session.repository';
import { SessionSettings } from '../ports/session-settings';

const MOST_OF_A_NAME = 200;

/** Begins a session for the holder of an account who has just signed in. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly settings: SessionSettings,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param before what the browser held until now: that session ends, whoever's it was
   * @returns what the browser is to hold from now on. It was never anybody's, and is kept nowhere else
   */
  run(accountId: string, proven: Pick<ProvenSignIn, 'name' | 'idToken'>, before?: string): Promise<string> {
    const id = this.random.secret();
    const now = this.clock.now();
    return this.transaction.run(async () => {
      if (before !== undefined) {
        await this.sessions.remove(sha256(before));
      }
      await this.sessions.removeOver(boundsAt(now, this.settings.limits));
      await this.sessions.add({
        sha256: sha256(id),
        accountId,
        holderName: proven.name.slice(0, MOST_OF_A_NAME),
        formToken: this.random.secret(),
        idToken: proven.idToken,
        signedInAt: now,
        lastSeenAt: now,
      });
      await this.trail.record({
        kind: 'security',
        action: 'session.begun',
        authority: new Authority({ kind: 'account', id: accountId, persons: [] }, []),
        thing: { kind: 'account', id: accountId },
      });
      return id;
    });
  }
}
