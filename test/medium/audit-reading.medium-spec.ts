import {
  type AskedEvents,
  AuditLogRepository,
  ListAuditEvents,
  ListViewsOfMe,
  LogPseudonyms,
  toldIn,
} from '@evenhand/governance';
import { type AuditedEvent, AuditTrail, Authority, type Reach, UnknownPosition } from '@evenhand/kernel';
import { authorityOfPerson, EVERYWHERE } from '@evenhand/testing';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const trail = (): AuditTrail => matching.get(AuditTrail);
const page = { limit: 200 };

function watcher(...reaches: readonly Reach[]): Authority {
  return new Authority({ kind: 'account', id: randomUUID(), persons: [] }, reaches);
}

async function record(action: string, more: Partial<AuditedEvent> = {}): Promise<void> {
  await trail().record({
    kind: 'read',
    action,
    authority: EVERYWHERE,
    programmeId: matching.programmeId,
    ...more,
  });
}

async function listed(authority: Authority, asked: AskedEvents = {}): Promise<readonly string[]> {
  const list = new ListAuditEvents(matching.get(AuditLogRepository), trail());
  return (await list.run(authority, asked, page)).items.map(({ columns }) => columns.action);
}

const views = () => new ListViewsOfMe(matching.get(AuditLogRepository));

describe('Events for those who watch', () => {
  const elsewhere = randomUUID();

  beforeAll(async () => {
    await record('report.run', { kind: 'equity' });
    await record('report.run-elsewhere', { kind: 'equity', programmeId: elsewhere });
    await record('role.confirmed', { kind: 'security' });
    await trail().record({ kind: 'security', action: 'sign-in.refused', authority: EVERYWHERE });
    await record('person.read');
  });

  it('are those about equity for an HR auditor, those about security for a platform admin', async () => {
    expect(await listed(watcher({ role: 'hr_auditor' }))).toEqual(['report.run-elsewhere', 'report.run']);
    expect(await listed(watcher({ role: 'platform_admin' }))).toEqual(['sign-in.refused', 'role.confirmed']);
    const both = watcher({ role: 'hr_auditor' }, { role: 'platform_admin' });
    expect(await listed(both)).toHaveLength(4);
    expect(await listed(both, { kind: 'security' })).toEqual(['sign-in.refused', 'role.confirmed']);
  });

  it('are those of the programmes in which the role is', async () => {
    const auditor = watcher({ role: 'hr_auditor', programmeId: elsewhere });
    expect(await listed(auditor)).toEqual(['report.run-elsewhere']);
    expect(await listed(auditor, { programmeId: matching.programmeId })).toEqual([]);
    expect(await listed(auditor, { kind: 'security' })).toEqual([]);
    const mixed = watcher({ role: 'hr_auditor', programmeId: elsewhere }, { role: 'platform_admin' });
    expect(await listed(mixed)).toEqual(['sign-in.refused', 'role.confirmed', 'report.run-elsewhere']);
  });

  it.each(['aspiring_leader', 'mentor', 'coordinator', 'talent_board'])('are none for a %s', async (role) => {
    expect(await listed(watcher({ role }))).toEqual([]);
  });

  it('are found by the pseudonym of whom they are about', async () => {
    const [personId] = (await matching.people(1)) as [string];
    await record('report.one', { kind: 'equity', personIds: [personId] });
    const list = new ListAuditEvents(matching.get(AuditLogRepository), trail());
    const auditor = watcher({ role: 'hr_auditor' });
    const [event] = (await list.run(auditor, {}, { limit: 1 })).items;
    const [subject] = toldIn(event!.payload).subjects as [string];
    expect(JSON.stringify(event)).not.toContain(personId);
    expect(await listed(auditor, { subject })).toEqual(['report.one']);
    expect(await listed(auditor, { subject: personId })).toEqual([]);
  });

  it('come in pages', async () => {
    const list = new ListAuditEvents(matching.get(AuditLogRepository), trail());
    const admin = watcher({ role: 'platform_admin' });
    const first = await list.run(admin, {}, { limit: 1 });
    const second = await list.run(admin, {}, { limit: 1, after: first.next! });
    expect([...first.items, ...second.items].map(({ columns }) => columns.action)).toEqual([
      'sign-in.refused',
      'role.confirmed',
    ]);
    expect(second.next).toBeUndefined();
    const after = Buffer.from('1; drop table person').toString('base64url');
    await expect(list.run(admin, {}, { limit: 1, after })).rejects.toThrow(UnknownPosition);
  });

  it('are read under the eyes of the log', async () => {
    const admin = watcher({ role: 'platform_admin' });
    await listed(admin, { kind: 'security' });
    const { items } = await views().run(admin, page);
    expect(items).toEqual([]);
    const { seq } = await matching.get(AuditLogRepository).head();
    const last = await matching.get(AuditLogRepository).bySeq(seq);
    expect(toldIn(last!.payload)).toMatchObject({ action: 'audit-log.read', details: { kind: 'security' } });
  });
});

describe('Who looked at my data', () => {
  async function signedIn(personId: string): Promise<Authority> {
    const id = randomUUID();
    await matching.database.query(
      `insert into account (id, kind, email, state, version) values ($1, 'person', $2, 'active', 1)`,
      [id, `${id}@trust.example`],
    );
    await matching.behind('insert into person_account values ($1, $2, now())', [personId, id]);
    const { programmeId } = matching;
    return new Authority({ kind: 'account', id, persons: [{ programmeId, personId }] }, [
      { role: 'coordinator', programmeId },
    ]);
  }

  it('tells when, in which role, from which organisation and what, and names nobody else', async () => {
    const [mine, theirs, colleague] = (await matching.people(3)) as [string, string, string];
    const coordinator = await signedIn(colleague);
    const me = authorityOfPerson(mine, matching.programmeId);
    const thing = { kind: 'person', id: theirs };
    await record('person.read', {
      authority: coordinator,
      personIds: [mine, theirs],
      thing,
      details: { of: theirs },
    });
    await record('proposal.offered', {
      authority: Authority.ofProgram('worker'),
      kind: 'decision',
      personIds: [mine],
    });
    await record('person.changed', { authority: me, kind: 'change', personIds: [mine] });
    await record('person.read', { authority: coordinator, personIds: [theirs] });
    const { items } = await views().run(me, page);
    const { programmeId } = matching;
    const seen = {
      seq: expect.any(Number) as number,
      at: expect.stringMatching(/Z$/) as string,
      programmeId,
    };
    expect(items).toEqual([
      { ...seen, kind: 'change', action: 'person.changed', role: 'aspiring_leader', byMe: true },
      { ...seen, kind: 'decision', action: 'proposal.offered', role: 'worker', byMe: false },
      {
        ...seen,
        kind: 'read',
        action: 'person.read',
        role: 'coordinator',
        organisation: 'A trust',
        byMe: false,
      },
    ]);
  });

  it('tells what was done to the account, too', async () => {
    const account = watcher({ role: 'platform_admin' });
    await record('role.confirmed', { kind: 'security', thing: { kind: 'account', id: account.actor.id } });
    const { items } = await views().run(account, page);
    expect(items).toMatchObject([{ action: 'role.confirmed', role: 'coordinator', byMe: false }]);
  });

  it('tells the role alone of somebody who was forgotten', async () => {
    const [mine, colleague] = (await matching.people(2)) as [string, string];
    const coordinator = await signedIn(colleague);
    await record('person.read', { authority: coordinator, personIds: [mine] });
    await matching.get(LogPseudonyms).forget([coordinator.actor.id]);
    const { items } = await views().run(authorityOfPerson(mine, matching.programmeId), page);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ role: 'coordinator', byMe: false });
    expect(items[0]).not.toHaveProperty('organisation');
  });

  it('tells nothing to somebody whom nothing was ever about, or who was forgotten', async () => {
    const [mine] = (await matching.people(1)) as [string];
    const me = authorityOfPerson(mine, matching.programmeId);
    expect((await views().run(me, page)).items).toEqual([]);
    await record('person.read', { personIds: [mine] });
    await matching.get(LogPseudonyms).forget([mine]);
    expect((await views().run(me, page)).items).toEqual([]);
  });

  it('comes in pages, the newest first', async () => {
    const [mine] = (await matching.people(1)) as [string];
    const me = authorityOfPerson(mine, matching.programmeId);
    for (const action of ['one.read', 'two.read', 'three.read']) await record(action, { personIds: [mine] });
    const first = await views().run(me, { limit: 2 });
    const second = await views().run(me, { limit: 2, after: first.next! });
    const told = [...first.items, ...second.items].map(({ action }) => action);
    expect(told).toEqual(['three.read', 'two.read', 'one.read']);
    expect(second.next).toBeUndefined();
  });
});
