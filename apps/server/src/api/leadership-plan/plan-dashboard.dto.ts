import {
  POPULATION_CHARACTERISTICS,
  type PopulationCharacteristic,
  type DashboardGap,
  type GroupRow,
  type GroupShare,
  type LiveDashboard,
  type PlanDashboard,
  type ProfileRow,
  type ProfileShare,
  SECTION_KINDS,
  type SectionKind,
  type SectionState,
} from '@evenhand/talent';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  CodeField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  WholeNumberField,
} from '../../http/fields/fields';

import { BY_POLICY, DisclosurePolicyAnswer } from '../disclosure-policy.dto';

const MANY = { min: 0, max: 1_000_000_000 };
const RELEASED = ' Rounded; absent where it is withheld.';
const EXACT =
  ' Exact for those who look into pools anyway, and absent for others; as it is published rounded, absent where it is ' +
  'withheld.';
const READY =
  ' Rounded; absent where it is withheld, and for those who do not look into pools until it is published.';
const LET_GO =
  ' Rounded; absent where it is withheld, and for those who do not keep the plan until it is published.';
const percentOf = (what: string) =>
  WholeNumberField({ description: `Whole per cent ${what}.`, min: 0, max: 100, optional: true });

/** Critical posts that are open, and those with somebody for them. */
export class OpenPostCoverAnswer {
  @WholeNumberField({ description: 'Posts that are open.', ...MANY })
  open!: number;

  @WholeNumberField({
    description: `With at least one member of their pool ready in time.${EXACT}`,
    ...MANY,
    optional: true,
  })
  covered?: number;

  @percentOf('of the open ones; absent of none')
  percent?: number;
}

/** The gap by one horizon. */
export class DashboardGapAnswer {
  @CodeField({ description: 'Code of the horizon.' })
  horizon!: string;

  @WholeNumberField({ description: 'Posts needed by then.', ...MANY })
  demand!: number;

  @WholeNumberField({ description: `People ready by then.${READY}`, ...MANY, optional: true })
  supply?: number;

  @WholeNumberField({
    description: 'Demand less that supply; absent with it.',
    min: -1_000_000_000,
    max: 1_000_000_000,
    optional: true,
  })
  gap?: number;

  @NumberField({
    description: 'That supply for each post; absent with it, and of no post.',
    ...MANY,
    optional: true,
  })
  choice?: number;
}

/** Posts that were filled. */
export class FilledPostsAnswer {
  @WholeNumberField({ description: 'Posts that were filled.', ...MANY })
  filled!: number;

  @WholeNumberField({ description: `By somebody from a pool.${EXACT}`, ...MANY, optional: true })
  fromPools?: number;

  @percentOf('of them; absent of none')
  percent?: number;
}

/** Actions by how they stand. */
export class ActionCountsAnswer {
  @WholeNumberField({ description: 'Neither done nor dropped.', ...MANY })
  open!: number;

  @WholeNumberField({ description: 'Of these, past their day.', ...MANY })
  overdue!: number;

  @WholeNumberField({ description: 'Done.', ...MANY })
  done!: number;
}

/** Open barriers and risks at a level. */
export class RiskCountAnswer {
  @CodeField({ description: 'Code of the level of escalation.' })
  escalation!: string;

  @WholeNumberField({ description: 'How many are open.', ...MANY })
  open!: number;
}

/** Sections of a kind by how far they have come. */
export class SectionCountsAnswer {
  @ChoiceField(SECTION_KINDS, { description: 'The kind.' })
  kind!: SectionKind;

  @WholeNumberField({ description: 'Not begun, or nothing is said of them.', ...MANY })
  notBegun!: number;

  @WholeNumberField({ description: 'Under way.', ...MANY })
  underWay!: number;

  @WholeNumberField({ description: 'In place.', ...MANY })
  inPlace!: number;
}

/** A category's place in a population. */
export class ProfileShareAnswer {
  @CodeField({ description: 'Code of the stage; absent for a whole population.', optional: true })
  stage?: string;

  @WholeNumberField({ description: `How many.${RELEASED}`, ...MANY, optional: true })
  people?: number;

  @percentOf('of those whose category is told; absent where it would give a count away')
  percent?: number;
}

/** A category at the levels of leadership, beside workforce and community. */
export class ProfileRowAnswer {
  @ChoiceField(POPULATION_CHARACTERISTICS, { description: 'The characteristic.' })
  characteristic!: PopulationCharacteristic;

  @TextField({ description: 'The category.', max: 100 })
  category!: string;

  @ObjectField(() => ProfileShareAnswer, { description: 'In the community.', optional: true })
  community?: ProfileShareAnswer;

  @ObjectField(() => ProfileShareAnswer, { description: 'In the workforce.', optional: true })
  workforce?: ProfileShareAnswer;

  @ListField(() => ProfileShareAnswer, { description: 'At each stage that was counted.', max: 50 })
  stages!: readonly ProfileShareAnswer[];
}

/** A professional group among some people or seats. */
export class GroupShareAnswer {
  @WholeNumberField({ description: `How many.${RELEASED}`, ...MANY, optional: true })
  count?: number;

  @percentOf('of those whose group is told; absent where it would give a count away')
  percent?: number;
}

/** A professional group from the workforce to the boards. */
export class DashboardGroupAnswer {
  @CodeField({ description: 'Code of the professional group.' })
  group!: string;

  @ObjectField(() => GroupShareAnswer, {
    description: 'In the workforce; absent where no headcounts were given.',
    optional: true,
  })
  workforce?: GroupShareAnswer;

  @ObjectField(() => GroupShareAnswer, { description: 'Ready at some horizon, in a pool.' })
  ready!: GroupShareAnswer;

  @ObjectField(() => GroupShareAnswer, { description: 'Seats on boards that somebody of the group holds.' })
  seats!: GroupShareAnswer;
}

/** How a plan is doing. */
export class PlanDashboardAnswer {
  @TextField({ description: 'Whose measures these are.', max: 500 })
  about!: string;

  @ObjectField(() => OpenPostCoverAnswer, { description: 'Open posts with somebody for them.' })
  cover!: OpenPostCoverAnswer;

  @ListField(() => DashboardGapAnswer, { description: 'The nearest horizon first.', max: 20 })
  gaps!: readonly DashboardGapAnswer[];

  @ObjectField(() => FilledPostsAnswer, { description: 'Whether pools were used.' })
  fromPools!: FilledPostsAnswer;

  @ObjectField(() => ActionCountsAnswer, { description: 'What is to be done.' })
  actions!: ActionCountsAnswer;

  @ListField(() => RiskCountAnswer, { description: 'The lowest level first.', max: 20 })
  risks!: readonly RiskCountAnswer[];

  @ListField(() => SectionCountsAnswer, { description: 'Readiness, behaviours, chapters.', max: 3 })
  sections!: readonly SectionCountsAnswer[];

  @WholeNumberField({ description: `People let go to posts elsewhere.${LET_GO}`, ...MANY, optional: true })
  released?: number;

  @ListField(() => DashboardGroupAnswer, {
    description: 'Every professional group, in the order of the catalogue.',
    max: 100,
  })
  groups!: readonly DashboardGroupAnswer[];

  @ListField(() => ProfileRowAnswer, { description: 'Empty without a baseline.', max: 10_000 })
  profile!: readonly ProfileRowAnswer[];
}

/** Said with every dashboard. */
export const OUR_OWN_MEASURES =
  'These measures are Evenhand’s own. The guidance of 2009 speaks of a dashboard, which did not survive in its text.';

/** How a plan is doing as it stands now. */
export class LivePlanDashboardAnswer extends PlanDashboardAnswer {
  @ObjectField(() => DisclosurePolicyAnswer, { description: BY_POLICY })
  policy!: DisclosurePolicyAnswer;
}

/** Shapes a dashboard as it stands now. */
export function livePlanDashboardAnswer({
  policy,
  ...dashboard
}: LiveDashboard): AnswerOf<LivePlanDashboardAnswer> {
  return { ...planDashboardAnswer(dashboard), policy };
}

/** Shapes a dashboard for the caller. */
export function planDashboardAnswer(dashboard: PlanDashboard): AnswerOf<PlanDashboardAnswer> {
  const { cover, gaps, fromPools, actions, risks, sections, released, groups, profile } = dashboard;
  return {
    about: OUR_OWN_MEASURES,
    cover: told(cover),
    gaps: gaps.map(dashboardGapAnswer),
    fromPools: told(fromPools),
    actions,
    risks: Object.entries(risks).map(([escalation, open]) => ({ escalation, open })),
    sections: SECTION_KINDS.map((kind) => ({ kind, ...statesAnswer(sections[kind]) })),
    ...(released === null ? {} : { released }),
    groups: groups.map(groupAnswer),
    profile: profile.map(profileRowAnswer),
  };
}

function dashboardGapAnswer({ choice, ...gap }: DashboardGap): DashboardGapAnswer {
  return { ...told(gap), ...(choice === null ? {} : { choice: choice / 100 }) };
}

function groupAnswer({ group, workforce, ready, seats }: GroupRow): DashboardGroupAnswer {
  return {
    group,
    ...(workforce === undefined ? {} : { workforce: told<GroupShare>(workforce) }),
    ...{ ready: told(ready), seats: told(seats) },
  };
}

function statesAnswer(counts: Readonly<Record<SectionState, number>>) {
  return { notBegun: counts.not_begun, underWay: counts.under_way, inPlace: counts.in_place };
}

function profileRowAnswer({ community, workforce, stages, ...row }: ProfileRow): ProfileRowAnswer {
  return {
    ...row,
    ...(community === undefined ? {} : { community: told<ProfileShare>(community) }),
    ...(workforce === undefined ? {} : { workforce: told<ProfileShare>(workforce) }),
    stages: Object.entries(stages).map(([stage, share]) => ({ stage, ...told(share) })),
  };
}

/** What is withheld is left out. */
function told<Members extends object>(
  members: Members,
): { [Name in keyof Members as null extends Members[Name] ? never : Name]: Members[Name] } & {
  [Name in keyof Members as null extends Members[Name] ? Name : never]?: NonNullable<Members[Name]>;
} {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as ReturnType<
    typeof told<Members>
  >;
}
