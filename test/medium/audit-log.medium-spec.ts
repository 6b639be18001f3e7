import { LogPseudonyms } from '@evenhand/governance';
import { type AuditedEvent, AuditTrail, sha256 } from '@evenhand/kernel';
import { authorityOfPerson, EVERYWHERE } from '@evenhand/testing';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase('superuser');

const trail = (): AuditTrail => matching.get(AuditTrail);
const pseudonyms = (): LogPseudonyms => matching.get(LogPseudonyms);

function readOf(personId: string, more: Partial<AuditedEvent> = {}): AuditedEvent {
  return {
    kind: 'read',
    action: 'person.read',
    authority: EVERYWHERE,
    programmeId: matching.programmeId,
    personIds: [personId],
    ...more,
  };
}

interface KeptEvent {
  readonly seq: number;
  readonly at: string;
  readonly payload: string;
  readonly previous: string;
  readonly sha256: string;
  readonly subjects: readonly string[];
}

function events(): Promise<KeptEvent[]> {
  return matching.database.query<KeptEvent>(
    `select seq::integer, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, payload,
      previous_sha256 as previous, sha256, subjects
    from audit_event order by audit_event.seq`,
  );
}

async function eventsAfter(before: number): Promise<KeptEvent[]> {
  return (await events()).slice(before);
}

/** Each event's hash covers the event and the one before, and no number is missing. */
function expectWhole(kept: readonly KeptEvent[]): void {
  expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
  let previous = '0'.repeat(64);
  for (const event of kept) {
    expect(event.previous).toBe(previous);
    expect(event.sha256).toBe(sha256([event.seq, event.at, previous, event.payload].join('\n')));
    previous = event.sha256;
  }
}

async function pseudonymOf(subject: string): Promise<string | undefined> {
  const [row] = await matching.database.query<{ pseudonym: string }>(
    'select pseudonym from log_pseudonym where subject = $1',
    [subject],
  );
  return row?.pseudonym;
}

describe('The audit log', () => {
  it('is a chain without gaps, whoever commits when and whatever is rolled back', async () => {
    const before = (await events()).length;
    const people = await matching.people(20);
    const attempts = people.map((personId, index) =>
      matching.database.run(async () => {
        await trail().record(readOf(personId));
        await matching.database.query('select pg_sleep($1)', [((index * 7) % 20) / 200]);
        await trail().record(readOf(personId, { kind: 'change', action: 'person.changed' }));
        if (index % 4 === 1) throw new Error('changed its mind');
      }),
    );
    const settled = await Promise.allSettled(attempts);
    const failed = settled.filter(({ status }) => status === 'rejected').length;
    expect(failed).toBe(5);
    const kept = await events();
    expect(kept).toHaveLength(before + 2 * (20 - failed));
    expectWhole(kept);
  });

  it('makes nobody wait in a ring, in whatever order rows are held and events told', async () => {
    const [one, other] = (await matching.people(2)) as [string, string];
    const hold = (id: string) => matching.database.query('select from person where id = $1 for update', [id]);
    const tellThenHold = matching.database.run(async () => {
      await trail().record(readOf(one));
      await matching.database.query('select pg_sleep(0.2)');
      await hold(other);
    });
    const holdThenTell = matching.database.run(async () => {
      await hold(other);
      await matching.database.query('select pg_sleep(0.3)');
      await trail().record(readOf(other));
    });
    await expect(Promise.all([tellThenHold, holdThenTell])).resolves.toBeDefined();
  });

  it('makes pseudonyms in one order, whoever else makes one of them and changes their mind', async () => {
    const [first, middle, last] = (await matching.people(3)).sort() as [string, string, string];
    const holding = matching.database.run(async () => {
      await matching.database.query('select pseudonyms_in_log($1)', [[middle]]);
      await matching.database.query('select pg_sleep(0.4)');
      throw new Error('changed its mind');
    });
    await Promise.all([
      expect(holding).rejects.toThrow('changed its mind'),
      matching.database
        .query('select pg_sleep(0.1)')
        .then(() =>
          Promise.all([
            trail().record(readOf(first, { personIds: [first, middle, last] })),
            trail().record(readOf(last, { personIds: [last, middle, first] })),
          ]),
        ),
    ]);
    expect(await pseudonymOf(middle)).toBeDefined();
  });

  it('makes nobody wait in a ring for a pseudonym that several make at once, nor for somebody who is forgotten', async () => {
    const people = await matching.people(12);
    const attempts = Array.from({ length: 20 }, (_, at) =>
      matching.database.run(async () => {
        const inSomeOrder = [...people.slice(at % 12), ...people.slice(0, at % 12)];
        for (const personId of at % 2 === 0 ? inSomeOrder : inSomeOrder.reverse()) {
          await trail().record(readOf(personId));
        }
        if (at % 5 === 0) await pseudonyms().forget(inSomeOrder.slice(0, 3));
      }),
    );
    await Promise.all(attempts);
    expectWhole(await events());
  });

  it('dates no event before another one, where a clock was put back', async () => {
    await trail().record(readOf(randomUUID()));
    const { length } = await events();
    const tried = matching.database.run(async () => {
      await matching.database.query('alter table audit_event disable trigger user');
      await matching.database.query(`update audit_event set at = '2100-01-01T00:00:00Z' where seq = $1`, [
        length,
      ]);
      await matching.database.query(
        'select append_audit_events(array[payload]) from audit_event where seq = 1',
      );
      expect((await events())[length]!.at).toBe('2100-01-01T00:00:00.000Z');
      throw new Error('tried');
    });
    await expect(tried).rejects.toThrow('tried');
  });

  it('keeps what was done outside of a transaction in one of its own', async () => {
    const before = (await events()).length;
    const [personId] = (await matching.people(1)) as [string];
    await trail().record(readOf(personId));
    expect(await eventsAfter(before)).toHaveLength(1);
  });

  it('does not keep that somebody read what is their own', async () => {
    const before = (await events()).length;
    const [personId] = (await matching.people(1)) as [string];
    const authority = authorityOfPerson(personId, matching.programmeId);
    await trail().record(readOf(personId, { authority }));
    expect(await eventsAfter(before)).toEqual([]);
    await trail().record(readOf(personId, { authority, kind: 'change', action: 'person.changed' }));
    expect(await eventsAfter(before)).toHaveLength(1);
  });

  it('knows people and accounts by pseudonyms alone', async () => {
    const before = (await events()).length;
    const [personId] = (await matching.people(1)) as [string];
    const thing = { kind: 'person', id: personId };
    await trail().record(readOf(personId, { thing, details: { other: personId, count: 3 } }));
    const [event] = (await eventsAfter(before)) as [KeptEvent];
    const pseudonym = await pseudonymOf(personId);
    expect(pseudonym).not.toBe(personId);
    expect(event.subjects).toEqual([pseudonym]);
    expect(JSON.parse(event.payload)).toEqual({
      kind: 'read',
      action: 'person.read',
      actor: { kind: 'account', id: await pseudonymOf(EVERYWHERE.actor.id), role: 'coordinator' },
      programme: matching.programmeId,
      subjects: [pseudonym],
      thing: { kind: 'person', id: pseudonym },
      details: { other: pseudonym, count: 3 },
    });
  });

  it('is told a fault of an event where it was made, and then keeps nothing of the transaction', async () => {
    const before = (await events()).length;
    const [personId] = (await matching.people(1)) as [string];
    const told = matching.database.run(async () => {
      await trail().record(readOf(personId));
      await trail().record(readOf(personId, { details: { why: 'she asked me to' } }));
    });
    await expect(told).rejects.toThrow('person.read: why may hold words');
    expect(await eventsAfter(before)).toEqual([]);
  });

  it('stays whole when somebody is forgotten, and then means nobody by their pseudonym', async () => {
    const [personId] = (await matching.people(1)) as [string];
    await trail().record(readOf(personId));
    const before = (await events()).length;
    await matching.database.run(async () => {
      await pseudonyms().forget([personId]);
      await trail().record(readOf(personId, { kind: 'change', action: 'person.erased' }));
    });
    const [read, erased] = (await eventsAfter(before - 1)) as [KeptEvent, KeptEvent];
    expect(erased.subjects).toEqual(read.subjects);
    expect(await pseudonymOf(personId)).toBeUndefined();
    expectWhole(await events());
  });

  it.each([
    `update audit_event set payload = '{}'`,
    'delete from audit_event',
    'truncate audit_event',
    'update log_pseudonym set pseudonym = gen_random_uuid()',
    'truncate log_pseudonym',
  ])('refuses its owner to %s', async (statement) => {
    await trail().record(readOf(randomUUID()));
    await expect(matching.database.query(statement)).rejects.toThrow('stays as it was written');
  });
});
