import type { PlanDashboard } from './plan-dashboard';

/**
 * A dashboard for somebody who may not be told of ready people as it stands now. Released counts would not do: whoever
 * reads them every hour sees at which moment a tenth person became ready, was appointed or went. What is published of the
 * plan holds still, and is for everybody.
 */
export function withoutReadyPeople(dashboard: PlanDashboard): PlanDashboard {
  const { cover } = dashboard;
  const without = withoutReady(withoutReadyByGroup(withoutFromPools(dashboard)));
  return { ...without, cover: { ...cover, covered: null, percent: null } };
}

/** A dashboard that does not tell how many are ready by any horizon. */
export function withoutReady(dashboard: PlanDashboard): PlanDashboard {
  const gaps = dashboard.gaps.map(({ horizon, demand }) => ({
    ...{ horizon, demand, supply: null, gap: null, choice: null },
  }));
  return { ...dashboard, gaps };
}

/** A dashboard that does not tell how many of each group are ready. */
export function withoutReadyByGroup(dashboard: PlanDashboard): PlanDashboard {
  const groups = dashboard.groups.map((row) => ({ ...row, ready: { count: null, percent: null } }));
  return { ...dashboard, groups };
}

/** A dashboard that does not tell how many posts were filled from pools. */
export function withoutFromPools(dashboard: PlanDashboard): PlanDashboard {
  return { ...dashboard, fromPools: { ...dashboard.fromPools, fromPools: null, percent: null } };
}

/** The same for somebody who may not be told of people let go: they change by one move at a time. */
export function withoutPeopleLetGo(dashboard: PlanDashboard): PlanDashboard {
  return { ...dashboard, released: null };
}
