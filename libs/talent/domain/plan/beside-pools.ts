import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { withheldInPlan } from '../pools/pool-over-time';
import { PLAN_FIGURES, type PlanFigure } from '../pools/told-elsewhere';
import { reportOnPools, type ToldLast, toldOf } from '../pools/told-last';
import type { ToldPlan } from './held-still';
import type { PlanDashboard } from './plan-dashboard';
import { planOnPools } from './plan-on-pools';
import { withoutFromPools, withoutReady, withoutReadyByGroup } from './shown-dashboard';

/**
 * A dashboard as it may be published beside what was told of the programme's pools: who is ready is who is in them, and
 * posts that were filled from pools are those of all of them. What would narrow down what they withhold is withheld here,
 * since it comes later; and so is what says that a few people changed since.
 */
export async function besidePools(
  { dashboard, toldBy }: Pick<ToldPlan, 'dashboard' | 'toldBy'>,
  countedAt: Date,
  { pools, reports, plans }: ToldLast,
  catalogue: CatalogueContent,
  policy: DisclosurePolicy,
): Promise<PlanDashboard> {
  if (pools.length === 0) return dashboard;
  const told = {
    otherPools: toldOf(pools, catalogue, policy),
    reports: reports.map((report) => reportOnPools(report, pools, catalogue)),
    plans,
  };
  const withheld = await withheldInPlan(told, planOnPools(dashboard, countedAt, toldBy), policy);
  return [...(withheld ?? PLAN_FIGURES)].reduce<PlanDashboard>(
    (left, figure) => WITHOUT[figure](left),
    dashboard,
  );
}

const WITHOUT: Readonly<Record<PlanFigure, (dashboard: PlanDashboard) => PlanDashboard>> = {
  ready: withoutReady,
  readyByGroup: withoutReadyByGroup,
  fromPools: withoutFromPools,
};
