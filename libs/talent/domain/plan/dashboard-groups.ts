import { type DisclosurePolicy, type ReleasedCount, releasedRate } from '@evenhand/disclosure';
import { releaseSingle, type ReleasedReady } from './dashboard-counts';

/** Counts by code of the profession, and the group of each. */
export interface PeopleByProfession {
  readonly groupOf: ReadonlyMap<string, string>;
  /** Absent where the programme has given no headcounts. */
  readonly workforce?: ReadonlyMap<string, number>;
  /** Seats of boards that somebody holds. */
  readonly seats: ReadonlyMap<string, number>;
}

/** A professional group's place among some people or seats. */
export interface GroupShare {
  readonly count: ReleasedCount;
  /** Whole per cent of those whose group is told. */
  readonly percent: number | null;
}

/** A professional group on its way to the top, beside its part of the workforce. */
export interface GroupRow {
  /** Code of a professional group. */
  readonly group: string;
  /** Absent where the programme has given no headcounts. */
  readonly workforce?: GroupShare;
  /** Who are ready at some horizon, in one of the programme's pools. */
  readonly ready: GroupShare;
  /** Seats on the boards of the programme's organisations that somebody of the group holds. */
  readonly seats: GroupShare;
}

/** The groups as they may be told, shares among those that are. */
export async function groupRows(
  groups: readonly string[],
  { groupOf, workforce, seats }: PeopleByProfession,
  ready: ReleasedReady,
  policy: DisclosurePolicy,
): Promise<readonly GroupRow[]> {
  const released = async (byProfession: ReadonlyMap<string, number>) => {
    const counts = groupCounts(groups, groupOf, byProfession);
    // No total is told of them, so that each stands by itself.
    return shares(groups, await releaseSingle(Object.fromEntries(counts), policy), policy);
  };
  const [ofWorkforce, ofSeats] = [workforce && (await released(workforce)), await released(seats)];
  const told = Object.fromEntries(groups.map((group) => [group, ready.ofGroup(group)]));
  const ofReady = shares(groups, told, policy);
  return groups.map((group, at) => ({
    group,
    ...(ofWorkforce === undefined ? {} : { workforce: ofWorkforce[at]! }),
    ...{ ready: ofReady[at]!, seats: ofSeats[at]! },
  }));
}

/** Counts by profession added up by group, 0 where there is nobody. */
export function groupCounts(
  groups: readonly string[],
  groupOf: PeopleByProfession['groupOf'],
  byProfession: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const counts = new Map(groups.map((group) => [group, 0]));
  for (const [profession, count] of byProfession) {
    const group = groupOf.get(profession);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + count);
  }
  return counts;
}

function shares(
  groups: readonly string[],
  counts: Readonly<Record<string, ReleasedCount>>,
  policy: DisclosurePolicy,
): readonly GroupShare[] {
  const told = groups.flatMap((group) => counts[group] ?? []);
  const sum = told.length === 0 ? null : told.reduce((a, b) => a + b, 0);
  return groups.map((group) => {
    const count = counts[group] ?? null;
    return { count, percent: releasedRate(count, sum, policy) };
  });
}
