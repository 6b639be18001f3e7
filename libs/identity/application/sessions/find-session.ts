import { Clock, sha256 } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../domain/caller';
import { boundsAt, isOver, isSeenAnew, type Session } from '../../domain/session';
import { SessionRepository } from '../ports/session.repository';
import { SessionSettings } from '../ports/session-settings';
import { CallerOfAccount } from '../sign-in/caller-of-account';

/** A session that goes on, and what its holder may do now. */
export interface OpenSession {
  readonly session: Session;
  readonly caller: Caller;
}

/** Finds who is signed in with what a browser holds. Roles are read anew, and a disabled account is signed out. */
@Injectable()
export class FindSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly settings: SessionSettings,
    private readonly callerOf: CallerOfAccount,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nobody is signed in with it, or not any more. */
  async run(id: string): Promise<OpenSession | undefined> {
    const session = await this.sessions.byHash(sha256(id));
    if (session === undefined) {
      return undefined;
    }
    const now = this.clock.now();
    const { limits } = this.settings;
    const caller = isOver(session, boundsAt(now, limits))
      ? undefined
      : await this.callerOf.run(session.accountId);
    if (caller === undefined) {
      await this.sessions.remove(session.sha256);
      return undefined;
    }
    if (isSeenAnew(session, now, limits)) {
      await this.sessions.see(session.sha256, now);
    }
    return { session, caller };
  }
}
