import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy, type ReleasedCount } from '@evenhand/disclosure';
import type { PlanDashboard } from './plan-dashboard';
import type { CountedPlan } from './plan-snapshot';

/** What was published before: the figures that were told, and the counts behind them. */
export interface EarlierPlan {
  readonly dashboard: PlanDashboard;
  readonly counted: CountedPlan;
}

/**
 * A dashboard as it may be published after an earlier one. Whoever compares the two would learn of those who changed: what
 * changed by fewer people (or posts) than are told of is told as it was told then, until more have. Of those who are ready
 * as many must have come or gone as would have to, were each of them to come and go in two places at once.
 */
export function heldStill(
  now: PlanDashboard,
  counted: CountedPlan,
  before: EarlierPlan | undefined,
  { smallest }: DisclosurePolicy = DEFAULT_DISCLOSURE_POLICY,
): PlanDashboard {
  if (before === undefined) return now;
  const { dashboard: told, counted: then } = before;
  const isFree = (measure: 'covered' | 'fromPools' | 'letGo') =>
    Math.abs(counted[measure] - then[measure]) >= smallest;
  const ready = changedPlaces(then.ready, counted.ready) >= 2 * smallest ? now : withReadyOf(now, told);
  return {
    ...ready,
    cover: isFree('covered') ? now.cover : held(now.cover, 'covered', told.cover.covered),
    fromPools: isFree('fromPools')
      ? now.fromPools
      : held(now.fromPools, 'fromPools', told.fromPools.fromPools),
    released: isFree('letGo') ? now.released : told.released,
  };
}

/** Nobody divides a count of then by one of now. */
function held<Share extends { readonly percent: number | null }>(
  share: Share,
  name: keyof Share,
  count: ReleasedCount,
): Share {
  return { ...share, [name]: count, percent: null };
}

function withReadyOf(now: PlanDashboard, told: PlanDashboard): PlanDashboard {
  return {
    ...now,
    gaps: now.gaps.map(({ horizon, demand }) => {
      const supply = told.gaps.find((gap) => gap.horizon === horizon)?.supply ?? null;
      return {
        ...{ horizon, demand, supply },
        gap: supply === null ? null : demand - supply,
        choice: supply === null || demand === 0 ? null : Math.floor((100 * supply) / demand),
      };
    }),
    groups: now.groups.map((row) => ({
      ...row,
      ready: told.groups.find(({ group }) => group === row.group)?.ready ?? { count: null, percent: null },
    })),
  };
}

/** By how many people places differ, those that came and those that went: whoever moved counts in both. */
function changedPlaces(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): number {
  const places = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...places].reduce(
    (changed, place) => changed + Math.abs((after[place] ?? 0) - (before[place] ?? 0)),
    0,
  );
}
