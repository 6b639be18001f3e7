import { DEFAULT_DISCLOSURE_POLICY as POLICY, type ReleasedCount } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { withheldPool } from '../pools/released-pool';
import type { ToldLast } from '../pools/told-last';
import { besidePools } from './beside-pools';
import type { PlanDashboard } from './plan-dashboard';

const { content } = healthAndCare;
const on = (day: number) => new Date(Date.UTC(2026, 8, day));

const DASHBOARD = {
  gaps: [{ horizon: 'now', demand: 0, supply: 60, gap: -60, choice: null }],
  groups: [],
  fromPools: { filled: 0, fromPools: null, percent: null },
} as unknown as PlanDashboard;

/** A report that tells how many were in a pool, and withholds how many were appointed. */
const reportOf = (day: number): ToldLast['reports'][number] => ({
  ...{ countedAt: on(day), firstDay: '2025-01-01', policy: POLICY },
  tables: [{ dimensions: [], rows: [{ categories: [], counts: { in_pool: 60, appointed: null } }] }],
});

/** What a dashboard tells of who is ready beside a pool that was told on a day, though nobody came to it or went. */
async function toldBeside(reports: ToldLast['reports'], poolDay: number): Promise<ReleasedCount> {
  const publication = {
    ...withheldPool(content),
    ...{ asOf: on(poolDay), figures: { toldAt: {} }, toldBy: { policy: POLICY } },
  };
  const history = { members: [], decisions: [], posts: [] };
  const pools = [{ poolId: 'pool', openedAt: on(1), history, publications: [publication] }];
  const forward = { dashboard: DASHBOARD, toldBy: { policy: POLICY } };
  const { gaps } = await besidePools(forward, on(9), { pools, reports, plans: [] }, content, POLICY);
  return gaps[0]!.supply;
}

describe('a plan beside a report on the same people', () => {
  it('does not tell who is ready where that would narrow down who was appointed, whenever the pool was told', async () => {
    expect(await toldBeside([], 3)).toBe(60);
    for (const poolDay of [2, 3, 4]) {
      expect(await toldBeside([reportOf(3)], poolDay)).toBeNull();
    }
  });
});
