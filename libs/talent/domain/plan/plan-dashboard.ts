import {
  DEFAULT_DISCLOSURE_POLICY,
  type DisclosurePolicy,
  type ReleasedCount,
  releasedCount,
  releasedRate,
  releaseTable,
} from '@evenhand/disclosure';
import { gapTable } from './gap';
import type { PlanBase } from './plan-base';
import { isOverdue, type PlanAction, type PlanRisk } from './plan-entry';
import type { PlanSection, SectionKind, SectionState } from './plan-section';
import { SECTION_STATES } from './plan-section';
import type { BaselineCharacteristic, BaselinePopulation, PopulationBaseline } from './population-baseline';

/** Posts that were filled, and those of them that somebody from a pool took. */
export interface FilledPosts {
  readonly filled: number;
  /** At most `filled`. */
  readonly fromPools: number;
}

/** What a dashboard is worked out from. */
export interface DashboardInput {
  readonly base: PlanBase;
  readonly appointments: FilledPosts;
  readonly actions: readonly PlanAction[];
  readonly risks: readonly PlanRisk[];
  readonly sections: readonly PlanSection[];
  /** How many sections of each kind the catalogue asks for. */
  readonly asked: Readonly<Record<SectionKind, number>>;
  /** Codes of the levels of escalation, the lowest first. */
  readonly escalationLevels: readonly string[];
  readonly baseline?: PopulationBaseline;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The gap by one horizon. Posts are no people, and stand as they are. */
export interface DashboardGap {
  readonly horizon: string;
  readonly demand: number;
  readonly supply: ReleasedCount;
  /** Worked out from the released supply; null where that is withheld. */
  readonly gap: number | null;
  /** Ready people for each post in hundredths, from the released supply; null too where no post is needed. */
  readonly choice: number | null;
}

/** A category's place in one population. */
export interface ProfileShare {
  readonly people: ReleasedCount;
  /** Whole per cent of those whose category is told. */
  readonly percent: number | null;
}

/** How a category stands at the levels of leadership, beside the workforce and the community. */
export interface ProfileRow {
  readonly characteristic: BaselineCharacteristic;
  readonly category: string;
  readonly community?: ProfileShare;
  readonly workforce?: ProfileShare;
  /** By code of the stage, those that the baseline has. */
  readonly stages: Readonly<Record<string, ProfileShare>>;
}

/**
 * How a plan is doing, in measures of our own: the guidance of 2009 prints none, as its dashboard did not survive in the
 * text. Every count of people is released as the disclosure policy has it; counts of posts, actions and risks are exact.
 */
export interface PlanDashboard {
  /** Critical posts that are open, and those among them for which at least one member of their pool is ready in time. */
  readonly cover: { readonly open: number; readonly covered: number; readonly percent: number | null };
  readonly gaps: readonly DashboardGap[];
  /** Of the posts that were filled how many whole per cent somebody from a pool took. */
  readonly fromPools: FilledPosts & { readonly percent: number | null };
  readonly actions: Readonly<Record<'open' | 'overdue' | 'done', number>>;
  /** Open barriers and risks by level of escalation. */
  readonly risks: Readonly<Record<string, number>>;
  /** Sections by kind and state; what the plan says nothing of has not begun. */
  readonly sections: Readonly<Record<SectionKind, Readonly<Record<SectionState, number>>>>;
  /** People let go to posts elsewhere. */
  readonly released: ReleasedCount;
  /** Empty without a baseline. */
  readonly profile: readonly ProfileRow[];
}

/** Works out the dashboard of a plan. */
export function planDashboard(input: DashboardInput, policy = DEFAULT_DISCLOSURE_POLICY): PlanDashboard {
  const { appointments, sections } = input;
  const releases = sections.flatMap((section) => section.releases);
  return {
    cover: coverOf(input.base),
    gaps: gapsOf(input.base, policy),
    fromPools: { ...appointments, percent: percentOf(appointments.fromPools, appointments.filled) },
    actions: actionsOf(input),
    risks: Object.fromEntries(
      input.escalationLevels.map((level) => [
        level,
        input.risks.filter(({ state, escalation }) => state === 'open' && escalation === level).length,
      ]),
    ),
    sections: {
      readiness: statesOf('readiness', input),
      behaviour: statesOf('behaviour', input),
      chapter: statesOf('chapter', input),
    },
    released: releasedCount(
      releases.reduce((sum, { people }) => sum + people, 0),
      policy,
    ),
    profile: profileOf(input.baseline?.populations ?? [], policy),
  };
}

function coverOf({ posts }: PlanBase): PlanDashboard['cover'] {
  const open = posts.filter(({ filled }) => !filled);
  const covered = open.filter(({ ready }) => ready > 0).length;
  return { open: open.length, covered, percent: percentOf(covered, open.length) };
}

function gapsOf(base: PlanBase, policy: DisclosurePolicy): readonly DashboardGap[] {
  return gapTable(base, 'region').total.map((figures, at) => {
    const demand = figures.demand / 100;
    const supply = releasedCount(figures.supply / 100, policy);
    return {
      horizon: base.horizons[at]!,
      demand,
      supply,
      gap: supply === null ? null : demand - supply,
      choice: supply === null || demand === 0 ? null : Math.floor((100 * supply) / demand),
    };
  });
}

function actionsOf({ actions, today }: DashboardInput): PlanDashboard['actions'] {
  const open = actions.filter(({ state }) => state === 'planned' || state === 'under_way');
  return {
    open: open.length,
    overdue: open.filter((action) => isOverdue(action, today)).length,
    done: actions.filter(({ state }) => state === 'done').length,
  };
}

function statesOf(
  kind: SectionKind,
  { sections, asked }: DashboardInput,
): Readonly<Record<SectionState, number>> {
  const ofKind = sections.filter((section) => section.kind === kind);
  const counts = Object.fromEntries(
    SECTION_STATES.map((state) => [state, ofKind.filter((section) => section.state === state).length]),
  ) as Record<SectionState, number>;
  return { ...counts, not_begun: counts.not_begun + asked[kind] - ofKind.length };
}

type Column = 'community' | 'workforce' | `stage ${string}`;

/** Each characteristic is a table of its own: its categories in the order in which they come, its populations beside. */
function profileOf(
  populations: readonly BaselinePopulation[],
  policy: DisclosurePolicy,
): readonly ProfileRow[] {
  const counts = populations.flatMap((population) =>
    population.counts.map((count) => ({ ...count, column: columnOf(population) })),
  );
  const characteristics = [...new Set(counts.map(({ characteristic }) => characteristic))];
  return characteristics.flatMap((characteristic) => {
    const own = counts.filter((count) => count.characteristic === characteristic);
    const columns = [...new Set(own.map(({ column }) => column))];
    const rows = [...new Set(own.map(({ category }) => category))].map((category) => ({
      key: category,
      counts: Object.fromEntries(
        columns.map((column) => [
          column,
          own.find((count) => count.category === category && count.column === column)?.people ?? 0,
        ]),
      ) as Record<Column, number>,
    }));
    const released = releaseTable(rows, policy);
    return released.rows.map(({ key, counts: people }) => {
      const share = (column: Column): ProfileShare => {
        const [count, total] = [people[column] ?? null, released.totals[column] ?? null];
        return { people: count, percent: releasedRate(count, total, policy) };
      };
      return {
        characteristic,
        category: key,
        ...(columns.includes('community') ? { community: share('community') } : {}),
        ...(columns.includes('workforce') ? { workforce: share('workforce') } : {}),
        stages: Object.fromEntries(
          columns
            .filter((column) => column.startsWith('stage '))
            .map((column) => [column.slice('stage '.length), share(column)]),
        ),
      };
    });
  });
}

function columnOf({ population, stage }: BaselinePopulation): Column {
  return stage === undefined ? population : `stage ${stage}`;
}

/** Whole per cent, rounded down; null of nothing. */
function percentOf(part: number, of: number): number | null {
  return of === 0 ? null : Math.floor((100 * part) / of);
}
