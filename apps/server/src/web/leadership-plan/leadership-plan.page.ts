import { TOO_FEW_TO_SHOW } from '@evenhand/charts';
import type { Page } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import type {
  GroupShare,
  HeldFigure,
  PlanDashboard,
  PlanOutline,
  PlanSnapshot,
  ProfileRow,
  ProfileShare,
  PublicPlan,
  PublicPlanSnapshot,
} from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { inBritain } from '../in-britain';
import { toldByInWords } from '../told-by-in-words';

const COUNT = new Intl.NumberFormat('en-GB');
const NOTHING = '–';

const KINDS = {
  readiness: 'Statements on readiness',
  behaviour: 'Behaviours',
  chapter: 'Chapters',
} as const;
const CHARACTERISTICS = {
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
  age_band: 'Age',
} as const;

const FIGURES: Readonly<Record<HeldFigure, string>> = {
  ready: 'Ready',
  covered: 'Posts with somebody ready in time',
  fromPools: 'Posts filled by somebody from a talent pool',
  letGo: 'People let go to posts elsewhere',
  groupsInWorkforce: 'Professional groups in the workforce',
  groupsInSeats: 'Seats on boards',
  community: 'The community',
  workforce: 'The workforce and its levels of leadership',
};

/** A table of a page: what its rows are about stands in the first cell of each. */
interface TableView {
  readonly id: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every published plan, the newest first. */
export function leadershipPlansPage({ items, next }: Page<PublicPlanSnapshot>): WebPage {
  return {
    title: 'Leadership plans',
    template: 'leadership-plans.njk',
    view: {
      plans: items.map(({ id, programmeTitle, publishedAt, countedAt }) => ({
        ...{ id, programmeTitle, publishedOn: inBritain(publishedAt), countedOn: inBritain(countedAt) },
      })),
      areMore: next !== undefined,
    },
  };
}

/** A plan as it was published. */
export function leadershipPlanPage({
  id,
  programmeTitle,
  publishedAt,
  countedAt,
  outline,
}: PublicPlan): WebPage {
  return {
    title: `Leadership plan: ${programmeTitle}`,
    template: 'leadership-plan.njk',
    view: {
      ...{ id, publishedOn: inBritain(publishedAt), countedOn: inBritain(countedAt) },
      ...outlineView(outline),
    },
  };
}

/** Where everybody reads a plan that is published. */
export function publicAddressOf({ id }: Pick<PlanSnapshot, 'id'>): string {
  return `/leadership-plans/${id}`;
}

/** The same on its way to the public, for those who work with it. */
export function unpublishedPlanPage(
  snapshot: PlanSnapshot,
  work: {
    readonly programme: string;
    readonly standing: string;
    /** Where whoever looks decides about it. */
    readonly decision?: string;
  },
): WebPage {
  const { state, countedAt, reason, outline } = snapshot;
  const published = state === 'published' ? publicAddressOf(snapshot) : undefined;
  return {
    title: `Leadership plan, ${published === undefined ? 'not published' : 'published'}`,
    template: 'leadership-plan.njk',
    view: {
      ...{ countedOn: inBritain(countedAt), work: { ...work, published }, reason },
      ...outlineView(outline),
    },
  };
}

function outlineView(outline: PlanOutline): WebPage['view'] {
  const { title, startsOn, dashboard, toldBy, baseline } = outline;
  return {
    ...{ planTitle: title, sentence: sentenceOf(dashboard), startsOn: dayOf(startsOn) },
    told: toldByInWords(toldBy, FIGURES),
    facts: factsOf(dashboard),
    tables: [
      gapsOf(dashboard),
      demandOf(outline),
      groupsOf(dashboard),
      sectionsOf(dashboard),
      risksOf(dashboard),
    ],
    baseline: baseline && { source: baseline.source, asOf: dayOf(baseline.asOf) },
    profile: profileOf(dashboard.profile),
  };
}

function sentenceOf({ gaps }: PlanDashboard): string {
  const told = gaps.flatMap(({ horizon, gap }) => (gap === null ? [] : [{ horizon, gap }]));
  const widest = told.reduce((one, other) => (other.gap > one.gap ? other : one), { horizon: '', gap: 0 });
  if (told.length === 0) return 'Too few people are ready for their number to be shown.';
  return widest.gap > 0
    ? `The gap is widest at “${horizonTitle(widest.horizon)}”: about ${COUNT.format(widest.gap)} more leaders are needed by then than are ready.`
    : 'At no time that is shown are more leaders needed than are ready.';
}

function factsOf({ cover, fromPools, actions, released }: PlanDashboard): object[] {
  const fact = (title: string, value: string) => ({ title, value });
  return [
    fact('Critical posts that are open', COUNT.format(cover.open)),
    fact('Of these, with somebody ready in time', shareOf(cover.covered, cover.percent)),
    fact('Critical posts that were filled', COUNT.format(fromPools.filled)),
    fact('Of these, by somebody from a talent pool', shareOf(fromPools.fromPools, fromPools.percent)),
    fact('People let go to posts elsewhere', count(released)),
    fact(
      'Actions that are open',
      `${COUNT.format(actions.open)}, ${COUNT.format(actions.overdue)} of them late`,
    ),
    fact('Actions that are done', COUNT.format(actions.done)),
  ];
}

function gapsOf({ gaps }: PlanDashboard): TableView {
  return {
    ...{ id: 'gaps', caption: 'Leaders needed and ready, by when' },
    head: ['By when', 'Needed', 'Ready', 'Missing'],
    rows: gaps.map(({ horizon, demand, supply, gap }) => [
      ...[horizonTitle(horizon), COUNT.format(demand), count(supply)],
      gap === null
        ? TOO_FEW_TO_SHOW
        : gap > 0
          ? COUNT.format(gap)
          : gap < 0
            ? `${COUNT.format(-gap)} to spare`
            : 'none',
    ]),
  };
}

function demandOf({ demand: { horizons, rows } }: PlanOutline): TableView {
  const regions = new Map(healthAndCare.content.regions.map(({ code, title }) => [code, title]));
  return {
    ...{ id: 'demand', caption: 'Leaders needed, by region' },
    head: ['Region', ...horizons.map(horizonTitle)],
    rows: rows.map(({ key, byHorizon }) => [
      key === null ? 'Region not known' : (regions.get(key) ?? key),
      ...byHorizon.map(({ demand }) => COUNT.format(demand / 100)),
    ]),
  };
}

function groupsOf({ groups }: PlanDashboard): TableView {
  const titles = new Map(healthAndCare.content.professionalGroups.map(({ code, title }) => [code, title]));
  const share = (of: GroupShare | undefined) => (of === undefined ? NOTHING : shareOf(of.count, of.percent));
  return {
    ...{ id: 'groups', caption: 'Professional groups from the workforce to the boards' },
    head: ['Professional group', 'Workforce', 'Ready', 'Seats on boards'],
    rows: groups.map(({ group, workforce, ready, seats }) => [
      ...[titles.get(group) ?? group, share(workforce), share(ready), share(seats)],
    ]),
  };
}

function sectionsOf({ sections }: PlanDashboard): TableView {
  const rows = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => {
    const { not_begun: notBegun, under_way: underWay, in_place: inPlace } = sections[kind];
    return [KINDS[kind], ...[notBegun, underWay, inPlace].map((each) => COUNT.format(each))];
  });
  return {
    ...{ id: 'sections', caption: 'How far the plan has come' },
    ...{ head: ['Part of the plan', 'Not begun', 'Under way', 'In place'], rows },
  };
}

function risksOf({ risks }: PlanDashboard): TableView {
  const titles = new Map(healthAndCare.content.escalationLevels.map(({ code, title }) => [code, title]));
  return {
    ...{ id: 'risks', caption: 'Open barriers and risks, by how far up they are taken' },
    head: ['Taken up to', 'Open'],
    rows: Object.entries(risks).map(([level, open]) => [titles.get(level) ?? level, COUNT.format(open)]),
  };
}

/** A table for each characteristic. */
function profileOf(profile: readonly ProfileRow[]): TableView[] {
  const stages = [...new Set(profile.flatMap((row) => Object.keys(row.stages)))];
  const titles = new Map(healthAndCare.content.stages.map(({ code, title }) => [code, title]));
  const share = (of: ProfileShare | undefined) =>
    of === undefined ? NOTHING : shareOf(of.people, of.percent);
  return [...new Set(profile.map(({ characteristic }) => characteristic))].map((characteristic) => ({
    ...{ id: `profile-${characteristic.replace('_', '-')}`, caption: CHARACTERISTICS[characteristic] },
    head: ['Category', 'Community', 'Workforce', ...stages.map((stage) => titles.get(stage) ?? stage)],
    rows: profile
      .filter((row) => row.characteristic === characteristic)
      .map((row) => [
        ...[row.category, share(row.community), share(row.workforce)],
        ...stages.map((stage) => share(row.stages[stage])),
      ]),
  }));
}

function horizonTitle(code: string): string {
  return healthAndCare.content.horizons.find((horizon) => horizon.code === code)?.title ?? code;
}

function dayOf(day: string): string {
  return inBritain(new Date(`${day}T12:00:00Z`));
}

function count(released: number | null): string {
  return released === null ? TOO_FEW_TO_SHOW : COUNT.format(released);
}

function shareOf(released: number | null, percent: number | null): string {
  return percent === null || released === null ? count(released) : `${count(released)} (${percent}%)`;
}
