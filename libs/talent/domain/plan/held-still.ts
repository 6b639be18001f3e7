import {
  type DisclosurePolicy,
  leastChanged,
  policyOf,
  type ReleasedCount,
  type ToldBy,
  toldBy,
} from '@evenhand/disclosure';
import { type CountedCells, type CountedPlan, HELD_FIGURES, type HeldFigure } from './counted-plan';
import { countsBehindTold } from './counts-behind-told';
import type { PlanDashboard } from './plan-dashboard';
import type { ProfileRow } from './released-profile';

/** A snapshot as it was put forward: the figures that it tells, and the counts behind them. */
export interface ToldPlan {
  readonly dashboard: PlanDashboard;
  readonly counted: CountedPlan;
  /** By which policy: of a figure that is told as it was before, by that of then. */
  readonly toldBy: ToldBy<HeldFigure>;
}

/**
 * A dashboard as it may be put forward after others. Whoever compares two of them would learn of the few who came or went
 * between: a figure of which fewer people (or posts) changed than are told of, since any time that it was told, however long
 * ago, is told as it was then, by the policy of then. Where there are several such times it is the nearest, which is nearest to the truth.
 *
 * @param now as it is told where nothing was told before, by the policy of now alone
 * @param earlier every snapshot that was put forward before, the newest first: the board reads those too that it turns down
 */
export function heldStill(
  now: ToldPlan,
  earlier: readonly ToldPlan[],
  { smallest }: DisclosurePolicy,
): ToldPlan {
  const standing: Partial<Record<HeldFigure, DisclosurePolicy>> = {};
  const { dashboard, counted } = HELD_FIGURES.reduce((told, figure) => {
    const then = nearest(figure, now.counted, earlier, smallest);
    if (then === undefined) return told;
    standing[figure] = policyOf(then.toldBy, figure);
    const { [figure]: _, ...others } = told.counted;
    const behind = then.counted[figure];
    return {
      ...told,
      dashboard: REPEATING[figure](told.dashboard, then.dashboard),
      counted: behind === undefined ? others : { ...others, [figure]: behind },
    };
  }, now);
  return { dashboard, counted, toldBy: toldBy(now.toldBy.policy, standing) };
}

/**
 * Of the times since which too few changed that to which the fewest did; undefined where there is none. Too few are fewer than
 * are told of, now or then: whoever read it then was promised that.
 */
function nearest(
  figure: HeldFigure,
  counted: CountedPlan,
  earlier: readonly ToldPlan[],
  smallest: number,
): ToldPlan | undefined {
  return earlier.reduce<{ readonly then?: ToldPlan; readonly changed: number }>(
    (best, then) => {
      const after = counted[figure] ?? {};
      const changed = changedIn(then.counted[figure] ?? nearestTold(figure, then, after), after);
      const fewest = Math.max(smallest, policyOf(then.toldBy, figure).smallest);
      return changed < fewest && changed < best.changed ? { then, changed } : best;
    },
    { changed: Infinity },
  ).then;
}

type Tables = Readonly<Record<string, CountedCells>>;

/** Of the counts that may be behind a figure those that are nearest to the ones of now: no fewer can have changed. */
function nearestTold(figure: HeldFigure, { dashboard, toldBy }: ToldPlan, after: Tables): Tables {
  const told = Object.entries(countsBehindTold(figure, dashboard, policyOf(toldBy, figure)));
  return Object.fromEntries(
    told.map(([table, cells]) => [
      table,
      {
        ...after[table],
        ...Object.fromEntries(
          Object.entries(cells).map(([cell, { lowest, highest }]) => [
            cell,
            Math.min(highest, Math.max(lowest, after[table]?.[cell] ?? 0)),
          ]),
        ),
      },
    ]),
  );
}

/** How many changed at least, by the table that changed least of those that were told both times. */
function changedIn(before: Tables, after: Tables): number {
  return Math.min(
    ...Object.entries(after).flatMap(([table, cells]) => {
      const then = before[table];
      return then === undefined ? [] : [leastChanged(rowsOf(then), rowsOf(cells), ['people'])];
    }),
  );
}

function rowsOf(cells: CountedCells) {
  return Object.entries(cells).map(([cell, people]) => ({ categories: [cell], counts: { people } }));
}

/** How a dashboard takes a figure over from an earlier one. */
const REPEATING: Readonly<Record<HeldFigure, (now: PlanDashboard, then: PlanDashboard) => PlanDashboard>> = {
  ready: withReadyOf,
  covered: (now, { cover }) => ({ ...now, cover: held(now.cover, 'covered', cover.covered) }),
  fromPools: (now, { fromPools }) => ({
    ...now,
    fromPools: held(now.fromPools, 'fromPools', fromPools.fromPools),
  }),
  letGo: (now, { released }) => ({ ...now, released }),
  groupsInWorkforce: (now, then) => withColumnOf(now, then, 'workforce'),
  groupsInSeats: (now, then) => withColumnOf(now, then, 'seats'),
  community: (now, then) => ({
    ...now,
    profile: withProfileOf(now, then, ({ community: _, ...row }, { community }) => ({
      ...row,
      ...(community === undefined ? {} : { community }),
    })),
  }),
  workforce: (now, then) => ({
    ...now,
    profile: withProfileOf(now, then, ({ workforce: _, ...row }, { workforce, stages }) => ({
      ...row,
      ...(workforce === undefined ? {} : { workforce }),
      stages,
    })),
  }),
};

/** Nobody divides a count of then by one of now. */
function held<Share extends { readonly percent: number | null }>(
  share: Share,
  name: keyof Share,
  count: ReleasedCount,
): Share {
  return { ...share, [name]: count, percent: null };
}

const NOT_TOLD = { count: null, percent: null } as const;

function withReadyOf(now: PlanDashboard, told: PlanDashboard): PlanDashboard {
  return {
    ...withColumnOf(now, told, 'ready'),
    gaps: now.gaps.map(({ horizon, demand }) => {
      const supply = told.gaps.find((gap) => gap.horizon === horizon)?.supply ?? null;
      return {
        ...{ horizon, demand, supply },
        gap: supply === null ? null : demand - supply,
        choice: supply === null || demand === 0 ? null : Math.floor((100 * supply) / demand),
      };
    }),
  };
}

function withColumnOf(
  now: PlanDashboard,
  told: PlanDashboard,
  column: 'workforce' | 'ready' | 'seats',
): PlanDashboard {
  return {
    ...now,
    groups: now.groups.map((row) => ({
      ...row,
      [column]: told.groups.find(({ group }) => group === row.group)?.[column] ?? NOT_TOLD,
    })),
  };
}

/** Categories that there were then and are no more stand as they did; of new ones that part is not told. */
function withProfileOf(
  now: PlanDashboard,
  told: PlanDashboard,
  taken: (now: ProfileRow, then: Partial<ProfileRow> & Pick<ProfileRow, 'stages'>) => ProfileRow,
): readonly ProfileRow[] {
  const keyOf = ({ characteristic, category }: ProfileRow): string =>
    JSON.stringify([characteristic, category]);
  const before = new Map(told.profile.map((row) => [keyOf(row), row]));
  const there = new Set(now.profile.map(keyOf));
  const gone = told.profile.filter((row) => !there.has(keyOf(row)));
  const bare = ({ characteristic, category }: ProfileRow): ProfileRow => ({
    ...{ characteristic, category },
    stages: {},
  });
  return [...now.profile, ...gone.map(bare)].map((row) =>
    taken(row, before.get(keyOf(row)) ?? { stages: {} }),
  );
}
