import type { PlannedPost } from './plan-base';
import { type DashboardInput, planDashboard } from './plan-dashboard';
import type { PlanAction, PlanRisk } from './plan-entry';
import type { PlanSection } from './plan-section';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const post: PlannedPost = {
  ...{ organisationId: 'a', region: 'london', horizon: 'now', filled: false, ready: 0 },
};
const action: PlanAction = {
  ...{ chapter: 'diagnosis', title: 'Count', owner: 'Chair', dueOn: '2026-09-30', state: 'planned' },
};
const risk: PlanRisk = {
  ...{ kind: 'risk', description: 'It stops.', escalation: 'regional', likelihood: 2, impact: 4 },
  ...{ mitigation: 'Money.', owner: 'Chair', state: 'open' },
};
const section: PlanSection = {
  ...{ programmeId: 'p', kind: 'readiness', code: 'x', owner: 'Chair', evidence: 'Seen.' },
  ...{ state: 'in_place', releases: [], version: 1 },
};
const INPUT: DashboardInput = {
  base: { horizons: ['now', '0-1'], posts: [], vacancies: [], ready: [] },
  appointments: { filled: 0, fromPools: 0 },
  ...{ actions: [], risks: [], sections: [] },
  asked: { readiness: 12, behaviour: 5, chapter: 6 },
  escalationLevels: ['local', 'regional', 'national'],
  groups: ['nurse', 'ahp'],
  people: {
    groupOf: new Map([
      ['adult_nurse', 'nurse'],
      ['paramedic', 'ahp'],
    ]),
    seats: new Map(),
  },
  ...{ peopleShown: true, today: '2026-10-01' },
};

const nobody = { ready: { count: null, percent: null }, seats: { count: null, percent: null } };

describe('The dashboard of a plan', () => {
  it('of nothing tells nothing that is not so', async () => {
    expect(await planDashboard(INPUT, POLICY)).toEqual({
      cover: { open: 0, covered: 0, percent: null },
      gaps: [
        { horizon: 'now', demand: 0, supply: null, gap: null, choice: null },
        { horizon: '0-1', demand: 0, supply: null, gap: null, choice: null },
      ],
      fromPools: { filled: 0, fromPools: 0, percent: null },
      actions: { open: 0, overdue: 0, done: 0 },
      risks: { local: 0, regional: 0, national: 0 },
      sections: {
        readiness: { not_begun: 12, under_way: 0, in_place: 0 },
        behaviour: { not_begun: 5, under_way: 0, in_place: 0 },
        chapter: { not_begun: 6, under_way: 0, in_place: 0 },
      },
      released: null,
      groups: [
        { group: 'nurse', ...nobody },
        { group: 'ahp', ...nobody },
      ],
      profile: [],
    });
  });

  it('counts an open post as covered with one who is ready in time', async () => {
    const posts = [post, { ...post, ready: 2 }, { ...post, ready: 1 }, { ...post, filled: true }];
    const { cover } = await planDashboard({ ...INPUT, base: { ...INPUT.base, posts } }, POLICY);
    expect(cover).toEqual({ open: 3, covered: 2, percent: 66 });
  });

  it('rounds people, and works the gap and the choice out from rounded ones', async () => {
    const base = {
      ...INPUT.base,
      posts: Array.from({ length: 8 }, () => post),
      ready: [
        { horizon: 'now', profession: 'adult_nurse', people: 9 },
        { horizon: '0-1', profession: 'paramedic', people: 13 },
      ],
    };
    expect((await planDashboard({ ...INPUT, base }, POLICY)).gaps).toEqual([
      { horizon: 'now', demand: 8, supply: null, gap: null, choice: null },
      { horizon: '0-1', demand: 8, supply: 20, gap: -12, choice: 250 },
    ]);
  });

  it('tells the share of posts that pools filled', async () => {
    const { fromPools } = await planDashboard(
      { ...INPUT, appointments: { filled: 9, fromPools: 6 } },
      POLICY,
    );
    expect(fromPools).toEqual({ filled: 9, fromPools: 6, percent: 66 });
  });

  it('counts what is late, and open risks by how far up they are taken', async () => {
    const { actions, risks } = await planDashboard(
      {
        ...INPUT,
        actions: [action, { ...action, dueOn: '2026-10-01' }, { ...action, state: 'done' }],
        risks: [risk, { ...risk, escalation: 'national' }, { ...risk, state: 'closed' }],
      },
      POLICY,
    );
    expect(actions).toEqual({ open: 2, overdue: 1, done: 1 });
    expect(risks).toEqual({ local: 0, regional: 1, national: 1 });
  });

  it('counts what is in place, and what the plan says nothing of as not begun', async () => {
    const release = { fromOrganisationId: 'a', toOrganisationId: 'b', people: 8, until: '2026-10-01' };
    const { sections, released } = await planDashboard(
      {
        ...INPUT,
        sections: [
          section,
          { ...section, code: 'y', state: 'not_begun' },
          { ...section, kind: 'behaviour', code: 'z', state: 'under_way', releases: [release, release] },
        ],
      },
      POLICY,
    );
    expect(sections.readiness).toEqual({ not_begun: 11, under_way: 0, in_place: 1 });
    expect(sections.behaviour).toEqual({ not_begun: 4, under_way: 1, in_place: 0 });
    expect(released).toBe(15);
  });

  it('sets the levels of leadership beside workforce and community, and keeps small counts back', async () => {
    const sexOf = (female: number, male: number) => [
      { characteristic: 'sex' as const, category: 'female', people: female },
      { characteristic: 'sex' as const, category: 'male', people: male },
    ];
    const { profile } = await planDashboard(
      {
        ...INPUT,
        baseline: {
          ...{ programmeId: 'p', source: 'Census', asOf: '2026-03-31', version: 1 },
          populations: [
            { population: 'community', total: 1001, counts: sexOf(511, 490) },
            { population: 'workforce', total: 400, counts: sexOf(301, 99) },
            { population: 'workforce', stage: '4', total: 40, counts: sexOf(4, 36) },
          ],
        },
      },
      POLICY,
    );
    expect(profile).toEqual([
      {
        ...{ characteristic: 'sex', category: 'female' },
        community: { people: 510, percent: 51 },
        workforce: { people: 300, percent: 75 },
        stages: { '4': { people: null, percent: null } },
      },
      {
        ...{ characteristic: 'sex', category: 'male' },
        community: { people: 490, percent: 49 },
        workforce: { people: 100, percent: 25 },
        stages: { '4': { people: 35, percent: 100 } },
      },
    ]);
  });

  it('tells no exact count of covered posts and appointments from pools to who does not look into pools', async () => {
    const posts = [post, { ...post, ready: 2 }];
    const input = { ...INPUT, base: { ...INPUT.base, posts }, appointments: { filled: 12, fromPools: 3 } };
    expect(await planDashboard({ ...input, peopleShown: false }, POLICY)).toMatchObject({
      cover: { open: 2, covered: null, percent: null },
      fromPools: { filled: 12, fromPools: null, percent: null },
    });
    const many = { ...input, base: { ...input.base, posts: Array(27).fill({ ...post, ready: 1 }) } };
    many.base.posts.push(...Array<PlannedPost>(30).fill(post));
    const { cover } = await planDashboard({ ...many, peopleShown: false }, POLICY);
    expect(cover).toEqual({ open: 57, covered: 25, percent: 45 });
  });

  it('sets pools and boards beside the workforce, by professional group', async () => {
    const { groups } = await planDashboard(
      {
        ...INPUT,
        base: {
          ...INPUT.base,
          ready: [
            { horizon: 'now', profession: 'adult_nurse', people: 61 },
            { horizon: '0-1', profession: 'paramedic', people: 22 },
          ],
        },
        people: {
          ...INPUT.people,
          workforce: new Map([
            ['adult_nurse', 601],
            ['paramedic', 203],
          ]),
          seats: new Map([
            ['adult_nurse', 14],
            ['paramedic', 2],
            ['finance', 40],
          ]),
        },
      },
      POLICY,
    );
    expect(groups).toEqual([
      {
        ...{ group: 'nurse', workforce: { count: 600, percent: 75 } },
        ...{ ready: { count: 60, percent: 75 }, seats: { count: 15, percent: null } },
      },
      {
        ...{ group: 'ahp', workforce: { count: 205, percent: 25 } },
        ...{ ready: { count: 20, percent: 25 }, seats: { count: null, percent: null } },
      },
    ]);
  });
});
