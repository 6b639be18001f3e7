import { authorityOf, holdersOf, type Permission, PERMISSIONS, type RoleHeld } from '@evenhand/identity';
import { Authority, type Reach } from '@evenhand/kernel';
import { createDataSource, Database, RowReach, UNLOCKED_TABLES } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { databaseUrls } from '../../apps/embedded/src/postgres/database-users';
import { SERVER_START_MILLISECONDS, usePostgres } from '../harness/postgres';
import { MatchingDatabase, MIGRATED } from './matching-database';

const postgres = usePostgres();
/** Two programmes in one database, each with somebody who asks, a mentor and a proposal. */
const [north, south] = [new MatchingDatabase(), new MatchingDatabase()];
let source: DataSource;
let server: Database;
const people = { mentee: '', mentor: '', stranger: '', southern: '' };
let proposalId = '';

beforeAll(async () => {
  const url = await postgres.createDatabase({ template: MIGRATED });
  await north.open(url);
  await south.open(url);
  for (const programme of [north, south]) {
    const mentor = await programme.mentor(3);
    const [proposal, other] = await programme.proposalsTo(mentor, 2);
    await programme.proposals.add([proposal!, other!]);
    await programme.requests.add(await programme.requestsOf(1));
    await fill(programme);
    if (programme === north) {
      Object.assign(people, { mentor, mentee: proposal!.menteeId, stranger: other!.menteeId });
      proposalId = proposal!.id;
    } else {
      people.southern = proposal!.menteeId;
    }
  }
  await north.database.query('update mentor_profile set listed = false');
  // As the server is wired: small rights, and no reach but the one that it is given.
  source = await createDataSource({
    url: databaseUrls(url).server,
    poolSize: 4,
    applicationName: 'evenhand test',
  }).initialize();
  server = new Database(source);
}, SERVER_START_MILLISECONDS);

afterAll(async () => {
  await source.destroy();
  await north.close();
  await south.close();
});

describe('Every table', () => {
  it('is locked by row for its owner too, or is named with the reason why not', async () => {
    const { rows } = await behind(
      `select relname as table, relrowsecurity and relforcerowsecurity as locked from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
    );
    const tables = rows as { table: string; locked: boolean }[];
    expect(tables.filter(({ locked }) => !locked).map(({ table }) => table)).toEqual(
      Object.keys(UNLOCKED_TABLES).sort(),
    );
  });

  it('belongs to a role that nobody signs in as, and the users of programs pass no lock', async () => {
    const { rows } = await behind(
      `select distinct rolname as owner, rolcanlogin as signs_in from pg_class
      join pg_roles on pg_roles.oid = relowner where relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([{ owner: 'evenhand_owner', signs_in: false }]);
    const users = await behind(
      `select distinct rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
      where rolname like 'evenhand\\_%'`,
    );
    expect(users.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });
});

describe('A statement of the server', () => {
  it('finds no row of any locked table where nothing was said, or nobody is reached', async () => {
    const nobody = RowReach.of(new Authority({ kind: 'account', id: randomUUID(), persons: [] }, []));
    for (const table of await lockedTables()) {
      expect([table, await countBehind(table)]).not.toEqual([table, 0]);
      expect([table, await count(table)]).toEqual([table, 0]);
      expect([table, await nobody.run(() => count(table))]).toEqual([table, 0]);
    }
  });

  it('finds with the reach of one programme what is its own, in every table, and nothing of another', async () => {
    const reaches = { north: programmes(north.programmeId), south: programmes(south.programmeId) };
    for (const table of await lockedTables()) {
      const [ofNorth, ofSouth] = [
        await reaches.north.run(() => keys(table)),
        await reaches.south.run(() => keys(table)),
      ];
      const both = new Set([...ofNorth, ...ofSouth]);
      expect([table, both.size]).toEqual([table, ofNorth.length + ofSouth.length]);
      expect([table, both.size]).toEqual([table, PERSONAL.has(table) ? 0 : await countBehind(table)]);
    }
  });

  it('writes nothing into a programme that it does not reach', async () => {
    const reach = programmes(north.programmeId);
    const [organisation] = await reach.run(() => server.query<{ id: string }>('select id from organisation'));
    const moved = reach.run(() =>
      server.query('update organisation set programme_id = $1 where id = $2', [
        south.programmeId,
        organisation!.id,
      ]),
    );
    await expect(moved).rejects.toThrow('row-level security');
    const added = reach.run(() =>
      server.query(`insert into headcount values ($1, 'midwife', 1)`, [south.programmeId]),
    );
    await expect(added).rejects.toThrow('row-level security');
    const { rows } = await behind(`select from headcount where profession = 'midwife'`);
    expect(rows).toEqual([]);
    expect(
      await reach.run(() => changed('update person set active = false where id = $1', people.southern)),
    ).toBe(0);
  });

  it('shows a person themselves and whom they are offered to, and nobody else', async () => {
    const mentee = person(people.mentee);
    expect(await mentee.run(() => keys('person'))).toEqual([people.mentee, people.mentor].sort());
    expect(await mentee.run(() => keys('proposal'))).toEqual([proposalId]);
    expect(await mentee.run(() => count('mentoring_request'))).toBe(1);
    expect(await mentee.run(() => count('mentor_profile'))).toBe(0);
    expect(await mentee.run(() => count('programme'))).toBe(1);

    const mentor = person(people.mentor);
    expect(await mentor.run(() => count('person'))).toBe(3);
    expect(await mentor.run(() => count('mentoring_request'))).toBe(2);
    expect(await mentor.run(() => count('mentee_profile'))).toBe(0);
  });

  it('shows a card no longer when the proposal is over', async () => {
    const close = (state: string) =>
      north.database.query(
        `update proposal set state = $2, closed_at = case $2 when 'offered' then null else now() end where id = $1`,
        [proposalId, state],
      );
    await close('expired');
    expect(await person(people.mentee).run(() => keys('person'))).toEqual([people.mentee]);
    await close('offered');
    expect(await person(people.mentee).run(() => count('person'))).toBe(2);
  });

  it('lets nobody change whom they only see', async () => {
    const change = 'update person set active = false where id = $1';
    await expect(person(people.mentee).run(() => changed(change, people.mentor))).rejects.toThrow(
      'row-level security',
    );
    expect(await person(people.mentee).run(() => changed(change, people.stranger))).toBe(0);
    const round = 'update matching_round set name = $1';
    await expect(person(people.mentee).run(() => server.query(round, ['Mine']))).rejects.toThrow(
      'row-level security',
    );
  });

  it('shows a person the mentors of their programme who are listed, and of them no more', async () => {
    await north.database.query('update mentor_profile set listed = true where person_id = $1', [
      people.mentor,
    ]);
    try {
      const stranger = person(people.stranger);
      expect(await stranger.run(() => server.query('select person_id from mentor_profile'))).toEqual([
        { person_id: people.mentor },
      ]);
      expect(await stranger.run(() => keys('person'))).toEqual([people.mentor, people.stranger].sort());
    } finally {
      await north.database.query('update mentor_profile set listed = false');
    }
  });

  it('shows the public what is published', async () => {
    const seen: string[] = [];
    for (const table of await lockedTables()) {
      if ((await RowReach.PUBLIC.run(() => count(table))) > 0) seen.push(table);
    }
    expect(seen).toEqual([
      'matching_round',
      'matching_run',
      'programme',
      'talent_pool',
      'talent_pool_criteria',
      'talent_pool_publication',
    ]);
    expect(await RowReach.PUBLIC.run(() => count('talent_pool'))).toBe(2);
  });

  it('shows who looks for whoever signs in whose account and whose address it is, and no more', async () => {
    const [seen, denied]: string[][] = [[], []];
    const tables = await lockedTables('evenhand_owner');
    for (const table of tables) {
      await RowReach.SIGN_IN.run(() => count(table)).then(
        () => seen!.push(table),
        (error: unknown) => ((error as { code?: string }).code === '42501' ? denied!.push(table) : undefined),
      );
    }
    expect(seen).toEqual([
      ...['account', 'break_glass', 'mentor_profile', 'person', 'person_account', 'role_grant', 'session'],
    ]);
    expect([...seen!, ...denied!].sort()).toEqual(tables);
    const named = RowReach.SIGN_IN.run(() => server.query('select name from person'));
    await expect(named).rejects.toMatchObject({ code: '42501' });
  });

  it('finds an address by its index, whoever else is in the table', async () => {
    const plan = await RowReach.SIGN_IN.run(() =>
      server.run(async () => {
        await server.query('set local enable_seqscan = off');
        return server.query<{ 'QUERY PLAN': string }>(
          `explain select id from person where lower(email) = lower('ana@trust.example')`,
        );
      }),
    );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index Cond: \(lower\(email\)/);
    expect(lines).not.toContain('Filter');
  });
});

describe('The word of somebody, whatever they are allowed', () => {
  /** Tables with what people are, want, were offered or were judged to be. */
  const CONTENT = [
    ...['person', 'post', 'mentee_profile', 'mentor_profile', 'mentoring_request', 'proposal'],
    ...['correction_request', 'explanation_review', 'run_pseudonym', 'people_import', 'round_part'],
    ...['talent_pool_member', 'talent_pool_decision'],
  ];

  /** How far somebody reaches with each permission that they hold. */
  const reachesOf = (...roles: readonly RoleHeld[]): readonly (readonly [Permission, RowReach])[] =>
    PERMISSIONS.filter((permission) =>
      roles.some(({ role, personId }) => {
        const isOwn = permission.endsWith('-own');
        return holdersOf(permission).includes(role) && (personId !== undefined || !isOwn);
      }),
    ).map((permission) => [permission, RowReach.of(authorityOf({ id: randomUUID(), roles }, [permission]))]);

  it.each(['aspiring_leader', 'mentor'] as const)(
    'as %s reaches no record but their own and what is shown to them, with no permission at all',
    async (role) => {
      const own = { programmeId: north.programmeId, personId: people.stranger };
      const shown = [people.stranger, people.mentor].sort();
      const reaches = reachesOf({ role: 'aspiring_leader', ...own }, { role, ...own });
      expect(reaches.length).toBeGreaterThan(10);
      for (const [permission, reach] of reaches) {
        expect([permission, await reach.run(() => keys('person'))]).toEqual([permission, shown]);
        for (const [table, column] of [
          ['mentee_profile', 'person_id'],
          ['mentor_profile', 'person_id'],
          ['proposal', 'mentee_id'],
        ] as const) {
          const rows = await reach.run(() =>
            server.query<{ id: string }>(`select ${column} as id from ${table}`),
          );
          expect([permission, table, rows.filter(({ id }) => id !== people.stranger)]).toEqual([
            ...[permission, table, []],
          ]);
        }
      }
    },
  );

  it('as a platform admin reaches programmes, accounts and roles, and nothing of anybody', async () => {
    const reaches = reachesOf({ role: 'platform_admin' });
    expect(reaches.map(([permission]) => permission)).toContain('accounts:read');
    for (const [permission, reach] of reaches) {
      for (const table of CONTENT) {
        expect([permission, table, await reach.run(() => count(table))]).toEqual([permission, table, 0]);
      }
    }
    const listing = new Map(reaches).get('accounts:read')!;
    for (const table of ['programme', 'organisation', 'account', 'role_grant', 'break_glass']) {
      expect([table, await listing.run(() => count(table))]).toEqual([table, await countBehind(table)]);
    }
    const mine = new Map(reaches).get('account:read')!;
    expect(await mine.run(() => count('account'))).toBe(0);
  });

  it('as a platform admin reads the events about security, and no others', async () => {
    await behind(`select append_audit_events(array[json_build_object('kind', 'security', 'action', 'role.asked',
      'actor', json_build_object('kind', 'program', 'id', 'a test', 'role', 'a test'), 'subjects', json_build_array())::text])`);
    const reach = new Map(reachesOf({ role: 'platform_admin' })).get('audit-events:read-security')!;
    const events = await reach.run(() =>
      server.query<{ kind: string }>('select distinct kind from audit_event'),
    );
    expect(events).toEqual([{ kind: 'security' }]);
  });

  it('as staff of every programme reads where everybody works, and by that alone nobody’s record', async () => {
    const reaches = new Map(reachesOf({ role: 'hr_auditor' }));
    for (const asked of ['programmes:read', 'organisations:read', 'account:read'] as const) {
      for (const table of CONTENT) {
        expect([asked, table, await reaches.get(asked)!.run(() => count(table))]).toEqual([asked, table, 0]);
      }
    }
    expect(await reaches.get('programmes:read')!.run(() => count('programme'))).toBe(2);
    expect(await reaches.get('account:read')!.run(() => count('programme'))).toBe(0);
  });

  it('as a mentor puts others forward, sees their own nominations, and neither others nor what was decided', async () => {
    const own = { programmeId: north.programmeId, personId: people.stranger };
    const reach = new Map(reachesOf({ role: 'mentor', ...own })).get('nominations:make-own')!;
    const known = await behind('select person_id as id from talent_pool_member');
    const nominee = [people.mentee, people.mentor].find(
      (id) => !(known.rows as { id: string }[]).some((member) => member.id === id),
    )!;
    const add = (nominator: string, state: string) =>
      reach.run(() =>
        server.query(
          `insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, nominated_as, nominator_role,
            nominator_person_id, came_at, interest_declared_at, version)
          select gen_random_uuid(), id, $1, 'nominated', $3, 'A reason', 'mentor', 'mentor', $2, now(),
            case $3 when 'nominated' then null else now() end, 1 from talent_pool where state = 'open'`,
          [nominee, nominator, state],
        ),
      );
    await expect(add(people.mentor, 'nominated')).rejects.toThrow('row-level security');
    await expect(add(people.stranger, 'interested')).rejects.toThrow('row-level security');
    await add(people.stranger, 'nominated');
    const seen = await reach.run(() =>
      server.query<{ id: string; person_id: string }>(
        'select id, person_id from talent_pool_member where person_id <> $1',
        [people.stranger],
      ),
    );
    expect(seen.map(({ person_id }) => person_id)).toEqual([nominee]);
    const change = `update talent_pool_member set reason = 'Another' where id = $1`;
    expect(await reach.run(() => changed(change, seen[0]!.id))).toBe(0);
    await behind(`
      update talent_pool_member set state = 'assessed', interest_declared_at = now(), horizon = 'now', evidence = 'It',
        assessed_by_version = 1, assessed_at = now(), assessor_role = 'talent_board' where id = '${seen[0]!.id}';
      insert into talent_pool_decision select gen_random_uuid(), pool_id, id, 'in_pool', now(), 'talent_board', null, 1, 'So'
        from talent_pool_member where id = '${seen[0]!.id}'`);
    const decided = (by: RowReach) =>
      by.run(() => server.query('select from talent_pool_decision where member_id = $1', [seen[0]!.id]));
    expect(await decided(reach)).toEqual([]);
    const theirs = new Map(reachesOf({ role: 'aspiring_leader', ...own, personId: nominee }));
    expect(await decided(theirs.get('talent-pools:read-own')!)).toHaveLength(1);
  });

  it('as a lead reads and answers the reviews of barriers that they lead, and begins and sees no other', async () => {
    const leading = (personId: string) =>
      new Map(reachesOf({ role: 'aspiring_leader', programmeId: north.programmeId, personId }));
    await behind(`update barrier_review set executive_lead = '${people.stranger}', non_executive_lead = '${people.mentee}'
      where programme_id = '${north.programmeId}'`);
    const { rows } = await behind('select id from barrier_review where executive_lead is not null');
    const [led] = rows as { id: string }[];
    const answered = `update barrier_review set answers = '[{}]', version = version + 1 where id = $1`;
    for (const lead of [people.stranger, people.mentee]) {
      const reach = leading(lead).get('barrier-reviews:answer-own')!;
      expect(await reach.run(() => keys('barrier_review'))).toEqual([led!.id]);
      expect(await reach.run(() => changed(answered, led!.id))).toBe(1);
      const another = `insert into barrier_review (id, programme_id, organisation_id, state, executive_lead, answers,
          judgements, actions, begun_at, completed_at, version)
        select gen_random_uuid(), programme_id, organisation_id, 'completed', executive_lead, '[]', '[]', '[]', now(), now(), 1
        from barrier_review`;
      await expect(reach.run(() => server.query(another))).rejects.toThrow('row-level security');
    }
    const reach = leading(people.mentor).get('barrier-reviews:answer-own')!;
    expect(await reach.run(() => count('barrier_review'))).toBe(0);
    expect(await reach.run(() => changed(answered, led!.id))).toBe(0);
  });
});

describe('The reach', () => {
  it('holds for each statement of a transaction, however many run in it at once', async () => {
    await RowReach.ALL.run(() =>
      server.run(async () => {
        const ways = [
          programmes(north.programmeId),
          RowReach.ALL,
          RowReach.NOTHING,
          programmes(south.programmeId),
        ];
        const expected = [1, 2, 0, 1];
        const counts = await Promise.all(
          Array.from({ length: 40 }, (_, at) => ways[at % 4]!.run(() => count('programme'))),
        );
        expect(counts).toEqual(Array.from({ length: 40 }, (_, at) => expected[at % 4]));
        expect(await count('programme')).toBe(2);
      }),
    );
  });

  it('stays with the statement, and not with the connection', async () => {
    await Promise.all(Array.from({ length: 20 }, () => RowReach.ALL.run(() => count('programme'))));
    expect(await Promise.all(Array.from({ length: 20 }, () => count('programme')))).toEqual(
      Array<number>(20).fill(0),
    );
    await RowReach.ALL.run(() => server.run(() => count('programme')));
    expect(await count('programme')).toBe(0);
  });

  it('is over when its statement fails, which tells what was wrong and leaves the connection well', async () => {
    for (let time = 0; time < 8; time += 1) {
      await expect(RowReach.ALL.run(() => server.query('select from nowhere'))).rejects.toThrow(
        'relation "nowhere" does not exist',
      );
    }
    expect(await count('programme')).toBe(0);
    expect(await RowReach.ALL.run(() => count('programme'))).toBe(2);
  });
});

describe('The users of programs', () => {
  it.each([
    'alter table person disable row level security',
    'alter table person no force row level security',
    'drop policy may_read on person',
    'create policy mine on person using (true)',
    'set role evenhand_owner',
    'truncate outbox_job',
    'delete from matching_round',
    'delete from audit_event',
    `update audit_event set payload = '{}'`,
    'truncate audit_event',
    'alter table audit_event disable trigger user',
    'insert into audit_event select * from audit_event',
    `update log_pseudonym set subject = gen_random_uuid()`,
    `update talent_pool_criteria set reason = 'another'`,
    'create table own ()',
  ])('cannot: %s', async (statement) => {
    for (const program of ['server', 'worker', 'auditor'] as const) {
      const client = new Client({ connectionString: databaseUrls(north.url)[program] });
      await client.connect();
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('of the queue cannot look at a table', async () => {
    const client = new Client({ connectionString: databaseUrls(north.url).queue });
    await client.connect();
    await expect(client.query('select from person')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

/** Tables whose rows are reached by the person, or the account, whose they are, and by nobody for a programme. */
const PERSONAL = new Set(['session', 'account', 'break_glass', 'log_pseudonym']);

function programmes(programmeId: string): RowReach {
  return reachOf([{ role: 'coordinator', programmeId }]);
}

function person(personId: string): RowReach {
  return reachOf([{ role: 'aspiring_leader', programmeId: north.programmeId, personId }]);
}

function reachOf(reaches: readonly Reach[]): RowReach {
  const persons = reaches.flatMap(({ programmeId, personId }) =>
    programmeId === undefined || personId === undefined ? [] : [{ programmeId, personId }],
  );
  return RowReach.of(new Authority({ kind: 'account', id: randomUUID(), persons }, reaches));
}

async function count(table: string): Promise<number> {
  return (await server.query(`select from ${table}`)).length;
}

/** What tells the rows of a table apart, sorted. */
async function keys(table: string): Promise<string[]> {
  const rows = await server.query<object>(`select * from ${table}`);
  return rows.map((row) => ('id' in row ? String(row.id) : JSON.stringify(row))).sort();
}

async function changed(sql: string, id: string): Promise<number> {
  return (await server.query(`${sql} returning id`, [id])).length;
}

/** The rows that the superuser finds, whom no policy holds. */
async function behind(sql: string): Promise<{ readonly rows: unknown[] }> {
  const client = new Client({ connectionString: north.url });
  await client.connect();
  try {
    return await client.query<object>(sql);
  } finally {
    await client.end();
  }
}

async function countBehind(table: string): Promise<number> {
  return (await behind(`select from ${table}`)).rows.length;
}

/** Locked tables that a role may read at all. */
async function lockedTables(role = 'evenhand_app'): Promise<string[]> {
  const { rows } = await behind(
    `select relname as table from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and has_table_privilege('${role}', oid, 'select') order by relname`,
  );
  return (rows as { table: string }[])
    .map(({ table }) => table)
    .filter((table) => !(table in UNLOCKED_TABLES));
}

/** A row in every table that the tests of matching leave empty. */
async function fill({ programmeId }: MatchingDatabase): Promise<void> {
  await behind(`
    insert into people_import values (gen_random_uuid(), '${programmeId}', now(), '{}', '{}', '{}', '{}', 0, 0, '{}');
    insert into headcount values ('${programmeId}', 'nurse', 1);
    with made as (
      insert into account values (gen_random_uuid(), 'person', '${programmeId}@trust.example', null, null, 'active', 1)
      returning id
    ), claimed as (
      insert into person_account select person.id, made.id, now()
        from made cross join (select id from person where programme_id = '${programmeId}' limit 1) person
    )
    insert into role_grant (id, account_id, role, programme_id, state, asked_at, version)
      select gen_random_uuid(), id, 'coordinator', '${programmeId}', 'held', now(), 1 from made;
    insert into break_glass (id, person_id, asked_by, asked_at, reason, version)
      select gen_random_uuid(), id, gen_random_uuid(), now(), 'A reason', 1
      from person where programme_id = '${programmeId}' limit 1;
    insert into session select encode(sha256(id::text::bytea), 'hex'), id, 'A name', repeat('a', 43), 'a token', now(), now()
      from account where email like '${programmeId}%';
    insert into correction_request (id, programme_id, person_id, field, wanted, state, asked_at, version)
      select gen_random_uuid(), programme_id, id, 'email', 'a@b.example', 'open', now(), 1
      from person where programme_id = '${programmeId}' limit 1;
    insert into explanation_review (id, programme_id, round_id, request_id, person_id, state, asked_at, version)
      select gen_random_uuid(), '${programmeId}', round_id, request_id, mentee_id, 'open', now(), 1
      from proposal join matching_round on matching_round.id = round_id where programme_id = '${programmeId}' limit 1;
    insert into round_part select id, gen_random_uuid(), 'ran' from matching_round
      where programme_id = '${programmeId}' limit 1;
    select pseudonyms_in_log(array(select id from account where email like '${programmeId}%'));
    select append_audit_events(array[json_build_object('kind', 'read', 'action', 'person.read',
      'programme', '${programmeId}', 'actor', json_build_object('kind', 'program', 'id', 'a test', 'role', 'a test'),
      'subjects', json_build_array())::text]);
    insert into mentoring_relationship
        (id, programme_id, proposal_id, request_id, mentee_id, mentor_id, state, began_at, version)
      select gen_random_uuid(), '${programmeId}', proposal.id, request_id, mentee_id, mentor_id, 'starting', now(), 1
      from proposal join matching_round on matching_round.id = round_id where programme_id = '${programmeId}' limit 1;
    insert into championing (id, programme_id, person_id, state, named_at, version)
      select gen_random_uuid(), programme_id, person_id, 'named', now(), 1
      from mentoring_request where programme_id = '${programmeId}' and state = 'submitted';
    insert into workforce_baseline values ('${programmeId}', 0, null, 'midwife', null, null, 9, 1);
    insert into workforce_characteristic values ('${programmeId}', 'sex', 'female', 9);
    insert into barrier_review (id, programme_id, organisation_id, state, answers, judgements, actions, begun_at, version)
      select gen_random_uuid(), programme_id, id, 'open', '[]', '[]', '[]', now(), 1
      from organisation where programme_id = '${programmeId}' limit 1;
    insert into opportunity (id, programme_id, kind, phase, title, description, professions, state, created_at, version)
      values (gen_random_uuid(), '${programmeId}', 'a', 'b', 'A title', 'So', '{}', 'open', now(), 1);
    with report as (
      insert into equity_report (id, programme_id, months, last_day, state, asked_by, asked_at, deliveries, progress)
        values (gen_random_uuid(), '${programmeId}', 24, now(), 'queued', gen_random_uuid(), now(), 0, '{}') returning id
    )
    insert into equity_snapshot (id, programme_id, report_id, state, put_forward_by, put_forward_at)
      select gen_random_uuid(), '${programmeId}', id, 'put_forward', gen_random_uuid(), now() from report;
    insert into equity_look select gen_random_uuid(), programme_id, id, gen_random_uuid(), 'A purpose', now()
      from organisation where programme_id = '${programmeId}' limit 1;
    insert into mentee_profile select mentee_id, '2', '[{"topic": "a", "size": 1}]', 'any', 'any', false, '{}', 1
      from proposal join matching_round on matching_round.id = round_id where programme_id = '${programmeId}';
    insert into run_pseudonym select proposal.run_id, 'p' || mentee_id, mentee_id, request_id
      from proposal join matching_round on matching_round.id = round_id where programme_id = '${programmeId}';
    insert into round_enquiry select gen_random_uuid(), round_id, matching_run.id, '{"kind": "replay"}', 'queued', 0, '{}',
      null, null, now() from matching_run join matching_round on matching_round.id = round_id
      where programme_id = '${programmeId}';
    update matching_round set run_id = (select id from matching_run where round_id = matching_round.id)
      where programme_id = '${programmeId}';
    with pools as (
      insert into talent_pool select gen_random_uuid(), '${programmeId}', state, 'A purpose', '{applied}', state, 1, now(),
        case state when 'open' then now() end, null, 1 from unnest('{draft,open}'::text[]) state
      returning id
    ), criteria as (
      insert into talent_pool_criteria select id, 1, '[{}]', now(), 'A reason' from pools
    ), publications as (
      insert into talent_pool_publication select id, now(), '{}', '{}' from pools
    ), members as (
      insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at, version)
        select gen_random_uuid(), pools.id, person.id, 'applied', 'interested', 'A reason', now(), now(), 1
        from pools cross join (select id from person where programme_id = '${programmeId}' limit 1) person
      returning id, pool_id
    )
    insert into talent_pool_decision select gen_random_uuid(), pool_id, id, 'in_pool', now(), 'talent_board', null, 1, 'So'
      from members;
    insert into pool_decision_review (id, programme_id, pool_id, decision_id, member_id, person_id, state, asked_at, version)
      select gen_random_uuid(), '${programmeId}', decision.pool_id, decision.id, member.id, member.person_id, 'open', now(), 1
      from talent_pool_decision decision join talent_pool_member member on member.id = decision.member_id
        join talent_pool pool on pool.id = decision.pool_id where programme_id = '${programmeId}' limit 1;
    insert into critical_post (id, programme_id, organisation_id, region, title, stage, role_profile, needed_at, state,
        opened_at, version)
      select gen_random_uuid(), '${programmeId}', id, 'london', 'A post', '3', '[{}]', '1-3', 'open', now(), 1
      from organisation where programme_id = '${programmeId}' limit 1;
  `);
  await fillPlan(programmeId);
}

async function fillPlan(programmeId: string): Promise<void> {
  await behind(`
    insert into leadership_plan values ('${programmeId}', 'A plan', now(), '[]', 1);
    insert into leadership_plan_section
      values ('${programmeId}', 'readiness', 'shared_ambition', 'Chair', 'Seen', 'in_place', '[]', 1);
    insert into leadership_plan_entry values (gen_random_uuid(), '${programmeId}', 'action', '{}', now(), 1);
    insert into population_baseline values ('${programmeId}', 'A census', now(), '[]', 1);
    insert into leadership_plan_snapshot
      values (gen_random_uuid(), '${programmeId}', 'put_forward', '{}', '{}', now(), gen_random_uuid(), null, null, null);
    insert into board select gen_random_uuid(), '${programmeId}', id, 'other', '[{}]', 1
      from organisation where programme_id = '${programmeId}' limit 1;
  `);
}
