import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { type Authority, Transaction } from '@evenhand/kernel';
import { authorityIn, RememberedTrail } from '@evenhand/testing';
import type { PlannedPost } from '../../domain/plan/plan-base';
import type { DashboardInput } from '../../domain/plan/plan-dashboard';
import type { PlanSection } from '../../domain/plan/plan-section';
import type { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import type { DashboardInputs } from './dashboard-inputs';
import { ReadPlanDashboard } from './read-plan-dashboard';

class Directly extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

const sectionWith = (people: number): PlanSection => ({
  ...{
    programmeId: 'programme',
    kind: 'behaviour',
    code: 'stewards_talent',
    owner: 'Chair',
    evidence: 'Seen.',
  },
  ...{ state: 'under_way', version: 1 },
  releases:
    people === 0 ? [] : [{ fromOrganisationId: 'a', toOrganisationId: 'b', people, until: '2026-09-30' }],
});

/** A plan in which so many are ready, each for a post of their own, and as many posts were filled from pools. */
function readBy(authority: Authority, people: number, letGo = 0) {
  const post: PlannedPost = {
    organisationId: 'a',
    region: 'london',
    horizon: 'now',
    filled: false,
    ready: 0,
  };
  const input = (peopleShown: boolean): DashboardInput => ({
    base: {
      ...{ horizons: ['now'], vacancies: [] },
      posts: Array.from({ length: 60 }, (_, at) => ({ ...post, ready: at < people ? 1 : 0 })),
      ready: [{ horizon: 'now', profession: 'adult_nurse', people }],
    },
    appointments: { filled: 60, fromPools: people },
    ...{
      actions: [],
      risks: [],
      sections: [sectionWith(letGo)],
      asked: { readiness: 0, behaviour: 1, chapter: 0 },
    },
    ...{ escalationLevels: [], groups: ['nurse'], peopleShown, today: '2026-10-01' },
    people: { groupOf: new Map([['adult_nurse', 'nurse']]), seats: new Map() },
  });
  const plans = { ofProgramme: () => Promise.resolve({ programmeId: 'programme' }) };
  return new ReadPlanDashboard(
    plans as unknown as LeadershipPlanRepository,
    { of: (_: unknown, shown: boolean) => Promise.resolve(input(shown)) } as unknown as DashboardInputs,
    new RememberedTrail(),
    new Directly(),
    { policy: DEFAULT_DISCLOSURE_POLICY },
  ).run(authority, 'programme');
}

describe('the dashboard of a plan', () => {
  it('is the same for auditors whoever is ready or was appointed, so that they see no tenth person come', async () => {
    const auditor = authorityIn('programme', 'hr_auditor');
    const many = await readBy(auditor, 25);
    expect(many).toEqual(await readBy(auditor, 9));
    expect(many).toMatchObject({
      cover: { open: 60, covered: null },
      gaps: [{ demand: 60, supply: null, gap: null }],
      fromPools: { filled: 60, fromPools: null },
      policy: DEFAULT_DISCLOSURE_POLICY,
      groups: [{ ready: { count: null } }],
    });
  });

  it('is the same for whoever does not keep the plan however many were let go, as it stands now', async () => {
    for (const role of ['hr_auditor', 'coordinator']) {
      const authority = authorityIn('programme', role);
      const many = await readBy(authority, 25, 23);
      expect(many).toEqual(await readBy(authority, 25, 22));
      expect(many.released).toBe(null);
    }
    expect((await readBy(authorityIn('programme', 'talent_board'), 25, 23)).released).toBe(25);
  });

  it('tells those who look into pools how many are ready', async () => {
    const told = await readBy(authorityIn('programme', 'coordinator'), 23);
    expect(told).toMatchObject({
      cover: { open: 60, covered: 23 },
      gaps: [{ demand: 60, supply: 25, gap: 35 }],
      fromPools: { filled: 60, fromPools: 23 },
    });
  });
});
