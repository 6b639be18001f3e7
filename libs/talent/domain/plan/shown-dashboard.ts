import type { PlanDashboard } from './plan-dashboard';

/**
 * A dashboard for somebody who may not be told of ready people as it stands now. Released counts would not do: whoever
 * reads them every hour sees at which moment a tenth person became ready, was appointed or went. What is published of the
 * plan holds still, and is for everybody.
 */
export function withoutReadyPeople(dashboard: PlanDashboard): PlanDashboard {
  const { cover, gaps, fromPools, groups } = dashboard;
  return {
    ...dashboard,
    cover: { ...cover, covered: null, percent: null },
    gaps: gaps.map(({ horizon, demand }) => ({ horizon, demand, supply: null, gap: null, choice: null })),
    fromPools: { ...fromPools, fromPools: null, percent: null },
    groups: groups.map((row) => ({ ...row, ready: { count: null, percent: null } })),
  };
}

/** The same for somebody who may not be told of people let go: they change by one move at a time. */
export function withoutPeopleLetGo(dashboard: PlanDashboard): PlanDashboard {
  return { ...dashboard, released: null };
}
