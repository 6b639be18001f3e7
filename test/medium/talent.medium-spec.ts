import { DEFAULT_DISCLOSURE_POLICY as POLICY } from '@evenhand/disclosure';
import { DisclosureModule, HostModule } from '@evenhand/config';
import { AuditTrail, Authority, Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { PersistenceModule, RowReach } from '@evenhand/persistence';
import {
  AddCriteriaVersion,
  Apply,
  Assess,
  ChangeTalentPool,
  CloseTalentPool,
  CreateTalentPool,
  CriticalPostRepository,
  Decide,
  DeclareInterest,
  ListDecisions,
  ListMembers,
  ListOwnMemberships,
  ListTalentPools,
  ListTransparentPools,
  Nominate,
  Nominees,
  OpenTalentPool,
  PoolDecisionRepository,
  PoolMemberRepository,
  PoolPublicationRepository,
  PublishPoolCounts,
  ReadPoolMember,
  ReadTransparentPool,
  RecordLeaving,
  TalentModule,
  TalentPoolRepository,
  ToldOfPools,
  type TransparentPool,
} from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { authorityIn, authorityOfPerson } from '@evenhand/testing';
import { outcomesOf, programOptionsOf, useMatchingDatabase } from './matching-database';

const kept = useMatchingDatabase();
const board = () => authorityIn(kept.programmeId, 'talent_board');
const coordinator = () => authorityIn(kept.programmeId);
/** The word of a person of the programme, on what is their own. */
const own = (personId: string) => authorityOfPerson(personId, kept.programmeId);
let service: INestApplicationContext;

beforeAll(async () => {
  @Module({
    imports: [
      PersistenceModule.forRoot(programOptionsOf(kept.url)),
      HostModule,
      DisclosureModule.forRoot(POLICY),
      TalentModule,
    ],
  })
  class Talent {}
  service = await NestFactory.createApplicationContext(Talent, { logger: false, abortOnError: false });
});
afterAll(() => service.close());

async function aDraft(): Promise<string> {
  const pool = await service.get(CreateTalentPool).run(board(), {
    programmeId: kept.programmeId,
    title: 'Heads of service',
    purpose: 'People who may lead a service.',
    waysIn: ['nominated', 'applied'],
  });
  return pool.id;
}

async function anOpenPool(): Promise<string> {
  const id = await aDraft();
  const criteria = [{ code: 'leads', sentence: 'Has led a team.' }] as const;
  await service.get(AddCriteriaVersion).run(board(), id, { criteria: [...criteria], reason: 'First.' });
  await service.get(OpenTalentPool).run(board(), id);
  return id;
}

async function somebodyIn(poolId: string, personId: string): Promise<string> {
  const { id: memberId } = await service.get(Apply).run(own(personId), poolId, 'I lead a ward.');
  const at = { poolId, memberId };
  await service.get(Assess).run(board(), at, { horizon: '1-3', evidence: 'Led a ward.' });
  await service.get(Decide).run(board(), at, { outcome: 'in_pool', reason: 'Meets it.' });
  return memberId;
}

/** New people of a professional group, their main posts at the stages in turn. */
async function people(count: number, group: string, stages: readonly string[]): Promise<string[]> {
  const ids = await kept.people(count);
  const persons = service.get(PersonRepository);
  await persons.save(
    (await persons.byIds(ids)).map((person, at) => ({
      ...person,
      background: { ...person.background, group },
      posts: [{ ...person.posts[0], stage: stages[at % stages.length]! }],
    })),
  );
  return ids;
}

/** Reads a pool as everybody may read it after counts were published so many days from now. */
async function readIn(days: number, poolId: string): Promise<TransparentPool> {
  await publishIn(days);
  return service.get(ReadTransparentPool).run(poolId);
}

function publishIn(days: number, told = service.get(ToldOfPools)): Promise<number> {
  class LaterClock extends Clock {
    override now(): Date {
      return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    }
  }
  const publishCounts = new PublishPoolCounts(
    healthAndCare,
    service.get(ProgrammeRepository),
    service.get(TalentPoolRepository),
    service.get(PoolMemberRepository),
    service.get(PoolDecisionRepository),
    service.get(PoolPublicationRepository),
    service.get(CriticalPostRepository),
    told,
    service.get(PersonRepository),
    service.get(AuditTrail),
    new LaterClock(),
    service.get(Transaction),
    { policy: POLICY },
  );
  return publishCounts.run(Authority.ofProgram('worker'));
}

/** A plan of the programme that tells nothing of people, put forward on a day, and what the board made of it. */
async function putForward(day: number, state: 'put_forward' | 'published' | 'turned_down'): Promise<void> {
  await kept.database.query(
    `insert into leadership_plan values ($1, 'A plan', now(), '[]', 1) on conflict do nothing`,
    [kept.programmeId],
  );
  const decided = state === 'put_forward' ? [null, null] : [randomUUID(), new Date()];
  await kept.database.query(
    `insert into leadership_plan_snapshot
      (id, programme_id, state, outline, counted, counted_at, put_forward_by, decided_by, decided_at, programme_title)
    values ($1, $2, $3, $4, '{}', $5, $1, $6, $7, $8)`,
    [
      ...[randomUUID(), kept.programmeId, state],
      { dashboard: { gaps: [], groups: [], fromPools: { filled: day, fromPools: null } } },
      ...[new Date(Date.UTC(2026, 8, day)), ...decided, state === 'published' ? 'A programme' : null],
    ],
  );
}

/** As if somebody had declared their interest a day and a half from now: after a publication of tomorrow. */
async function setDeclared(poolId: string, personId: string): Promise<void> {
  await kept.database.query(
    `update talent_pool_member set interest_declared_at = date_trunc('day', now() at time zone 'UTC')
       at time zone 'UTC' + interval '36 hours' where pool_id = $1 and person_id = $2`,
    [poolId, personId],
  );
}

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('talent pools in PostgreSQL', () => {
  it('come back as they were kept', async () => {
    const id = await anOpenPool();
    const [nominee, mentor] = (await kept.people(2)) as [string, string];
    const pools = service.get(TalentPoolRepository);
    expect(await pools.byId(id)).toMatchObject({
      id,
      waysIn: ['nominated', 'applied'],
      state: 'open',
      criteriaVersion: 1,
      openedAt: expect.any(Date) as Date,
      version: 3,
    });
    const { programmeId } = kept;
    const nominator = authorityOfPerson(mentor, programmeId, 'mentor');
    const member = await RowReach.of(nominator).run(() =>
      service
        .get(Nominate)
        .run(nominator, id, { as: 'mentor', personId: nominee, reason: 'Led the winter plan.' }),
    );
    expect(member.nomination).toEqual({ as: 'mentor', by: { role: 'mentor', personId: mentor } });
    expect(await service.get(ReadPoolMember).run(coordinator(), { poolId: id, memberId: member.id })).toEqual(
      member,
    );

    const [applicant] = (await kept.people(1)) as [string];
    const memberId = await somebodyIn(id, applicant);
    const left = await service.get(RecordLeaving).run(coordinator(), { poolId: id, memberId }, 'Moves away.');
    expect(await service.get(ReadPoolMember).run(coordinator(), { poolId: id, memberId: memberId })).toEqual(
      left,
    );
    expect(left).toMatchObject({ state: 'left', assessment: { horizon: '1-3', criteriaVersion: 1 } });
  });

  it('are listed to somebody as what they are to each, page by page, and not whom they put forward', async () => {
    const pools = [await anOpenPool(), await anOpenPool(), await anOpenPool()];
    const [mine, nominee] = (await kept.people(2)) as [string, string];
    for (const poolId of pools) await service.get(Apply).run(own(mine), poolId, 'Me.');
    const asMentor = authorityOfPerson(mine, kept.programmeId, 'mentor');
    const nomination = { as: 'mentor', personId: nominee, reason: 'Led.' } as const;
    await RowReach.of(asMentor).run(() => service.get(Nominate).run(asMentor, pools[0]!, nomination));
    const listed = (after?: string) =>
      RowReach.of(asMentor).run(() =>
        service
          .get(ListOwnMemberships)
          .run(asMentor, { limit: 2, ...(after === undefined ? {} : { after }) }),
      );
    const first = await listed();
    const second = await listed(first.next);
    const items = [...first.items, ...second.items];
    expect([first.items.length, second.next]).toEqual([2, undefined]);
    expect(items.map(({ pool }) => pool.id)).toEqual([...pools].reverse());
    expect(items.map(({ member }) => [member.personId, member.poolId])).toEqual(
      [...pools].reverse().map((poolId) => [mine, poolId]),
    );
  });

  it('keep a person on one way at a time, however many try at once', async () => {
    const poolId = await anOpenPool();
    const [personId] = (await kept.people(1)) as [string];
    const { succeeded, errors } = await outcomesOf(
      Array.from({ length: 8 }, () => service.get(Apply).run(own(personId), poolId, 'Me.')),
    );
    expect(succeeded).toBe(1);
    expect(errors).toEqual(Array.from({ length: 7 }, () => refused('talent-pool-member.already-there')));
  });

  it('refuse a second way of a person in the database itself', async () => {
    const poolId = await anOpenPool();
    const [personId] = (await kept.people(1)) as [string];
    const { id } = await service.get(Apply).run(own(personId), poolId, 'Me.');
    const twice = kept.database.query(
      `insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at, version)
        select $2, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at, 1
        from talent_pool_member where id = $1`,
      [id, randomUUID()],
    );
    await expect(twice).rejects.toThrow('talent_pool_member_live');
  });

  it('keep what several say of a person beside what that person does, and each of them sees their own', async () => {
    const poolId = await anOpenPool();
    const [personId, ...mentors] = (await kept.people(3)) as [string, string, string];
    await service.get(Apply).run(own(personId), poolId, 'Me.');
    const nominate = (mentor: string) => {
      const by = authorityOfPerson(mentor, kept.programmeId, 'mentor');
      const said = { as: 'mentor', personId, reason: 'Led the winter plan.' } as const;
      return RowReach.of(by).run(() => service.get(Nominate).run(by, poolId, said));
    };
    for (const mentor of mentors) {
      const { succeeded, errors } = await outcomesOf(Array.from({ length: 4 }, () => nominate(mentor)));
      expect(succeeded).toBe(1);
      expect(errors).toEqual(Array(3).fill(refused('talent-pool-member.already-nominated')));
    }
    const [first] = (await service.get(PoolMemberRepository).ofPerson(poolId, personId)).filter(
      ({ state }) => state === 'nominated',
    );
    const at = { poolId, memberId: first!.id };
    await expect(service.get(DeclareInterest).run(own(personId), at)).rejects.toThrow(
      refused('talent-pool-member.already-there'),
    );
    const seen = (mentor: string) =>
      RowReach.ofSelf([mentor]).run(() => service.get(PoolMemberRepository).ofPerson(poolId, personId));
    for (const mentor of mentors) {
      expect((await seen(mentor)).map(({ nomination }) => nomination?.by.personId)).toEqual([mentor]);
    }
  });

  it('decide once, however many decide at once', async () => {
    const poolId = await anOpenPool();
    const [personId] = (await kept.people(1)) as [string];
    const { id: memberId } = await service.get(Apply).run(own(personId), poolId, 'Me.');
    const at = { poolId, memberId };
    await service.get(Assess).run(board(), at, { horizon: 'now', evidence: 'Acts up.' });
    const { succeeded } = await outcomesOf(
      (['in_pool', 'not_in_pool', 'in_pool', 'not_in_pool'] as const).map((outcome) =>
        service.get(Decide).run(board(), at, { outcome, reason: 'By the criteria.' }),
      ),
    );
    expect(succeeded).toBe(1);
    const { items } = await service.get(ListDecisions).run(coordinator(), poolId, { limit: 10 });
    const member = await service.get(ReadPoolMember).run(coordinator(), { memberId: memberId, poolId });
    expect(items.map(({ outcome }) => outcome)).toEqual([member.state]);
  });

  it.each(['talent_pool_criteria', 'talent_pool_decision'])('keep %s as it was written', async (table) => {
    const [personId] = (await kept.people(1)) as [string];
    await somebodyIn(await anOpenPool(), personId);
    for (const change of [`update ${table} set reason = 'other'`, `delete from ${table}`]) {
      await expect(kept.behind(change)).rejects.toThrow(`${table} stays as it was written`);
    }
  });

  it('are changed only by whoever read the latest version', async () => {
    const id = await aDraft();
    await service.get(ChangeTalentPool).run(board(), id, 1, { title: 'New' });
    await expect(service.get(ChangeTalentPool).run(board(), id, 1, { title: 'Late' })).rejects.toThrow(
      refused('version.stale'),
    );
    const pools = service.get(TalentPoolRepository);
    const stale = { ...(await pools.byId(id))!, version: 1 };
    await expect(pools.save(stale)).rejects.toThrow(refused('version.stale'));
    const members = service.get(PoolMemberRepository);
    const [personId] = (await kept.people(1)) as [string];
    const member = await service.get(Apply).run(own(personId), await anOpenPool(), 'Me.');
    await members.save(member);
    await expect(members.save(member)).rejects.toThrow(refused('version.stale'));
  });

  it('are listed page by page, each once, the newest first', async () => {
    const made = [await anOpenPool(), await anOpenPool(), await anOpenPool()];
    const list = service.get(ListTalentPools);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const filter = { programmeId: kept.programmeId, states: ['open'] as const };
      const page = await list.run(board(), filter, { limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(made));
    await expect(list.run(board(), {}, { limit: 2, after: 'nowhere' })).rejects.toThrow(
      refused('cursor.malformed'),
    );
  });

  it('show members by person, state and consent', async () => {
    const poolId = await anOpenPool();
    const [nominee, applicant, nominator] = (await kept.people(3)) as [string, string, string];
    const by = authorityOfPerson(nominator, kept.programmeId, 'mentor');
    await RowReach.of(by).run(() =>
      service.get(Nominate).run(by, poolId, {
        as: 'mentor',
        personId: nominee,
        reason: 'Ready for more.',
      }),
    );
    await somebodyIn(poolId, applicant);
    const list = service.get(ListMembers);
    const personsOf = async (by: Authority, filter: object = {}) =>
      (await list.run(by, { poolId, ...filter }, { limit: 10 })).items.map(({ personId }) => personId).sort();
    expect(await personsOf(coordinator())).toEqual([applicant, nominee].sort());
    expect(await personsOf(own(nominee))).toEqual([nominee]);
    expect(await personsOf(coordinator(), { states: ['in_pool'] })).toEqual([applicant]);
    expect(await personsOf(board())).toEqual([applicant]);
    const both = new Authority(own(nominee).actor, [...board().reaches, ...own(nominee).reaches]);
    expect(await personsOf(both)).toEqual([applicant, nominee].sort());
    expect(await personsOf(both, { states: ['nominated'] })).toEqual([nominee]);
    expect((await service.get(ListDecisions).run(own(nominee), poolId, { limit: 10 })).items).toEqual([]);
    expect((await service.get(ListDecisions).run(own(applicant), poolId, { limit: 10 })).items).toHaveLength(
      1,
    );

    const memberId = (await service.get(PoolMemberRepository).inStates(poolId, ['in_pool']))[0]!.id;
    await service.get(RecordLeaving).run(own(applicant), { poolId, memberId }, undefined);
    expect(await personsOf(board())).toEqual([]);
    expect(await personsOf(own(applicant))).toEqual([applicant]);
  });

  it('know who is on record as champion or line manager of whom', async () => {
    const [ann, max, other] = (await kept.people(3)) as [string, string, string];
    const { programmeId } = kept;
    await kept.behind(
      `update post set line_manager = (select upper(reference) from person where id = '${max}') where person_id = '${ann}'`,
    );
    await kept.behind(
      `insert into championing (id, programme_id, person_id, champion_person_id, state, named_at, version)
        values ('${randomUUID()}', '${programmeId}', '${ann}', '${max}', 'named', now(), 1)`,
    );
    const standsAs = async (nominatorId: string, today = '2026-10-01') =>
      [...(await service.get(Nominees).standsAs(programmeId, nominatorId, ann, today))].sort();
    expect(await standsAs(max)).toEqual(['champion', 'manager']);
    expect(await standsAs(other)).toEqual([]);
    await kept.behind(`update post set last_day = '2026-09-30' where person_id = '${ann}'`);
    expect(await standsAs(max)).toEqual(['champion']);
    await kept.behind(`update post set first_day = '2026-10-02', last_day = null where person_id = '${ann}'`);
    await kept.behind(
      `update championing set state = 'taken_back', taken_back_at = now() where person_id = '${ann}'`,
    );
    expect(await standsAs(max)).toEqual([]);
    expect(await standsAs(max, '2026-10-02')).toEqual(['manager']);
  });

  it('are listed to whoever prepares them, and once opened to the people of their programme', async () => {
    const [draft, open] = [await aDraft(), await anOpenPool()];
    const [personId] = (await kept.people(1)) as [string];
    const listed = async (by: Authority) => {
      const { items } = await service.get(ListTalentPools).run(by, {}, { limit: 200 });
      return [draft, open].filter((id) => items.some((pool) => pool.id === id));
    };
    const other = randomUUID();
    expect(await listed(board())).toEqual([draft, open]);
    expect(await listed(own(personId))).toEqual([open]);
    expect(await listed(authorityIn(other, 'talent_board'))).toEqual([]);
    expect(await listed(authorityOfPerson(personId, other))).toEqual([]);
  });
});

describe('the public page of a pool', () => {
  it('withholds a group of three, and tells nothing from which it could be worked out', async () => {
    const poolId = await anOpenPool();
    const members = [...(await people(40, 'nurse', ['1', '2'])), ...(await people(3, 'ahp', ['3']))];
    for (const personId of members) await somebodyIn(poolId, personId);

    const { composition, decisions } = await readIn(1, poolId);
    const told = (rows: typeof composition.groups) =>
      rows.flatMap(({ code, members: count }) => (count === null ? [] : [[code, count]]));
    expect(told(composition.groups)).toEqual([['nurse', 40]]);
    expect(told(composition.stages)).toEqual([
      ['1', 20],
      ['2', 20],
    ]);
    expect(composition.members).toBe(40);
    expect(decisions).toMatchObject({ decisions: 45, outcomes: [{ decisions: 45 }, { decisions: null }] });
  });

  it('is the same before and after one person comes, and changes once ten have', async () => {
    const poolId = await anOpenPool();
    for (const personId of await people(12, 'nurse', ['1']))
      await service.get(Apply).run(own(personId), poolId, 'Me.');
    const before = await readIn(0, poolId);
    expect(before.asOf).toBeUndefined();
    expect(before.composition.underWay).toBeNull();

    const first = await readIn(1, poolId);
    expect(first.composition.underWay).toBe(10);
    const [target, ...others] = await people(10, 'nurse', ['1']);
    await service.get(Apply).run(own(target!), poolId, 'Me.');
    expect(await readIn(0, poolId)).toEqual(first);
    await setDeclared(poolId, target!);
    expect(await readIn(2, poolId)).toEqual(first);

    for (const personId of others) {
      expect(await readIn(2, poolId)).toEqual(first);
      await service.get(Apply).run(own(personId), poolId, 'Me.');
      await setDeclared(poolId, personId);
    }
    expect((await readIn(2, poolId)).composition.underWay).toBe(20);
  });

  it('is published once, however many publish at once, and stays as it was written', async () => {
    const poolId = await anOpenPool();
    for (const personId of await people(10, 'nurse', ['1']))
      await service.get(Apply).run(own(personId), poolId, 'Me.');
    const published = await Promise.all(Array.from({ length: 8 }, () => publishIn(1)));
    expect([...published].sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    const rows = await kept.database.query('select as_of from talent_pool_publication where pool_id = $1', [
      poolId,
    ]);
    expect(rows).toHaveLength(1);
    for (const change of [
      `update talent_pool_publication set as_of = now()`,
      `delete from talent_pool_publication`,
    ]) {
      await expect(kept.behind(change)).rejects.toThrow('talent_pool_publication stays as it was written');
    }
  });

  it('keeps by which policy it was told: the default one where it was before that was kept', async () => {
    const poolId = await anOpenPool();
    for (const personId of await people(10, 'nurse', ['1']))
      await service.get(Apply).run(own(personId), poolId, 'Me.');
    await publishIn(1);
    const told = {
      policy: { base: 10, smallest: 20, smallestForExtremes: 40 },
      earlier: { members: POLICY },
    };
    for (const [days, toldBy] of [
      [1, told],
      [2, null],
    ] as const) {
      await kept.behind(
        `insert into talent_pool_publication (pool_id, as_of, composition, decisions, told_by)
        select pool_id, as_of - interval '${days} days', composition, decisions, ${toldBy === null ? 'null' : `'${JSON.stringify(toldBy)}'::jsonb`}
        from talent_pool_publication where pool_id = '${poolId}' order by as_of desc limit 1`,
      );
    }
    const found = await service.get(PoolPublicationRepository).ofPool(poolId);
    expect(found.map(({ toldBy }) => toldBy)).toEqual([{ policy: POLICY }, told, { policy: POLICY }]);
  });

  it('is proved beside every plan that was put forward, whatever the board makes of it', async () => {
    await putForward(1, 'published');
    await putForward(2, 'turned_down');
    await putForward(3, 'put_forward');
    const { plans } = await service.get(ToldOfPools).ofProgramme(kept.programmeId);
    expect(plans.map(({ filled }) => filled)).toEqual([3, 2, 1]);
  });

  it('is worked out again beside a plan that is put forward meanwhile, and written while nobody else can tell', async () => {
    const poolId = await anOpenPool();
    for (const id of await people(12, 'ahp', ['1'])) await service.get(Apply).run(own(id), poolId, 'Me.');
    const { database, programmeId } = kept;
    const told = service.get(ToldOfPools);
    const seen: number[] = [];
    const isHeld: boolean[] = [];
    class Overtaken extends ToldOfPools {
      override async ofProgramme(id: string) {
        const all = await told.ofProgramme(id);
        if (seen.push(all.plans.length) === 1) await putForward(4, 'turned_down');
        return all;
      }
      override async mark(id: string) {
        const others = await database.query(
          'select id from programme where id = $1 for no key update skip locked',
          [programmeId],
        );
        isHeld.push(others.length === 0);
        return told.mark(id);
      }
    }
    expect(await publishIn(1, new Overtaken())).toBe(1);
    expect(seen[1]).toBe(seen[0]! + 1);
    // Once when it was overtaken, and once when it was written.
    expect(isHeld.filter((held) => held)).toHaveLength(2);
  });

  it('exists from the opening of the pool on, and after its closing', async () => {
    const draft = await aDraft();
    const closed = await anOpenPool();
    await service.get(CloseTalentPool).run(board(), closed);
    const ids = (await service.get(ListTransparentPools).run({ limit: 200 })).items.map(({ id }) => id);
    expect(ids).toContain(closed);
    expect(ids).not.toContain(draft);
    await expect(service.get(ReadTransparentPool).run(draft)).rejects.toThrow(
      refused('talent-pool.not-found'),
    );
    expect((await service.get(ReadTransparentPool).run(closed)).criteria).toHaveLength(1);
  });
});
