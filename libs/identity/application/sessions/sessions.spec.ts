import { Clock, Random, sha256 } from '@evenhand/kernel';
import { InMemoryTransaction, RememberedTrail } from '@evenhand/testing';
import type { RoleHeld } from '../../domain/caller';
import type { Session, SessionBounds } from '../../domain/session';
import { RoleHolders } from '../ports/role-holders';
import { SessionRepository } from '../ports/session.repository';
import { CallerOfAccount } from '../sign-in/caller-of-account';
import { BeginSession } from './begin-session';
import { EndSession } from './end-session';
import { FindSession } from './find-session';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PROVEN = { name: 'Ines Calloway', idToken: 'token' };

class Sessions extends SessionRepository {
  kept: Session[] = [];

  override add(session: Session): Promise<void> {
    this.kept.push(session);
    return Promise.resolve();
  }

  override byHash(hash: string): Promise<Session | undefined> {
    return Promise.resolve(this.kept.find((session) => session.sha256 === hash));
  }

  override see(hash: string, at: Date): Promise<void> {
    this.kept = this.kept.map((kept) => (kept.sha256 === hash ? { ...kept, lastSeenAt: at } : kept));
    return Promise.resolve();
  }

  override remove(hash: string): Promise<void> {
    this.kept = this.kept.filter((session) => session.sha256 !== hash);
    return Promise.resolve();
  }

  override removeOver({ seen, signedIn }: SessionBounds): Promise<void> {
    this.kept = this.kept.filter(({ lastSeenAt, signedInAt }) => lastSeenAt > seen && signedInAt > signedIn);
    return Promise.resolve();
  }
}

class Holders extends RoleHolders {
  readonly roles = new Map<string, readonly RoleHeld[]>([['ines', [{ role: 'coordinator' }]]]);

  override rolesOf(accountId: string): Promise<readonly RoleHeld[] | undefined> {
    return Promise.resolve(this.roles.get(accountId));
  }
}

class MovedClock extends Clock {
  at = Date.parse('2026-11-20T09:00:00Z');

  override now(): Date {
    return new Date(this.at);
  }
}

class Counted extends Random {
  private made = 0;

  override uuid(): string {
    return this.secret();
  }

  override secret(): string {
    return String(this.made++).padStart(43, 's');
  }
}

function pages() {
  const sessions = new Sessions();
  const holders = new Holders();
  const clock = new MovedClock();
  const trail = new RememberedTrail();
  const settings = { limits: { idleMinutes: 30, hours: 12 } };
  const transaction = new InMemoryTransaction([]);
  const begin = new BeginSession(sessions, settings, trail, new Counted(), clock, transaction);
  const find = new FindSession(sessions, settings, new CallerOfAccount(holders), clock);
  const end = new EndSession(sessions, trail, transaction);
  return { sessions, holders, clock, trail, begin, find, end };
}

describe('a session', () => {
  it('is known by what the browser was given, of which only the hash is kept', async () => {
    const { begin, find, sessions } = pages();
    const id = await begin.run('ines', PROVEN);
    expect(await find.run(id)).toMatchObject({
      session: { accountId: 'ines', holderName: 'Ines Calloway', idToken: 'token' },
      caller: { id: 'ines', roles: [{ role: 'coordinator' }] },
    });
    expect(sessions.kept.map((session) => session.sha256)).toEqual([sha256(id)]);
    expect(JSON.stringify(sessions.kept)).not.toContain(id);
    expect(await find.run(sha256(id))).toBeUndefined();
  });

  it('takes the place of the one that the browser had, which opens nothing any more', async () => {
    const { begin, find } = pages();
    const before = await begin.run('ines', PROVEN);
    const after = await begin.run('ines', PROVEN, before);
    expect(after).not.toBe(before);
    expect(await find.run(before)).toBeUndefined();
    expect(await find.run(after)).toBeDefined();
  });

  it('is never one that the browser thought up', async () => {
    const { begin, find } = pages();
    const thoughtUp = 'x'.repeat(43);
    expect(await begin.run('ines', PROVEN, thoughtUp)).not.toBe(thoughtUp);
    expect(await find.run(thoughtUp)).toBeUndefined();
  });

  it('goes on while it is used, and ends after half an hour without a page', async () => {
    const { begin, find, clock, sessions } = pages();
    const id = await begin.run('ines', PROVEN);
    for (let page = 0; page < 8; page++) {
      clock.at += 29 * MINUTE;
      expect(await find.run(id)).toBeDefined();
    }
    clock.at += 30 * MINUTE;
    expect(await find.run(id)).toBeUndefined();
    expect(sessions.kept).toEqual([]);
  });

  it('ends after twelve hours however much it is used', async () => {
    const { begin, find, clock } = pages();
    const id = await begin.run('ines', PROVEN);
    for (let page = 0; page < 47; page++) {
      clock.at += 15 * MINUTE;
      expect(await find.run(id)).toBeDefined();
    }
    clock.at += 15 * MINUTE;
    expect(await find.run(id)).toBeUndefined();
  });

  it('ends with the next request of a disabled account, and shows roles as they are now', async () => {
    const { begin, find, holders, sessions } = pages();
    const id = await begin.run('ines', PROVEN);
    holders.roles.set('ines', [{ role: 'hr_auditor' }]);
    expect((await find.run(id))?.caller.roles).toEqual([{ role: 'hr_auditor' }]);
    holders.roles.delete('ines');
    expect(await find.run(id)).toBeUndefined();
    holders.roles.set('ines', [{ role: 'hr_auditor' }]);
    expect(await find.run(id)).toBeUndefined();
    expect(sessions.kept).toEqual([]);
  });

  it('ends by signing out, and what is over is cleared away by whoever signs in next', async () => {
    const { begin, find, end, clock, sessions, trail } = pages();
    const id = await begin.run('ines', PROVEN);
    await end.run((await find.run(id))!.session);
    expect(await find.run(id)).toBeUndefined();
    await begin.run('ines', PROVEN);
    clock.at += HOUR;
    const last = await begin.run('ines', PROVEN);
    expect(sessions.kept.map((session) => session.sha256)).toEqual([sha256(last)]);
    expect(trail.events.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      ...['security session.begun', 'security session.ended'],
      ...['security session.begun', 'security session.begun'],
    ]);
  });
});
