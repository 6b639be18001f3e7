import type { ToldBy } from '@evenhand/disclosure';
import type { PlanOnPools } from '../pools/told-elsewhere';
import type { HeldFigure } from './counted-plan';
import type { PlanDashboard } from './plan-dashboard';

/** What a dashboard tells of people in pools. @param countedAt when its counts were taken */
export function planOnPools(
  { gaps, groups, fromPools }: PlanDashboard,
  countedAt: Date,
  toldBy: ToldBy<HeldFigure>,
): PlanOnPools {
  return {
    ...{ countedAt, toldBy },
    ready: gaps.at(-1)?.supply ?? null,
    groups: groups.map(({ group, ready }) => ({ code: group, ready: ready.count })),
    filled: fromPools.filled,
    fromPools: fromPools.fromPools,
  };
}
