import { type DisclosurePolicy, type ReleasedCount, releasedCount, releasedRate } from '@evenhand/disclosure';
import { type ReadyCount, type ReleasedReady, releaseReady, releaseSingle } from './dashboard-counts';
import { type GroupRow, groupRows, type PeopleByProfession } from './dashboard-groups';
import { gapTable } from './gap';
import type { PlanBase } from './plan-base';
import { isOverdue, type PlanAction, type PlanRisk } from './plan-entry';
import type { PlanSection, SectionKind, SectionState } from './plan-section';
import { SECTION_STATES } from './plan-section';
import type { PopulationBaseline } from './population-baseline';
import { type ProfileRow, releaseProfile } from './released-profile';

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
  /** Codes of the professional groups, in the catalogue's order. */
  readonly groups: readonly string[];
  readonly people: PeopleByProfession;
  /** Whether true counts are told of what shows how many are ready. */
  readonly peopleShown: boolean;
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

/**
 * How a plan is doing, in measures of our own: the guidance of 2009 prints none, as its dashboard did not survive in the
 * text. Every count of people is released as the disclosure policy has it, and so is whether posts are covered and were
 * filled from pools but for those who look into pools anyway; other counts of posts, actions and risks are exact.
 */
export interface PlanDashboard {
  /** Critical posts that are open, and those among them for which at least one member of their pool is ready in time. */
  readonly cover: {
    readonly open: number;
    readonly covered: ReleasedCount;
    readonly percent: number | null;
  };
  readonly gaps: readonly DashboardGap[];
  /** Of the posts that were filled how many whole per cent somebody from a pool took. */
  readonly fromPools: {
    readonly filled: number;
    readonly fromPools: ReleasedCount;
    readonly percent: number | null;
  };
  readonly actions: Readonly<Record<'open' | 'overdue' | 'done', number>>;
  /** Open barriers and risks by level of escalation. */
  readonly risks: Readonly<Record<string, number>>;
  /** Sections by kind and state; what the plan says nothing of has not begun. */
  readonly sections: Readonly<Record<SectionKind, Readonly<Record<SectionState, number>>>>;
  /** People let go to posts elsewhere. */
  readonly released: ReleasedCount;
  /** Every professional group, from the workforce to the boards. */
  readonly groups: readonly GroupRow[];
  /** Empty without a baseline. */
  readonly profile: readonly ProfileRow[];
}

/** Works out the dashboard of a plan. */
export async function planDashboard(input: DashboardInput, policy: DisclosurePolicy): Promise<PlanDashboard> {
  const { base, groups } = input;
  const ready = await releaseReady(readyIn(input), base.horizons, groups, policy);
  const released = await releaseSingle(singlesOf(input), policy);
  return {
    cover: coverOf(input, released, policy),
    gaps: gapsOf(base, ready),
    fromPools: fromPoolsOf(input, released, policy),
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
    released: released.letGo,
    groups: await groupRows(groups, input.people, ready, policy),
    profile: await releaseProfile(input.baseline?.populations ?? [], policy),
  };
}

/** Who is ready, by the group of their profession. */
export function readyIn({ base, people: { groupOf } }: DashboardInput): readonly ReadyCount[] {
  return base.ready.map(({ horizon, profession = '', people }) => {
    const group = groupOf.get(profession);
    return { horizon, people, ...(group === undefined ? {} : { group }) };
  });
}

type Single = 'covered' | 'fromPools' | 'letGo';

/** The counts that are told each by itself. */
export function singlesOf({
  base,
  appointments,
  sections,
}: DashboardInput): Readonly<Record<Single, number>> {
  const releases = sections.flatMap((section) => section.releases);
  return {
    covered: coveredIn(base),
    fromPools: appointments.fromPools,
    letGo: releases.reduce((sum, release) => sum + release.people, 0),
  };
}

function coveredIn({ posts }: PlanBase): number {
  return posts.filter(({ filled, ready }) => !filled && ready > 0).length;
}

/** Whether a post is covered tells of who is ready for it: others than those who know them are told a released count. */
function coverOf(
  { base, peopleShown }: DashboardInput,
  released: Readonly<Record<Single, ReleasedCount>>,
  policy: DisclosurePolicy,
): PlanDashboard['cover'] {
  const open = base.posts.filter(({ filled }) => !filled).length;
  const covered = peopleShown ? coveredIn(base) : released.covered;
  return { open, covered, percent: percentOf(covered, open, peopleShown, policy) };
}

function fromPoolsOf(
  { appointments: { filled, fromPools: exact }, peopleShown }: DashboardInput,
  released: Readonly<Record<Single, ReleasedCount>>,
  policy: DisclosurePolicy,
): PlanDashboard['fromPools'] {
  const fromPools = peopleShown ? exact : released.fromPools;
  return { filled, fromPools, percent: percentOf(fromPools, filled, peopleShown, policy) };
}

function gapsOf(base: PlanBase, ready: ReleasedReady): readonly DashboardGap[] {
  return gapTable(base, 'region').total.map((figures, at) => {
    const horizon = base.horizons[at]!;
    const demand = figures.demand / 100;
    const supply = ready.by(horizon);
    return {
      ...{ horizon, demand, supply },
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

/** Whole per cent, rounded down; null of nothing. Of a released count it is worked out from the released whole. */
function percentOf(
  part: ReleasedCount,
  of: number,
  isExact: boolean,
  policy: DisclosurePolicy,
): number | null {
  if (!isExact) return releasedRate(part, releasedCount(of, policy), policy);
  return part === null || of === 0 ? null : Math.floor((100 * part) / of);
}
