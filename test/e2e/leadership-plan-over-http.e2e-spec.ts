import { Client } from 'pg';
import { type Api, useService } from '../harness/service';
import { aMentorRow, csv } from './people-rows';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });

const known = { programmeId: '', plan: '', organisations: [] as string[] };
let board: Api;

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

beforeAll(async () => {
  const coordinator = service.as('coordinator');
  board = service.as('talent_board');
  known.programmeId = idOf(await coordinator.post('programmes', { name: 'North' }).expect(201));
  known.plan = `leadership-plan/${known.programmeId}`;
  const mentor = (id: string) =>
    aMentorRow({ id, name: id, email: `${id}@example.org`, organisation: `Trust of ${id}` });
  const mentors = csv(['ann', 'bob'].map(mentor));
  await coordinator.post('imports', { programmeId: known.programmeId, mentors }).expect(201);
  const { items } = (await bodyOf(
    coordinator.get(`organisations?programme=${known.programmeId}`).expect(200),
  )) as { items: { id: string }[] };
  known.organisations = items.map(({ id }) => id);
  await fill();
}, 240_000);

/** Two open posts and a filled one; Ann is ready now and in two pools, Bob in three years. */
async function fill(): Promise<void> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  const [first, second] = known.organisations;
  try {
    await client.query(`
      with pools as (
        insert into talent_pool select gen_random_uuid(), '${known.programmeId}', name, 'To lead', '{applied}', 'open', 1,
          now(), now(), null, 1 from unnest('{one,two}'::text[]) name
        returning id, title
      ), criteria as (
        insert into talent_pool_criteria select id, 1, '[{}]', now(), 'First' from pools returning pool_id
      )
      insert into talent_pool_member (id, pool_id, person_id, way_in, state, reason, came_at, interest_declared_at,
        horizon, evidence, assessed_by_version, assessed_at, assessor_role, version)
      select gen_random_uuid(), pools.id, person.id, 'applied', 'in_pool', 'Me', now(), now(),
        case when reference = 'bob' then '1-3' when title = 'one' then 'now' else '0-1' end, 'Did it', 1, now(),
        'talent_board', 1
      from pools join criteria on pool_id = pools.id cross join person
      where person.programme_id = '${known.programmeId}' and (reference = 'ann' or title = 'one');
      insert into critical_post (id, programme_id, organisation_id, region, title, stage, role_profile, needed_at, pool_id,
        state, opened_at, filled_at, from_pool, version)
      select gen_random_uuid(), '${known.programmeId}', organisation::uuid, region, 'A post', '4', '[{}]', needed_at,
        case when used then (select id from talent_pool where title = 'one' and programme_id = '${known.programmeId}') end,
        state, now(), case state when 'filled' then now() end, case state when 'filled' then used end, 1
      from (values
        ('${first!}', 'north_west', 'now', true, 'open'),
        ('${second!}', 'north_west', '0-1', false, 'open'),
        ('${second!}', 'london', 'now', true, 'filled')) post (organisation, region, needed_at, used, state)`);
  } finally {
    await client.end();
  }
}

describe('a leadership plan over HTTP', () => {
  it('is made once, and replaced by whoever has read it', async () => {
    const vacancy = { organisationId: known.organisations[0], region: 'london', horizon: '3-5', posts: 2 };
    const plan = { title: 'Leaders of the North', startsOn: '2026-10-01', vacancies: [vacancy] };
    await board.get(known.plan).expect(404);
    const made = await board.put(known.plan, plan).expect(201);
    expect(made.headers['etag']).toBe('"v1"');
    expect(made.body).toEqual({ programmeId: known.programmeId, ...plan, version: 1 });
    await board.put(known.plan, plan).expect(409);
    await board.put(known.plan, { ...plan, title: 'Leaders' }, 1).expect(200);
    await board.put(known.plan, plan, 1).expect(412);
    await service.as('coordinator').put(known.plan, plan, 2).expect(403);
  });

  it('refuses vacancies of nowhere, and keeps what was there', async () => {
    const vacancy = { organisationId: known.programmeId, region: 'atlantis', horizon: 'soon', posts: 1 };
    const { text } = await board
      .put(known.plan, { title: 'X', startsOn: '2026-10-01', vacancies: [vacancy] }, 2)
      .expect(422);
    expect(text).toContain('atlantis');
    const kept = (await bodyOf(board.get(known.plan).expect(200))) as { title: string };
    expect(kept.title).toBe('Leaders');
  });

  it('tells the board its gap, people counted once, and auditors the posts alone', async () => {
    const gap = (await bodyOf(board.get(`${known.plan}/gap?by=region`).expect(200))) as Gap;
    expect(gap.total).toEqual([
      { horizon: 'now', demand: 1, supply: 1, gap: 0, cover: 100, choice: 1 },
      { horizon: '0-1', demand: 2, supply: 1, gap: 1, cover: 50, choice: 0.5 },
      { horizon: '1-3', demand: 2, supply: 2, gap: 0, cover: 100, choice: 1 },
      { horizon: '3-5', demand: 4, supply: 2, gap: 2, cover: 50, choice: 0.5 },
    ]);
    for (const by of ['organisation', 'profession']) {
      const other = (await bodyOf(board.get(`${known.plan}/gap?by=${by}`).expect(200))) as Gap;
      expect(other.total).toEqual(gap.total);
    }
    const told = (await bodyOf(service.as('hr_auditor').get(`${known.plan}/gap`).expect(200))) as Gap;
    expect(told.peopleShown).toBe(false);
    expect(told.total[0]).toEqual({ horizon: 'now', demand: 1 });
    await board.get(`${known.plan}/gap?by=sex`).expect(400);
  });

  it('sets a scenario beside the plan without it', async () => {
    const percent = { low: 0, likely: 50, high: 100 };
    const assumptions = [{ kind: 'retirements', horizon: '0-1', percent }];
    const made = await board.post(`${known.plan}/scenarios`, { title: 'They go', assumptions }).expect(201);
    const comparison = (await bodyOf(
      board.get(`${known.plan}/scenarios/${idOf(made)}/comparison`).expect(200),
    )) as { base: Gap; cases: { case: string; change: number[]; gap: Gap }[] };
    expect(comparison.cases.map((one) => [one.case, one.change])).toEqual([
      ['favourable', [0, 0, 0, 0]],
      ['likely', [0, 0.5, 0.5, 0.5]],
      ['adverse', [0, 1, 1, 1]],
    ]);
    expect(comparison.cases[0]!.gap).toEqual(comparison.base);
    const wrong = [{ kind: 'growth', horizon: 'now', percent: { low: 3, likely: 2, high: 1 } }];
    await board.post(`${known.plan}/scenarios`, { title: 'Wrong', assumptions: wrong }).expect(422);
  });

  it('answers the twelve statements on readiness one by one', async () => {
    const section = { owner: 'Chief executive', evidence: 'A fifth of the time.', state: 'in_place' };
    const at = `${known.plan}/readiness/led_from_the_top`;
    await board.put(at, section).expect(201);
    await board.put(at, section).expect(409);
    await board.put(at, { ...section, state: 'under_way' }, 1).expect(200);
    await board.put(`${known.plan}/readiness/no_such`, section).expect(404);
    const { items } = (await bodyOf(service.as('hr_auditor').get(`${known.plan}/readiness`).expect(200))) as {
      items: { code: string; answer?: { state: string; version: number } }[];
    };
    expect(items).toHaveLength(12);
    expect(items.filter(({ answer }) => answer !== undefined)).toMatchObject([
      { code: 'led_from_the_top', answer: { state: 'under_way', version: 2 } },
    ]);
  });

  it('takes people let go elsewhere as evidence of stewardship, and of nothing else', async () => {
    const [fromOrganisationId, toOrganisationId] = known.organisations;
    const releases = [{ fromOrganisationId, toOrganisationId, people: 12, until: '2026-09-30' }];
    const section = { owner: 'Chair', evidence: 'Three moves.', state: 'under_way', releases };
    await board.put(`${known.plan}/behaviours/stewards_talent`, section).expect(201);
    await board.put(`${known.plan}/behaviours/values_diversity`, section).expect(422);
    await board.put(`${known.plan}/chapters/diagnosis`, { ...section, releases: [] }).expect(201);
    const answers = async (api: Api) =>
      ((await bodyOf(api.get(`${known.plan}/behaviours`).expect(200))) as AskedSections).items.flatMap(
        ({ answer }) => answer ?? [],
      );
    expect(await answers(board)).toEqual([{ ...section, version: 1 }]);
    // An entry of few people, and of none, would tell of them: others read their sum once it is published.
    const { releases: _, ...others } = section;
    for (const role of ['hr_auditor', 'coordinator'] as const) {
      expect(await answers(service.as(role))).toEqual([{ ...others, version: 1 }]);
    }
  });

  it('keeps actions and risks, each with its version', async () => {
    const action = {
      ...{ chapter: 'closing_gaps', title: 'Coach', owner: 'Director of people' },
      ...{ dueOn: '2020-01-01', state: 'planned' },
    };
    const made = await board.post(`${known.plan}/actions`, action).expect(201);
    const at = `${known.plan}/actions/${idOf(made)}`;
    expect(made.headers['location']).toBe(`/api/v1/${at}`);
    await board.put(at, { ...action, state: 'under_way' }, 1).expect(200);
    await board.put(at, action, 1).expect(412);
    await board.post(`${known.plan}/actions`, { ...action, chapter: 'no_such' }).expect(422);
    const risk = { kind: 'risk', description: 'No money.', escalation: 'national', likelihood: 4, impact: 4 };
    await board
      .post(`${known.plan}/risks`, { ...risk, mitigation: 'Ask.', owner: 'Chair', state: 'open' })
      .expect(201);
    const { items } = (await bodyOf(board.get(`${known.plan}/risks`).expect(200))) as { items: object[] };
    expect(items).toMatchObject([risk]);
    await board.get(`${known.plan}/risks/${idOf(made)}`).expect(404);
  });

  it('refuses a baseline whose parts do not add up, and shows levels beside one that does', async () => {
    const at = `${known.plan}/population-baseline`;
    const baseline = (female: number, male: number, total: number) => ({
      ...{ source: 'Census', asOf: '2026-03-31' },
      populations: [
        {
          ...{ population: 'community', total },
          counts: [
            { characteristic: 'sex', category: 'Female', people: female },
            { characteristic: 'sex', category: 'Male', people: male },
          ],
        },
      ],
    });
    await board.put(at, baseline(511, 490, 1000)).expect(422);
    await board.get(at).expect(404);
    await board.put(at, baseline(511, 490, 1001)).expect(201);
    // True counts are for who brings them in, and that they were read is told.
    await board.get(at).expect(200);
    for (const role of ['hr_auditor', 'coordinator'] as const) await service.as(role).get(at).expect(403);
    const dashboard = (await bodyOf(service.as('hr_auditor').get(`${known.plan}/dashboard`).expect(200))) as {
      about: string;
    };
    expect(dashboard.about).toContain('Evenhand’s own');
    expect(dashboard).toMatchObject({
      cover: { open: 2 },
      fromPools: { filled: 1 },
      actions: { open: 1, overdue: 1, done: 0 },
      profile: [
        { category: 'Female', community: { people: 510, percent: 51 }, stages: [] },
        { category: 'Male', community: { people: 490, percent: 49 }, stages: [] },
      ],
    });
    // Who is ready, whether pools were used and who was let go is told to auditors once it is published and holds still.
    expect(JSON.stringify(dashboard)).not.toMatch(/supply|covered|released|"fromPools":\d/);
    expect(await bodyOf(board.get(`${known.plan}/dashboard`).expect(200))).toMatchObject({
      cover: { open: 2, covered: 1, percent: 50 },
      fromPools: { filled: 1, fromPools: 1, percent: 100 },
      released: 10,
    });
  });

  it('is published by two members of the board, for good, and read by everybody without a count of a few', async () => {
    await service.grant('rae@board.example', 'talent_board', { programmeId: known.programmeId });
    const [reviewer, anybody] = [await service.asHolderOf('rae@board.example'), service.as('public')];
    const at = `${known.plan}/snapshots`;
    await service.as('coordinator').post(at).expect(403);
    const id = idOf(await board.post(at).expect(201));
    await board.post(at).expect(409);
    const own = await board.post(`${at}/${id}/approve`).expect(409);
    expect((own.body as { code: string }).code).toBe('leadership-plan-snapshot.own');
    await anybody.get(`transparency/leadership-plans/${id}`).expect(404);
    await reviewer.post(`${at}/${id}/approve`).expect(200);
    const reason = 'Wait for May.';
    await reviewer.post(`${at}/${id}/turn-down`, { reason }).expect(409);

    const listed = await bodyOf(anybody.get('transparency/leadership-plans').expect(200));
    expect(listed).toMatchObject({ items: [{ id, programme: 'North' }] });
    const published = await bodyOf(anybody.get(`transparency/leadership-plans/${id}`).expect(200));
    expect(published).toMatchObject({
      outline: {
        ...{ title: 'Leaders', baseline: { source: 'Census', asOf: '2026-03-31' } },
        dashboard: { cover: { open: 2 }, released: 10, profile: [{ community: { people: 510 } }, {}] },
        demand: { peopleShown: false, total: [{ demand: 1 }, { demand: 2 }, { demand: 2 }, { demand: 4 }] },
      },
    });
    expect(JSON.stringify(published)).not.toMatch(/supply|covered|"fromPools":\d/);
    const page = await anybody.get(`/leadership-plans/${id}`).expect(200);
    expect(page.text).toContain('Leadership plan: North');
    expect(page.text).toContain('too few to show');
    await anybody.get('/leadership-plans').expect(200);

    // What was published stays as it was told, whatever the plan says by now.
    await board.put(known.plan, { title: 'Another', startsOn: '2026-10-01', vacancies: [] }, 2).expect(200);
    expect(await bodyOf(anybody.get(`transparency/leadership-plans/${id}`))).toEqual(published);
    const client = new Client({ connectionString: service.databaseUrl });
    await client.connect();
    try {
      await client.query(`update programme set name = 'Elsewhere' where name = 'North'`);
      expect(await bodyOf(anybody.get(`transparency/leadership-plans/${id}`))).toEqual(published);
      await client.query(`update programme set name = 'North' where name = 'Elsewhere'`);
      await expect(client.query(`update leadership_plan_snapshot set outline = '{}'`)).rejects.toThrow(
        'never changes',
      );
      await expect(client.query('delete from leadership_plan_snapshot')).rejects.toThrow('never changes');
    } finally {
      await client.end();
    }
  });

  it('stays as it is once its programme is closed', async () => {
    const coordinator = service.as('coordinator');
    await coordinator.patch(`programmes/${known.programmeId}`, { state: 'closed' }, 1).expect(200);
    const section = { owner: 'Chair', evidence: 'Seen.', state: 'in_place' };
    const action = {
      chapter: 'diagnosis',
      title: 'Late',
      owner: 'Chair',
      dueOn: '2030-01-01',
      state: 'planned',
    };
    const asOf = { source: 'Census', asOf: '2026-03-31', populations: [] };
    for (const refused of [
      await board.put(`${known.plan}/readiness/led_from_the_top`, section, 2),
      await board.post(`${known.plan}/actions`, action),
      await board.post(`${known.plan}/scenarios`, { title: 'Late', assumptions: [] }),
      await board.put(
        `${known.plan}/population-baseline`,
        { ...asOf, populations: [{ population: 'community', total: 0, counts: [] }] },
        1,
      ),
    ]) {
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'programme.closed']);
    }
    await coordinator.patch(`programmes/${known.programmeId}`, { state: 'open' }, 2).expect(200);
  });
});

describe('a board over HTTP', () => {
  it('is kept by role and profession, once for each organisation, and held against the law', async () => {
    const seat = (role: string, profession: string) => ({
      ...{ role, title: role },
      heldBy: { profession, registration: 'registered' },
    });
    const body = {
      ...{ programmeId: known.programmeId, organisationId: known.organisations[0], kind: 'nhs_trust' },
      seats: [seat('chief_executive', 'paramedic'), seat('executive', 'adult_nurse')],
    };
    const id = idOf(await board.post('boards', body).expect(201));
    await board.post('boards', body).expect(409);
    await board.post('boards', { ...body, organisationId: known.programmeId }).expect(422);
    const composition = (await bodyOf(board.get(`boards/${id}/composition`).expect(200))) as {
      findings: { rule: string; outcome: string }[];
      absentGroups: string[];
      openSeats: object;
    };
    expect(
      composition.findings.filter(({ outcome }) => outcome === 'broken').map(({ rule }) => rule),
    ).toEqual(['finance_director', 'doctor_or_dentist']);
    expect(composition.absentGroups).toContain('pharmacist');
    expect(composition.absentGroups).not.toContain('ahp');
    expect(composition.openSeats).toEqual({
      ...{ vacant: [], executivesToAdd: 3, nonExecutivesToAdd: 7, executivesOfAnyBackground: 1 },
    });
    await board.put(`boards/${id}`, { kind: 'other', seats: body.seats }, 1).expect(200);
    await board.put(`boards/${id}`, { kind: 'other', seats: body.seats }, 1).expect(412);
    await service.as('hr_auditor').get(`boards/${id}`).expect(200);
    await service.as('mentor').get(`boards/${id}`).expect(403);
  });
});

interface AskedSections {
  readonly items: readonly { readonly answer?: object }[];
}

interface Gap {
  readonly peopleShown: boolean;
  readonly total: readonly object[];
}
