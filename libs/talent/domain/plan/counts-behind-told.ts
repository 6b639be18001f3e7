import {
  type CountInterval,
  countsBehind,
  type DisclosurePolicy,
  type ReleasedCount,
} from '@evenhand/disclosure';
import { type HeldFigure, profileTable } from './counted-plan';
import type { PlanDashboard } from './plan-dashboard';
import type { ProfileRow, ProfileShare } from './released-profile';

/** By table and cell, as counts are kept behind a snapshot. */
type Cells<Count> = Readonly<Record<string, Readonly<Record<string, Count>>>>;

/**
 * What every reader knows of the counts behind a figure, by table and cell; of a table that is not told nothing is there. A
 * withheld count may be any, since it may be withheld for the sake of others.
 */
export function countsBehindTold(
  figure: HeldFigure,
  dashboard: PlanDashboard,
  policy: DisclosurePolicy,
): Cells<CountInterval> {
  const behind = (count: ReleasedCount): CountInterval =>
    count === null ? { lowest: 0, highest: Infinity } : countsBehind(count, policy);
  if (figure !== 'ready') return each(TOLD[figure](dashboard), behind);
  const group = byGroup(dashboard, ({ ready }) => ready);
  return { ...each(group, behind), horizon: byHorizon(dashboard, behind) };
}

/** Who is ready by a horizon is told of all until then: of those between two the one less the other. */
function byHorizon({ gaps }: PlanDashboard, behind: (count: ReleasedCount) => CountInterval) {
  const until = gaps.map(({ supply }) => behind(supply));
  return Object.fromEntries(
    gaps.map(({ horizon }, at) => {
      const { lowest, highest } = until[at]!;
      const sooner = until[at - 1] ?? { lowest: 0, highest: 0 };
      return [
        horizon,
        { lowest: Math.max(0, lowest - sooner.highest), highest: Math.max(0, highest - sooner.lowest) },
      ];
    }),
  );
}

const TOLD: Readonly<
  Record<Exclude<HeldFigure, 'ready'>, (dashboard: PlanDashboard) => Cells<ReleasedCount>>
> = {
  covered: ({ cover }) => single(cover.covered),
  fromPools: ({ fromPools }) => single(fromPools.fromPools),
  letGo: ({ released }) => single(released),
  groupsInWorkforce: (dashboard) => byGroup(dashboard, ({ workforce }) => workforce),
  groupsInSeats: (dashboard) => byGroup(dashboard, ({ seats }) => seats),
  community: ({ profile }) =>
    byCategory(profile, ({ community }) => (community === undefined ? {} : { '': community })),
  workforce: ({ profile }) =>
    byCategory(profile, ({ workforce, stages }) => ({
      ...(workforce === undefined ? {} : { '': workforce }),
      ...stages,
    })),
};

const single = (count: ReleasedCount) => ({ all: { all: count } });

function byGroup(
  { groups }: PlanDashboard,
  of: (row: PlanDashboard['groups'][number]) => { readonly count: ReleasedCount } | undefined,
): Cells<ReleasedCount> {
  const told = groups.flatMap((row) => {
    const share = of(row);
    return share === undefined ? [] : [[row.group, share.count] as const];
  });
  return told.length === 0 ? {} : { group: Object.fromEntries(told) };
}

/** @param sharesOf by stage, empty for the whole */
function byCategory(
  profile: readonly ProfileRow[],
  sharesOf: (row: ProfileRow) => Readonly<Record<string, ProfileShare>>,
): Cells<ReleasedCount> {
  const tables: Record<string, Record<string, ReleasedCount>> = {};
  for (const row of profile) {
    for (const [stage, { people }] of Object.entries(sharesOf(row))) {
      const table = profileTable(row.characteristic, stage);
      tables[table] = { ...tables[table], [row.category]: people };
    }
  }
  return tables;
}

function each<From, To>(cells: Cells<From>, to: (from: From) => To): Cells<To> {
  return Object.fromEntries(
    Object.entries(cells).map(([table, row]) => [
      table,
      Object.fromEntries(Object.entries(row).map(([cell, count]) => [cell, to(count)])),
    ]),
  );
}
