import { EqualityRecordRepository } from '@evenhand/equity';
import { Authority } from '@evenhand/kernel';
import { createDataSource, PersistenceModule, RowReach } from '@evenhand/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { databaseUrls } from '../../apps/embedded/src/postgres/database-users';
import { optionsOf, useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const NOW = new Date('2026-10-01T09:00:00.000Z');
const ANSWERS = { sex: 'female', religion: 'prefer_not_to_say' };
const TABLES = ['equality.standing', 'equality.answer'];
let server: INestApplicationContext;
let [ana, ben] = ['', ''];

beforeAll(async () => {
  server = await NestFactory.createApplicationContext(
    PersistenceModule.forRoot(optionsOf(databaseUrls(matching.url).server)),
    { logger: false, abortOnError: false },
  );
});

afterAll(() => server.close());

beforeEach(async () => {
  [ana, ben] = (await matching.people(2)) as [string, string];
  for (const personId of [ana, ben]) {
    await own(personId, (records) => records.keep(personId, ANSWERS, NOW));
  }
});

describe('Equality answers', () => {
  it('come back as they were given, in place of those before', async () => {
    const read = () => own(ana, (records) => records.ofPerson(ana));
    expect(await read()).toEqual({ kind: 'consented', since: NOW, answers: ANSWERS });
    const later = new Date('2026-10-02T09:00:00.000Z');
    expect(await own(ana, (records) => records.keep(ana, { disability: 'no' }, later))).toBe(true);
    expect(await read()).toEqual({ kind: 'consented', since: later, answers: { disability: 'no' } });
  });

  it('are gone at once when they are withdrawn, when somebody objects, and when they are erased', async () => {
    await own(ana, (records) => records.remove(ana));
    expect(await rowsOf(ana)).toEqual([0, 0]);
    await own(ben, (records) => records.object(ben, NOW));
    expect(await rowsOf(ben)).toEqual([1, 0]);
    expect(await own(ben, (records) => records.keep(ben, ANSWERS, NOW))).toBe(false);
    await own(ben, (records) => records.remove(ben));
    expect(await own(ben, (records) => records.ofPerson(ben))).toEqual({ kind: 'objected', since: NOW });
    await own(ben, (records) => records.takeBackObjection(ben));
    expect(await own(ben, (records) => records.keep(ben, ANSWERS, NOW))).toBe(true);
    await matching.behind('delete from person where id = $1', [ben]);
    expect(await rowsOf(ben)).toEqual([0, 0]);
  });

  it('are never kept beside an objection, however many do what at once', async () => {
    for (let time = 0; time < 10; time += 1) {
      await Promise.all([
        own(ana, (records) => records.keep(ana, ANSWERS, NOW)),
        own(ana, (records) => records.object(ana, NOW)),
        own(ana, (records) => records.keep(ana, { sex: 'male' }, NOW)),
      ]).catch(() => undefined);
      const record = await own(ana, (records) => records.ofPerson(ana));
      const [, answers] = await rowsOf(ana);
      expect(record?.kind === 'objected' ? answers : 0).toBe(0);
      await own(ana, (records) => records.takeBackObjection(ana));
    }
  });

  it('are shown to nobody else by any statement of the server, whatever it reaches', async () => {
    const { programmeId } = matching;
    const coordinator = RowReach.of(
      new Authority({ kind: 'account', id: randomUUID(), persons: [] }, [
        { role: 'coordinator', programmeId },
      ]),
    );
    for (const reach of [RowReach.ALL, RowReach.PUBLIC, RowReach.NOTHING, coordinator, reachOf(ben)]) {
      expect(await reach.run(() => records().ofPerson(ana))).toBeUndefined();
      await reach.run(() => records().remove(ana));
    }
    await expect(reachOf(ben).run(() => records().keep(ana, ANSWERS, NOW))).rejects.toThrow(
      'row-level security',
    );
    expect(await rowsOf(ana)).toEqual([1, 2]);
  });

  it.each([...TABLES.map((table) => `select from ${table}`), `select equality.counts($1, 'sex')`])(
    'are refused to whoever matches, and signs people in, by the database itself: %s',
    async (statement) => {
      const values = statement.includes('$1') ? [matching.programmeId] : [];
      const refused = { code: '42501' };
      await expect(as(databaseUrls(matching.url).worker, statement, values)).rejects.toMatchObject(refused);
      const signingIn = await createDataSource(optionsOf(databaseUrls(matching.url).server)).initialize();
      const query = RowReach.SIGN_IN.run(() => signingIn.query(statement, values));
      await expect(query).rejects.toMatchObject(refused);
      await signingIn.destroy();
    },
  );

  it('are told in counts, and never by row, to whoever audits', async () => {
    const { auditor } = databaseUrls(matching.url);
    const counts = () =>
      as(auditor, 'select * from equality.counts($1, $2)', [matching.programmeId, 'religion']);
    const before = Number(((await counts()) as { people: string }[])[0]!.people);
    await own(ana, (records) => records.object(ana, NOW));
    expect(await counts()).toEqual([{ answer: 'prefer_not_to_say', people: String(before - 1) }]);
    const elsewhere = as(auditor, 'select from equality.counts($1, $2)', [randomUUID(), 'religion']);
    expect(await elsewhere).toEqual([]);
    for (const table of [...TABLES, 'person']) {
      await expect(as(auditor, `select from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    // Not even the server may count: whoever publishes counts asks as an auditor does.
    await expect(
      as(databaseUrls(matching.url).server, `select equality.counts($1, 'sex')`, [matching.programmeId]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('lie in tables that are locked by row, for their owner too', async () => {
    const locked = await as(
      matching.url,
      `select relname from pg_class where relkind = 'r' and relnamespace = 'equality'::regnamespace
        and relrowsecurity and relforcerowsecurity order by relname`,
    );
    expect(locked).toEqual([{ relname: 'answer' }, { relname: 'standing' }]);
  });
});

function records(): EqualityRecordRepository {
  return server.get(EqualityRecordRepository);
}

function own<Result>(
  personId: string,
  work: (records: EqualityRecordRepository) => Promise<Result>,
): Promise<Result> {
  return reachOf(personId).run(() => work(records()));
}

function reachOf(personId: string): RowReach {
  const { programmeId } = matching;
  return RowReach.of(
    new Authority({ kind: 'account', id: randomUUID(), persons: [{ programmeId, personId }] }, [
      { role: 'mentor', programmeId, personId },
    ]),
  );
}

/** How many rows there are of a person, of consent or objection and of answers, behind every lock. */
async function rowsOf(personId: string): Promise<number[]> {
  const counts = TABLES.map((table) =>
    as(matching.url, `select from ${table} where person_id = $1`, [personId]),
  );
  return (await Promise.all(counts)).map((rows) => rows.length);
}

async function as(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
