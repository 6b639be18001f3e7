import {
  AuditLogRepository,
  DATA_INVENTORY,
  DataSubjects,
  entriesOf,
  ErasePerson,
  GatherPersonalData,
  type HeldTable,
  LogPseudonyms,
  type PersonalData,
  PersonalDataHolders,
  VerifyAuditLog,
} from '@evenhand/governance';
import {
  AuditTrail,
  Authority,
  Clock,
  type JsonValue,
  type SigningKeys,
  Transaction,
} from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { authorityIn } from '@evenhand/testing';
import { useMatchingDatabase } from './matching-database';
import {
  CANARY,
  FROZEN,
  insertRow,
  somebodyEverywhere,
  type SomebodyEverywhere,
} from './somebody-everywhere';

const kept = useMatchingDatabase();
/** No head is compared, so none is checked. */
const NO_KEYS = {} as SigningKeys;

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-05-01T09:00:00.000Z');
  }
}

const gather = (): GatherPersonalData =>
  new GatherPersonalData(kept.get(PersonalDataHolders), kept.get(AuditTrail), new StandingClock());
const erase = (): ErasePerson =>
  new ErasePerson(
    kept.get(PersonalDataHolders),
    kept.get(DataSubjects),
    kept.get(ProgrammeRepository),
    kept.get(LogPseudonyms),
    kept.get(AuditTrail),
    kept.get(Transaction),
  );

function wordOf({ accountId, personId, programmeId }: SomebodyEverywhere): Authority {
  const persons = [{ programmeId, personId }];
  return new Authority({ kind: 'account', id: accountId, persons }, [
    { role: 'mentor', programmeId, personId },
  ]);
}

/** Which rows are about somebody, by what the tables themselves say; `$1` is the person, `$2` the account. */
const ABOUT: Readonly<Record<string, string>> = {
  account: 'id = $2',
  person_account: 'person_id = $1',
  role_grant: 'account_id = $2',
  session: 'account_id = $2',
  break_glass: 'person_id = $1',
  person: 'id = $1',
  post: 'person_id = $1',
  mentee_profile: 'person_id = $1',
  mentor_profile: 'person_id = $1',
  mentoring_request: 'person_id = $1',
  proposal: '$1 in (mentee_id, mentor_id)',
  run_pseudonym: 'person_id = $1',
  round_part: 'account_id = $2',
  explanation_review: 'person_id = $1',
  mentoring_relationship: '$1 in (mentee_id, mentor_id)',
  championing: '$1 in (person_id, champion_person_id)',
  talent_pool_member: 'person_id = $1',
  talent_pool_decision: 'member_id in (select id from talent_pool_member where person_id = $1)',
  barrier_review: '$1 in (executive_lead, non_executive_lead)',
  pool_decision_review: 'person_id = $1',
  'equality.standing': 'person_id = $1',
  'equality.answer': 'person_id = $1',
  correction_request: 'person_id = $1',
  equity_report: 'asked_by = $2',
  equity_snapshot: '$2 in (put_forward_by, decided_by)',
  leadership_plan_snapshot: '$2 in (put_forward_by, decided_by)',
  equity_look: 'looked_by = $2',
};

/** Of these only a part is about any one person: what is told of them is looked at by itself. */
const SHARED = ['people_import', 'matching_run'];

async function rowsAbout(table: string, { personId, accountId }: SomebodyEverywhere): Promise<Cells[]> {
  const rows = await kept.superuser.query<{ row: Cells }>(
    `select to_jsonb(held) as row from ${table} held
      where (${ABOUT[table]!}) and $1::uuid is not null and $2::uuid is not null`,
    [personId, accountId],
  );
  return rows.map(({ row }) => row);
}

type Cells = Readonly<Record<string, JsonValue>>;

const told = DATA_INVENTORY.filter(({ title }) => title !== undefined);

describe('The data inventory', () => {
  it('has an entry for every column of every table, and for none besides', async () => {
    const columns = await kept.superuser.query<{ name: string }>(
      `select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'bullmq')`,
    );
    const entered = DATA_INVENTORY.flatMap(({ table, personal, impersonal }) =>
      [...Object.keys(personal), ...Object.keys(impersonal)].map((column) => `${table}.${column}`),
    );
    expect([...entered].sort()).toEqual(columns.map(({ name }) => name).sort());
  });

  it('has a title for what is told, and for nothing else', () => {
    const isTold = (held: HeldTable) => entriesOf(held).some(({ withheld }) => withheld === undefined);
    expect(told.map(({ table }) => table)).toEqual(DATA_INVENTORY.filter(isTold).map(({ table }) => table));
  });
});

describe('What somebody is told is held on them', () => {
  let me: SomebodyEverywhere;
  let data: PersonalData;
  const recordsOf = (table: string) => data.sections.find(({ code }) => code === table)?.records ?? [];

  beforeAll(async () => {
    me = await somebodyEverywhere(kept.superuser, kept.programmeId);
    await somebodyEverywhere(kept.superuser, kept.programmeId, 'stranger');
    data = await gather().run(wordOf(me));
  });

  it('is looked for in every table that holds anything on people', () => {
    expect([...Object.keys(ABOUT), ...SHARED].sort()).toEqual(told.map(({ table }) => table).sort());
  });

  it.each(Object.keys(ABOUT))('holds every column of %s', async (table) => {
    const rows = await rowsAbout(table, me);
    const entries = entriesOf(told.find((held) => held.table === table)!);
    expect(recordsOf(table)).toHaveLength(rows.length);
    for (const { column, withheld } of entries) {
      const values = rows.flatMap((row) => row[column] ?? []);
      // A column that nobody filled would be looked for in vain.
      expect([column, values.length]).not.toEqual([column, 0]);
      const shown = recordsOf(table).flatMap((record) => record[column] ?? []);
      expect(sorted(shown)).toEqual(withheld === undefined ? sorted(values) : []);
    }
  });

  it('holds what stands under their pseudonyms in frozen rounds, and in nobody’s else', () => {
    const [run] = recordsOf('matching_run');
    expect(run!['snapshot']).toEqual([{ id: me.pseudonym, targetStage: `${FROZEN}-stage` }]);
    expect(run!['outcome']).toMatchObject([
      { mentee: me.pseudonym, score: 5_000 },
      { code: `${FROZEN}-code` },
    ]);
    expect(run!['override']).toMatchObject({
      reason: `${FROZEN}-reason`,
      decidedBy: { role: 'coordinator' },
    });
    // Neither who decided nor how many others there were.
    expect(JSON.stringify(run)).not.toMatch(/personId|Of 7|another/);
  });

  it('holds the lines of imports that name them, and none about others', () => {
    expect(recordsOf('people_import')).toContainEqual({
      notices: [`mentees.csv: row 2: ${CANARY}-reference, unknown`],
    });
  });

  it('explains every member of JSON', async () => {
    for (const held of told.filter(({ table }) => table in ABOUT)) {
      for (const { column, members = {} } of entriesOf(held)) {
        const values = (await rowsAbout(held.table, me)).map((row) => row[column] ?? null);
        const names = new Set(values.flatMap(membersOf));
        expect([held.table, column, ...names].sort()).toEqual(
          [held.table, column, ...Object.keys(members)].sort(),
        );
      }
    }
  });

  it('is about nobody else', () => {
    expect(JSON.stringify(data.sections)).not.toContain('stranger');
  });

  it('says what is withheld, and why', () => {
    expect(data.withheld.length).toBeGreaterThan(0);
    for (const { withheld } of data.withheld) expect(withheld).toMatch(/^\S.{10,}/);
  });
});

describe('Erasing somebody', () => {
  /** Everything in the database, but for what is hashed. */
  async function everything(): Promise<string> {
    const tables = await kept.superuser.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema !~ '^pg_' and table_schema <> 'information_schema'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await kept.superuser.query<{ row: string }>(
        `select to_jsonb(held)::text as row from ${name} held`,
      );
      found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return found.join('\n');
  }
  const linesWith = (text: string, words: readonly string[]) =>
    text.split('\n').filter((line) => words.some((word) => line.toLowerCase().includes(word.toLowerCase())));
  async function overrideOf(runId: string): Promise<JsonValue> {
    const query = kept.superuser.query<Cells>('select override from matching_run where id = $1', [runId]);
    return (await query)[0]!['override']!;
  }
  async function frozen({ runId }: SomebodyEverywhere): Promise<JsonValue> {
    const [row] = await kept.superuser.query<{ row: JsonValue }>(
      `select jsonb_build_object('run', to_jsonb(run) - 'override', 'publications',
        (select jsonb_agg(to_jsonb(publication)) from talent_pool_publication publication)) as row
      from matching_run run where id = $1`,
      [runId],
    );
    return row!.row;
  }

  it('leaves no word and no id of theirs in any table, and what is frozen as it was', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'magpie');
    await kept.get(AuditTrail).record({
      ...{ kind: 'read', action: 'person.read', authority: authorityIn(kept.programmeId) },
      ...{
        programmeId: kept.programmeId,
        personIds: [me.personId],
        thing: { kind: 'account', id: me.accountId },
      },
    });
    const ids = [me.personId, me.accountId];
    // What is frozen names nobody; that its pseudonyms are made of an id here is for the test to tell them apart.
    const outside = (text: string) => text.replaceAll(me.pseudonym, '');
    expect(linesWith(outside(await everything()), ['magpie', ...ids]).length).toBeGreaterThan(20);
    const before = await frozen(me);

    expect(await erase().oneself(wordOf(me))).toEqual({ persons: 1, accountErased: true, ended: 2 });

    const after = outside(await everything());
    // That somebody ran the round, or audited, stays; the account that did leads to nobody.
    const tables = linesWith(after, ids).map((line) => /^public\.(\w+) /.exec(line)?.[1]);
    expect(tables.sort()).toEqual([
      ...['equity_look', 'equity_report', 'equity_snapshot', 'equity_snapshot'],
      ...['leadership_plan_snapshot', 'leadership_plan_snapshot', 'round_part'],
    ]);
    expect(linesWith(after, ['magpie'])).toEqual([
      // Somebody whose reference only begins like theirs.
      expect.stringContaining('magpie-reference2 is another'),
    ]);
    expect(after).toContain('nothing wrong');
    expect(await frozen(me)).toEqual(before);
    expect(await overrideOf(me.runId)).toEqual({
      ...{ kind: 'pin', mentee: me.pseudonym, mentor: 'somebody', reason: 'Erased.' },
      decidedBy: { role: 'coordinator', personId: expect.any(String) as string },
    });
    const verdict = await new VerifyAuditLog(kept.get(AuditLogRepository)).run([], NO_KEYS);
    expect(verdict).toMatchObject({ whole: true });
    expect(verdict.events).toBeGreaterThan(3);
  });

  it('gives back who was offered to them, tells the others, and has the places filled again', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'heron');
    await erase().oneself(wordOf(me));
    const [request] = await kept.superuser.query<Cells>(
      'select state, round_id, first_submitted_on::text, welcomed_again from mentoring_request where id = $1',
      [me.menteeRequestId],
    );
    expect(request).toEqual({
      ...{ state: 'submitted', round_id: null, first_submitted_on: '2026-03-01', welcomed_again: [] },
    });
    const jobs = await kept.superuser.query('select from outbox_job where subject = $1 and attempt = 2', [
      me.roundId,
    ]);
    expect(jobs).toHaveLength(1);
    const events = await kept.superuser.query<{ action: string }>(
      `select action from audit_event join log_pseudonym on pseudonym = any(subjects)
      where subject = any($1) order by seq`,
      [[me.menteeId, me.mentorId]],
    );
    expect(events).toEqual([{ action: 'proposal.ended' }, { action: 'proposal.ended' }]);
  });

  it('takes them out of what others said, and leaves the rest of it', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'wren');
    await erase().oneself(wordOf(me));
    const [mentor] = await kept.superuser.query('select exclude, version from person where id = $1', [
      me.mentorId,
    ]);
    expect(mentor).toEqual({ exclude: ['another'], version: 2 });
    const [post] = await kept.superuser.query('select line_manager from post where person_id = $1', [
      me.menteeId,
    ]);
    expect(post).toEqual({ line_manager: null });
  });

  it('keeps that something was decided, when and by which criteria, and not about whom or why', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'finch');
    await erase().oneself(wordOf(me));
    const [decision] = await kept.superuser.query<Cells>(
      'select member_id, outcome, reason, criteria_version from talent_pool_decision where id = $1',
      [me.decisionId],
    );
    expect(decision).toEqual({ member_id: null, outcome: 'in_pool', reason: 'Erased.', criteria_version: 1 });
  });

  it('of who decided about a pair takes their id and leaves what they decided, and why', async () => {
    const [decider, other] = [
      await somebodyEverywhere(kept.superuser, kept.programmeId, 'stork'),
      await somebodyEverywhere(kept.superuser, kept.programmeId, 'ibis'),
    ];
    const decision = {
      kind: 'forbid',
      mentee: other.pseudonym,
      mentor: 'somebody',
      reason: 'Close relatives.',
    };
    const decidedBy = { role: 'coordinator', personId: decider.personId };
    const runId = '00000000-0000-4000-8000-0000000000aa';
    await insertRow(kept.superuser, 'matching_run', {
      ...{
        id: runId,
        round_id: other.roundId,
        kind: 'override',
        attempt: 2,
        state: 'cancelled',
        deliveries: 0,
      },
      ...{
        progress: {},
        snapshot: '{}',
        snapshot_sha256: '0'.repeat(64),
        frozen_at: '2026-04-03T09:00:00.000Z',
      },
      override: { ...decision, decidedBy },
    });
    await erase().oneself(wordOf(decider));
    expect(await overrideOf(runId)).toEqual({ ...decision, decidedBy: { role: 'coordinator' } });
  });

  it('is all that ever happens to what was decided about a pair', async () => {
    const { runId } = await somebodyEverywhere(kept.superuser, kept.programmeId, 'crane');
    for (const change of [
      `override || '{"reason": "Another."}'`,
      `override - 'reason'`,
      `override || '{"mentee": "another"}'`,
      `override || '{"decidedBy": {"role": "talent_board"}}'`,
      `jsonb_set(override, '{decidedBy,personId}', '"another"')`,
      `override || '{"more": 1}'`,
    ]) {
      const update = `update matching_run set override = ${change} where id = $1`;
      await expect(kept.superuser.query(update, [runId])).rejects.toMatchObject({ code: 'EV003' });
    }
    const columns = await kept.superuser.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'matching_run'
      except select event_object_column from information_schema.triggered_update_columns
      where trigger_name = 'matching_run_stays_solved'`,
    );
    expect(columns).toEqual([{ name: 'override' }]);
  });

  it('by a coordinator is of one programme: the account stays with who they are elsewhere', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'robin');
    const other = await somebodyEverywhere(kept.superuser, kept.programmeId, 'robin-elsewhere');
    await kept.superuser.query('update person_account set account_id = $2 where person_id = $1', [
      other.personId,
      me.accountId,
    ]);
    const coordinator = authorityIn(kept.programmeId);
    expect(await erase().run(coordinator, me.personId, 'left_employer')).toMatchObject({
      accountErased: false,
    });
    expect(await kept.superuser.query('select from person where id = $1', [other.personId])).toHaveLength(1);
    expect(await erase().run(coordinator, other.personId, 'left_employer')).toMatchObject({
      accountErased: true,
    });
  });

  it('leaves an account that holds a role', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'owl');
    await insertRow(kept.superuser, 'role_grant', {
      ...{
        id: '00000000-0000-4000-8000-000000000001',
        account_id: me.accountId,
        role: 'hr_auditor',
        state: 'held',
      },
      ...{ asked_at: '2026-04-03T09:00:00.000Z', version: 1 },
    });
    expect(await erase().oneself(wordOf(me))).toMatchObject({ persons: 1, accountErased: false });
    expect(await kept.superuser.query('select from account where id = $1', [me.accountId])).toHaveLength(1);
  });

  it('is refused where the word of whoever asks does not reach, as if nobody was there', async () => {
    const me = await somebodyEverywhere(kept.superuser, kept.programmeId, 'crow');
    const before = await everything();
    const elsewhere = authorityIn('00000000-0000-4000-8000-000000000000');
    const refused = (id: string) => erase().run(elsewhere, id, 'asked_by_person');
    await expect(refused(me.personId)).rejects.toThrow(`There is no person ${me.personId}.`);
    await expect(refused(me.roundId)).rejects.toThrow(`There is no person ${me.roundId}.`);
    expect(await everything()).toBe(before);
  });

  it('lets nothing else become of a decision', async () => {
    const { decisionId } = await somebodyEverywhere(kept.superuser, kept.programmeId, 'jay');
    for (const change of [
      `reason = 'Better.'`,
      `outcome = 'not_in_pool'`,
      'member_id = gen_random_uuid()',
      `decider_role = 'mentor'`,
      'decider_account_id = gen_random_uuid()',
    ]) {
      await expect(
        kept.superuser.query(`update talent_pool_decision set ${change} where id = $1`, [decisionId]),
      ).rejects.toThrow('talent_pool_decision stays as it was written');
    }
    await expect(
      kept.superuser.query('delete from talent_pool_decision where id = $1', [decisionId]),
    ).rejects.toThrow('talent_pool_decision stays as it was written');
  });
});

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

/** Names of members at any depth. */
function membersOf(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(membersOf);
  return Object.entries(value as Cells).flatMap(([name, inner]) => [name, ...membersOf(inner)]);
}
