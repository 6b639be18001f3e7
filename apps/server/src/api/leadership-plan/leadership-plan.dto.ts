import type {
  ExpectedVacancies,
  GapDimension,
  LeadershipPlan,
  ShownComparison,
  ShownFigures,
  ShownGap,
} from '@evenhand/talent';
import { GAP_DIMENSIONS, SCENARIO_CASES } from '@evenhand/talent';
import { number } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  DayField,
  FlagField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';

const TITLE = { description: 'What the plan is called.', max: 200 };
const STARTS = { description: 'The day from which its years count.', example: '2026-10-01' };
const MOST_VACANCIES = 2000;
const MANY = 1_000_000_000;
export const VERSION = { description: 'Goes up with each change.', min: 1, max: MANY };
export const REGION = { description: 'Code of a region.', example: 'north_west' };

/** Posts that are expected to fall vacant, or to be made. */
export class ExpectedVacanciesField implements ExpectedVacancies {
  @UuidField({ description: 'The organisation.' })
  organisationId!: string;

  @CodeField(REGION)
  region!: string;

  @CodeField({ description: 'Code of the one profession that they are for.', optional: true })
  profession?: string;

  @CodeField({ description: 'Code of the horizon in which they fall vacant.', example: '1-3' })
  horizon!: string;

  @WholeNumberField({ description: 'How many.', min: 1, max: 10_000 })
  posts!: number;
}

/** What a plan starts from. */
export class LeadershipPlanBody {
  @TextField(TITLE)
  title!: string;

  @DayField(STARTS)
  startsOn!: string;

  @ListField(() => ExpectedVacanciesField, {
    description: 'Beside the critical posts that are open. Each place and horizon once.',
    max: MOST_VACANCIES,
  })
  vacancies!: readonly ExpectedVacanciesField[];
}

/** A plan as it starts. */
export class LeadershipPlanAnswer {
  @UuidField({ description: 'The programme that it is of.' })
  programmeId!: string;

  @TextField(TITLE)
  title!: string;

  @DayField(STARTS)
  startsOn!: string;

  @ListField(() => ExpectedVacanciesField, {
    description: 'Beside the critical posts that are open.',
    max: MOST_VACANCIES,
  })
  vacancies!: readonly ExpectedVacanciesField[];

  @WholeNumberField(VERSION)
  version!: number;
}

/** By what a gap is looked at. */
export class LeadershipGapQuery {
  @ChoiceField(GAP_DIMENSIONS, { description: 'By what; by region where it is not said.', optional: true })
  by?: GapDimension;
}

const posts = { min: -MANY, max: MANY };

/** Demand and supply by a horizon. What tells of people is left out where they may not be told. */
export class GapFiguresAnswer {
  @CodeField({ description: 'Code of the horizon. Everything up to it is counted.' })
  horizon!: string;

  @NumberField({ description: 'Posts needed by then; hundredths only under a scenario.', ...posts })
  demand!: number;

  @NumberField({ description: 'People ready by then, each once.', ...posts, optional: true })
  supply?: number;

  @NumberField({ description: 'Posts missing; to spare where negative.', ...posts, optional: true })
  gap?: number;

  @WholeNumberField({
    description: 'Whole per cent of the posts for which there is somebody, rounded down. Absent of no post.',
    min: 0,
    max: 100,
    optional: true,
  })
  cover?: number;

  @NumberField({
    description: 'Ready people for each post, to two decimals, rounded down. Absent of no post.',
    min: 0,
    max: MANY,
    optional: true,
  })
  choice?: number;
}

/** One part of a gap. */
export class GapRowAnswer {
  @TextField({
    description:
      'Code of the region or profession, or id of the organisation. Absent for posts open to every profession and for people of whom it is not known.',
    max: 64,
    optional: true,
  })
  key?: string;

  @ListField(() => GapFiguresAnswer, { description: 'The nearest horizon first.', max: 20 })
  byHorizon!: readonly GapFiguresAnswer[];
}

/** A gap in parts and altogether. */
export class LeadershipGapAnswer {
  @ChoiceField(GAP_DIMENSIONS, { description: 'By what.' })
  by!: GapDimension;

  @FlagField({ description: 'Whether ready people are told: to those who look into talent pools anyway.' })
  peopleShown!: boolean;

  @ListField(() => GapRowAnswer, { description: 'By key. They add up to the total.', max: 100_000 })
  rows!: readonly GapRowAnswer[];

  @ListField(() => GapFiguresAnswer, { description: 'The nearest horizon first.', max: 20 })
  total!: readonly GapFiguresAnswer[];
}

/** A scenario in one of its cases. */
export class ScenarioCaseAnswer {
  @ChoiceField(SCENARIO_CASES, {
    description:
      'Every assumption at the end of its range that leaves the smallest gap, at its likeliest, or at the other.',
  })
  case!: (typeof SCENARIO_CASES)[number];

  @ObjectField(() => LeadershipGapAnswer, { description: 'The gap then.' })
  gap!: LeadershipGapAnswer;

  @ListField(number(posts), {
    description: 'By horizon how much wider the whole gap is. Absent where it would tell of people.',
    max: 20,
    optional: true,
  })
  change?: readonly number[];
}

/** A scenario beside the plan without it. */
export class ScenarioComparisonAnswer {
  @ObjectField(() => LeadershipGapAnswer, { description: 'Without the scenario.' })
  base!: LeadershipGapAnswer;

  @ListField(() => ScenarioCaseAnswer, { description: 'From the favourable to the adverse one.', max: 3 })
  cases!: readonly ScenarioCaseAnswer[];
}

/** Shapes a plan for the caller. */
export function leadershipPlanAnswer(plan: LeadershipPlan): LeadershipPlanAnswer {
  return plan;
}

/** Shapes a gap for the caller: posts and people, not hundredths of them. */
export function leadershipGapAnswer({
  horizons,
  dimension,
  peopleShown,
  rows,
  total,
}: ShownGap): LeadershipGapAnswer {
  const figures = (all: readonly ShownFigures[]) => all.map((one, at) => figuresAnswer(horizons[at]!, one));
  return {
    by: dimension,
    peopleShown,
    rows: rows.map(({ key, byHorizon }) => ({
      ...(key === null ? {} : { key }),
      byHorizon: figures(byHorizon),
    })),
    total: figures(total),
  };
}

/** Shapes a comparison for the caller. */
export function scenarioComparisonAnswer({ base, cases }: ShownComparison): ScenarioComparisonAnswer {
  return {
    base: leadershipGapAnswer(base),
    cases: cases.map(({ inCase, table, change }) => {
      const told = change.filter((one) => one !== null).map((one) => one / 100);
      return {
        case: inCase,
        gap: leadershipGapAnswer(table),
        ...(told.length === 0 ? {} : { change: told }),
      };
    }),
  };
}

function figuresAnswer(
  horizon: string,
  { demand, supply, gap, cover, choice }: ShownFigures,
): GapFiguresAnswer {
  return {
    horizon,
    demand: demand / 100,
    ...(supply === null ? {} : { supply: supply / 100 }),
    ...(gap === null ? {} : { gap: gap / 100 }),
    ...(cover === null ? {} : { cover }),
    ...(choice === null ? {} : { choice: choice / 100 }),
  };
}
