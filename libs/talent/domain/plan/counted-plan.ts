import { groupCounts } from './dashboard-groups';
import { type DashboardInput, readyIn, singlesOf } from './plan-dashboard';
import type { BaselinePopulation } from './population-baseline';

/** What a plan tells of people that is told together, and so holds still together. */
export const HELD_FIGURES = [
  'ready',
  'covered',
  'fromPools',
  'letGo',
  'groupsInWorkforce',
  'groupsInSeats',
  'community',
  'workforce',
] as const;
/** One of them. */
export type HeldFigure = (typeof HELD_FIGURES)[number];

/** True counts by cell. */
export type CountedCells = Readonly<Record<string, number>>;

/**
 * The true counts behind what a snapshot tells, by figure, table and cell, as fine as they are told: of what it repeats those
 * behind what was told then. The next one is held against them, and nobody is told them.
 */
export type CountedPlan = Readonly<Partial<Record<HeldFigure, Readonly<Record<string, CountedCells>>>>>;

/** The true counts of what a dashboard is worked out from. */
export function countedIn(input: DashboardInput): CountedPlan {
  const { groups, people, baseline } = input;
  const { covered, fromPools, letGo } = singlesOf(input);
  const ready = readyIn(input);
  const populations = baseline?.populations ?? [];
  const { workforce } = people;
  return {
    ready: {
      horizon: summed(ready, ({ horizon }) => horizon),
      group: summed(ready, ({ group = '' }) => group),
    },
    covered: one(covered),
    fromPools: one(fromPools),
    letGo: one(letGo),
    ...(workforce === undefined
      ? {}
      : { groupsInWorkforce: { group: Object.fromEntries(groupCounts(groups, people.groupOf, workforce)) } }),
    groupsInSeats: { group: Object.fromEntries(groupCounts(groups, people.groupOf, people.seats)) },
    community: byCharacteristic(populations.filter(({ population }) => population === 'community')),
    workforce: byCharacteristic(populations.filter(({ population }) => population === 'workforce')),
  };
}

const one = (count: number) => ({ all: { all: count } });

function summed<Counted extends { readonly people: number }>(
  counts: readonly Counted[],
  cellOf: (count: Counted) => string,
): CountedCells {
  const cells: Record<string, number> = {};
  for (const count of counts) cells[cellOf(count)] = (cells[cellOf(count)] ?? 0) + count.people;
  return cells;
}

/**
 * By characteristic and stage, each a table of its own: whoever is at a stage is in the whole too, and in one table of both
 * would count twice.
 */
function byCharacteristic(
  populations: readonly BaselinePopulation[],
): Readonly<Record<string, CountedCells>> {
  const tables: Record<string, Record<string, number>> = {};
  for (const { stage = '', counts } of populations) {
    for (const { characteristic, category, people } of counts) {
      const table = profileTable(characteristic, stage);
      tables[table] = { ...tables[table], [category]: people };
    }
  }
  return tables;
}

/** How the table of a characteristic is called. @param stage empty for the whole of a population */
export function profileTable(characteristic: string, stage: string): string {
  return JSON.stringify([characteristic, stage]);
}

/**
 * Counts as they are kept now, whichever release kept them. At first a whole and its stages were one table. What was kept
 * before that, a number by itself, was counted on the day of the snapshot and not when a figure was told that it repeated:
 * of that nothing is left, and the figure is held against by what it tells.
 */
export function countedAsKept(kept: KeptCounts): CountedPlan {
  const figures = Object.entries(kept);
  if (figures.some(([, tables]) => typeof tables === 'number')) return {};
  return Object.fromEntries(figures.map(([figure, tables]) => [figure, byStage(figure, tables as Tables)]));
}

/** Counts behind a snapshot as some release kept them. */
export type KeptCounts = Readonly<Record<string, number | CountedCells | Tables>>;

type Tables = Readonly<Record<string, CountedCells>>;

function byStage(figure: string, tables: Tables): Tables {
  if (figure !== 'community' && figure !== 'workforce') return tables;
  const staged: Record<string, Record<string, number>> = {};
  for (const [name, cells] of Object.entries(tables)) {
    for (const [cell, people] of Object.entries(cells)) {
      const [table, category] = name.startsWith('[')
        ? [name, cell]
        : placeOf(name, JSON.parse(cell) as readonly [string, string]);
      staged[table] = { ...staged[table], [category]: people };
    }
  }
  return staged;
}

function placeOf(characteristic: string, [category, stage]: readonly [string, string]) {
  return [profileTable(characteristic, stage), category] as const;
}
