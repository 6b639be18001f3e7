import {
  APPOINTED_FROM,
  type AppointedFrom,
  DECISION_OUTCOMES,
  type DecisionOutcome,
  type PoolState,
  type TalentPool,
  type TransparentPool,
  type WayIn,
  WAYS_IN,
} from '@evenhand/talent';
import { choice } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
} from '../../http/fields/fields';
import { CriteriaAnswer, criteriaAnswer } from '../talent-pools/criteria.dto';
import type { AnswerOf } from '../../http/exchange';
import { NextPage } from '../../http/paging';
import { BY_POLICY, ToldByAnswer } from '../disclosure-policy.dto';
import { ReleasedField } from './released-field';

/** A pool that is or was open. */
export class PublicPoolSummary {
  @UuidField({ description: 'Id of the pool.' })
  id!: string;

  @TextField({ description: 'What it is called.', max: 200 })
  title!: string;

  @TextField({ description: 'What it is for.', max: 2000, lines: true })
  purpose!: string;

  @ChoiceField(['open', 'closed'], { description: 'People come in only while it is open.' })
  state!: PoolState;

  @ListField(choice(WAYS_IN), { description: 'How people come in.', min: 1, max: 2 })
  waysIn!: readonly WayIn[];

  @TimeField({ description: 'When it was opened.', optional: true })
  openedAt?: string;

  @TimeField({ description: 'When it was closed.', optional: true })
  closedAt?: string;
}

/** One page of pools. */
export class PublicPoolPage extends NextPage {
  @ListField(() => PublicPoolSummary, { description: 'The newest first.', max: 200 })
  items!: readonly PublicPoolSummary[];
}

/** A professional group or a stage among the members. */
export class PublicShare {
  @CodeField({ description: 'Code in the catalogue.' })
  code!: string;

  @ReleasedField('Who is in the pool, rounded')
  members!: number | null;

  @ReleasedField('Of every hundred who are in the pool, from rounded counts')
  share!: number | null;
}

/** Who a pool is made of: those who were taken in and are in it still. */
export class PublicComposition {
  @ReleasedField('Who is in the pool, rounded')
  members!: number | null;

  @ReleasedField('Who wants to be in it and is not decided on yet, rounded; in none of the other counts')
  underWay!: number | null;

  @ListField(() => PublicShare, { description: 'By professional group of the background.', max: 100 })
  groups!: readonly PublicShare[];

  @ListField(() => PublicShare, {
    description: 'By stage of the main post.',
    max: 100,
  })
  stages!: readonly PublicShare[];
}

/** How often an outcome was decided. */
export class PublicOutcome {
  @ChoiceField(DECISION_OUTCOMES, { description: 'The outcome.' })
  outcome!: DecisionOutcome;

  @ReleasedField('Decisions, rounded')
  decisions!: number | null;
}

/** How a pool was decided. */
export class PublicDecisions {
  @ReleasedField('The sum of the outcomes that are told')
  decisions!: number | null;

  @ListField(() => PublicOutcome, { description: 'By outcome.', max: 10 })
  outcomes!: readonly PublicOutcome[];
}

/** How long people waited for a decision. */
export class PublicTimes {
  @TimeField({
    description: 'Until when decisions are counted; absent while there are too few.',
    optional: true,
  })
  until?: string;

  @ReleasedField(
    'Whole weeks from when somebody said that they want to be considered until the decision; half of all waited no longer',
  )
  medianWeeks!: number | null;
}

/** Where those who took up a post came from. */
export class PublicAppointedFrom {
  @ChoiceField(APPOINTED_FROM, {
    description:
      'From the pool or from outside it to one of its critical posts; from the pool to any other post.',
  })
  from!: AppointedFrom;

  @ReleasedField('Appointments, rounded')
  appointments!: number | null;
}

/** Whether the pool was used. */
export class PublicAppointments {
  @ReleasedField('The sum of what is told of the pool’s critical posts')
  appointments!: number | null;

  @ListField(() => PublicAppointedFrom, { description: 'By where they came from.', max: 3 })
  from!: readonly PublicAppointedFrom[];
}

/** Everything that everybody may know of a pool. */
export class PublicPoolAnswer extends PublicPoolSummary {
  @ListField(() => CriteriaAnswer, { description: 'Every version, the newest first.', max: 1_000_000 })
  criteria!: readonly CriteriaAnswer[];

  @TimeField({
    description:
      'Until when what was told last is counted; a member’s group and stage are those of the time at which the counts were ' +
      'made, some minutes later or more. They are made anew at most once a day, and each only after as many of those whom it ' +
      'counts came or went as the smallest count told: until then it stays as it was told before. Absent while none were published.',
    optional: true,
  })
  asOf?: string;

  @ObjectField(() => ToldByAnswer, { description: BY_POLICY })
  toldBy!: ToldByAnswer;

  @ObjectField(() => PublicComposition, { description: 'Who it is made of.' })
  composition!: PublicComposition;

  @ObjectField(() => PublicDecisions, { description: 'How it was decided.' })
  decisions!: PublicDecisions;

  @ObjectField(() => PublicTimes, {
    description:
      'How long decisions took; told with what is told of them, and anew after as many further ones as the smallest count told.',
  })
  times!: PublicTimes;

  @ObjectField(() => PublicAppointments, {
    description: 'Whether it was used to fill posts.',
  })
  appointments!: PublicAppointments;
}

/** Shapes what a list shows of a pool to everybody. */
export function publicPoolSummary(pool: TalentPool) {
  const { id, title, purpose, state, waysIn, openedAt, closedAt } = pool;
  return {
    ...{ id, title, purpose, state, waysIn },
    ...(openedAt === undefined ? {} : { openedAt: openedAt.toISOString() }),
    ...(closedAt === undefined ? {} : { closedAt: closedAt.toISOString() }),
  };
}

/** Shapes a pool for everybody. */
export function publicPoolAnswer({
  pool,
  criteria,
  asOf,
  composition,
  ...released
}: TransparentPool): AnswerOf<PublicPoolAnswer> {
  return {
    ...publicPoolSummary(pool),
    criteria: criteria.map(criteriaAnswer),
    ...(asOf === undefined ? {} : { asOf: asOf.toISOString() }),
    composition: { ...composition, underWay: composition.underWay ?? null },
    ...released,
  };
}
