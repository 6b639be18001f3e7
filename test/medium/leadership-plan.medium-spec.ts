import { Authority } from '@evenhand/kernel';
import { Database, RowReach } from '@evenhand/persistence';
import {
  type Board,
  BoardRepository,
  type LeadershipPlan,
  LeadershipPlanRepository,
  type PlanEntry,
  PlanEntryRepository,
  PlanFigures,
  type PlanSection,
  type PopulationBaseline,
  PopulationBaselineRepository,
} from '@evenhand/talent';
import { authorityIn } from '@evenhand/testing';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const kept = useMatchingDatabase();
const HORIZONS = ['now', '0-1', '1-3', '3-5'];
const plans = () => kept.get(LeadershipPlanRepository);
const entries = () => kept.get(PlanEntryRepository);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

const plan = (): LeadershipPlan => ({
  ...{ programmeId: kept.programmeId, title: 'Leaders', startsOn: '2026-03-29', version: 1 },
  vacancies: [{ organisationId: randomUUID(), region: 'london', horizon: '1-3', posts: 2 }],
});

beforeAll(async () => {
  await plans().add(plan());
});

describe('leadership plans in PostgreSQL', () => {
  it('come back as they were kept, one version higher, and refuse a stale one', async () => {
    const before = (await plans().ofProgramme(kept.programmeId))!;
    expect(before).toEqual({ ...plan(), vacancies: before.vacancies });
    const saved = await plans().save({ ...before, title: 'More leaders' });
    expect(saved.version).toBe(2);
    expect(await plans().lock(kept.programmeId)).toEqual(saved);
    await expect(plans().save(before)).rejects.toEqual(refused('version.stale'));
  });

  it('keep sections by kind and code, each with its version', async () => {
    const section: PlanSection = {
      ...{ programmeId: kept.programmeId, kind: 'behaviour', code: 'stewards_talent', owner: 'Chair' },
      ...{ evidence: 'Moves.', state: 'under_way', version: 1 },
      releases: [
        { fromOrganisationId: randomUUID(), toOrganisationId: randomUUID(), people: 3, until: '2026-09-30' },
      ],
    };
    await plans().addSection(section);
    const saved = await plans().saveSection({ ...section, state: 'in_place' });
    expect(await plans().sections(kept.programmeId)).toEqual([saved]);
    await expect(plans().saveSection(section)).rejects.toEqual(refused('version.stale'));
  });

  it('keep entries of each kind apart, page by page, the newest first', async () => {
    const action = (day: number): PlanEntry<'action'> => ({
      ...{ id: randomUUID(), programmeId: kept.programmeId, kind: 'action', version: 1 },
      addedAt: new Date(Date.UTC(2026, 8, day)),
      content: {
        ...{ chapter: 'diagnosis', title: `Day ${day}`, owner: 'Chair' },
        ...{ dueOn: '2026-10-01', state: 'planned' },
      },
    });
    const added = [action(1), action(2), action(3)];
    for (const one of added) await entries().add(one);
    const of = { programmeId: kept.programmeId, kind: 'action' } as const;
    const first = await entries().list(of, { limit: 2 });
    expect(first.items).toEqual([added[2], added[1]]);
    const second = await entries().list(of, { limit: 2, after: first.next! });
    expect(second).toEqual({ items: [added[0]] });
    expect(await entries().byId({ ...of, kind: 'risk' }, added[0]!.id)).toBeUndefined();
    const saved = await entries().save({ ...added[0]!, content: { ...added[0]!.content, state: 'done' } });
    expect(await entries().byId(of, saved.id)).toEqual(saved);
    expect(await entries().all(of)).toHaveLength(3);
  });

  it('keep one baseline', async () => {
    const baseline: PopulationBaseline = {
      ...{ programmeId: kept.programmeId, source: 'Census', asOf: '2026-03-29', version: 1 },
      populations: [{ population: 'community', total: 0, counts: [] }],
    };
    const baselines = kept.get(PopulationBaselineRepository);
    await baselines.add(baseline);
    expect(await baselines.ofProgramme(kept.programmeId)).toEqual(baseline);
    const saved = await baselines.save({ ...baseline, source: 'Another census' });
    expect(await baselines.ofProgramme(kept.programmeId)).toEqual(saved);
    await expect(baselines.save(baseline)).rejects.toEqual(refused('version.stale'));
  });

  it('are written by nobody who reaches another programme alone', async () => {
    const elsewhere = RowReach.of(authorityIn(randomUUID(), 'talent_board'));
    const nobody = RowReach.of(new Authority({ kind: 'account', id: randomUUID(), persons: [] }, []));
    for (const reach of [elsewhere, nobody]) {
      expect(await reach.run(() => plans().ofProgramme(kept.programmeId))).toBeUndefined();
      expect(await reach.run(() => plans().sections(kept.programmeId))).toEqual([]);
    }
  });
});

describe('boards in PostgreSQL', () => {
  it('come back as they were kept, and an organisation has one', async () => {
    const boards = kept.get(BoardRepository);
    const [organisation] = await kept.database.query<{ id: string }>(
      'select id from organisation where programme_id = $1',
      [kept.programmeId],
    );
    const board: Board = {
      ...{ id: randomUUID(), programmeId: kept.programmeId, organisationId: organisation!.id },
      ...{ kind: 'nhs_trust', version: 1 },
      seats: [
        { role: 'chair', title: 'Chair', heldBy: { profession: 'midwife', registration: 'registered' } },
      ],
    };
    await boards.add(board);
    expect(await boards.byId(board.id)).toEqual(board);
    expect(await boards.list(kept.programmeId, { limit: 10 })).toEqual({ items: [board] });
    await expect(boards.add({ ...board, id: randomUUID() })).rejects.toEqual(refused('board.exists'));
    const saved = await boards.save({ ...board, kind: 'other' });
    expect(await boards.lock(board.id)).toEqual(saved);
  });
});

describe('the figures of a plan', () => {
  it('count posts with who is ready for each in time, and everybody who is in a pool', async () => {
    const [now, later, turnedDown] = await kept.people(3);
    await kept.get(Database).run(async () => {
      const { programmeId } = kept;
      const query = (sql: string, values: readonly unknown[] = []) => kept.database.query(sql, values);
      const poolId = randomUUID();
      await query(
        `insert into talent_pool values ($1, $2, 'Heads', 'To lead', '{applied}', 'open', 1, now(), now(), null, 1)`,
        [poolId, programmeId],
      );
      await query(`insert into talent_pool_criteria values ($1, 1, '[{}]', now(), 'First')`, [poolId]);
      for (const [personId, state, horizon] of [
        [now, 'in_pool', 'now'],
        [later, 'in_pool', '1-3'],
        [turnedDown, 'not_in_pool', 'now'],
      ]) {
        await query(
          `insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at,
            horizon, evidence, assessed_by_version, assessed_at, assessor_role, version)
          values (gen_random_uuid(), $1, $2, 'applied', $3, 'Me', now(), now(), $4, 'Did it', 1, now(), 'talent_board', 1)`,
          [poolId, personId, state, horizon],
        );
      }
      for (const [neededAt, state] of [
        ['0-1', 'open'],
        ['3-5', 'open'],
        ['now', 'filled'],
        ['now', 'closed'],
      ]) {
        await query(
          `insert into critical_post (id, programme_id, organisation_id, region, title, stage, role_profile, needed_at,
            pool_id, state, opened_at, filled_at, from_pool, closed_at, closing_reason, version)
          select gen_random_uuid(), $1, id, 'london', 'A post', '4', '[{}]', $2, $3, $4, now(),
            case $4 when 'filled' then now() end, case $4 when 'filled' then true end,
            case $4 when 'closed' then now() end, case $4 when 'closed' then 'Gone' end, 1
          from organisation where programme_id = $1`,
          [programmeId, neededAt, poolId, state],
        );
      }
    });
    const figures = kept.get(PlanFigures);
    const posts = await figures.posts(kept.programmeId, HORIZONS);
    expect(posts.map(({ horizon, filled, ready }) => [horizon, filled, ready]).sort()).toEqual([
      ['0-1', false, 1],
      ['3-5', false, 2],
      ['now', true, 1],
    ]);
    expect(await figures.appointments(kept.programmeId)).toEqual({ filled: 1, fromPools: 1 });
    const memberships = await figures.memberships(kept.programmeId);
    expect(memberships.map(({ personId, horizon }) => [personId, horizon]).sort()).toEqual(
      [
        [now, 'now'],
        [later, '1-3'],
      ].sort(),
    );
    expect(memberships.every(({ organisationId, region }) => [organisationId, region].every(Boolean))).toBe(
      true,
    );
  });
});
