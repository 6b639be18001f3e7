import {
  type ActingAs,
  ASSESSMENT_DIMENSIONS,
  type AssessmentDimension,
  DECISION_OUTCOMES,
  type DecisionOutcome,
  MEMBER_STATES,
  type MemberCard,
  type MemberState,
  type Nominator,
  NOMINATORS,
  type PoolDecision,
  type PoolMember,
  TOP_LEVEL,
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
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';

const sentence = (description: string) => TextField({ description, max: 2000, lines: true });
const sentenceIfAny = (description: string) =>
  TextField({ description, max: 2000, lines: true, optional: true });
const VERSION = { min: 1, max: 1_000_000_000 };

/** Whom somebody nominates, and as what. */
export class NominationField {
  @UuidField({ description: 'Id of the person who is put forward.', optional: true })
  personId?: string;

  @CodeField({
    description: 'The reference that the programme knows them by, where their id is not given.',
    optional: true,
  })
  reference?: string;

  @ChoiceField(NOMINATORS, { description: 'As what the caller puts them forward.' })
  as!: Nominator;
}

/** Somebody who is to come to a pool. */
export class NewPoolMember {
  @ObjectField(() => NominationField, {
    description: 'Whom the caller nominates. Whoever leaves it out applies for themselves.',
    optional: true,
  })
  nomination?: NominationField;

  @sentence('Why this person.')
  reason!: string;
}

/** A nominated person says no. */
export class NominationRefusal {
  @sentenceIfAny('Why, if they want to say so.')
  note?: string;
}

/** How a member was found to be in one dimension. */
export class AssessedDimensionField {
  @ChoiceField(ASSESSMENT_DIMENSIONS, { description: 'What was looked at.' })
  dimension!: AssessmentDimension;

  @WholeNumberField({
    description: '0 not yet, 1 now and then, 2 often, 3 mostly, 4 consistently.',
    min: 0,
    max: TOP_LEVEL,
  })
  level!: number;

  @sentence('What shows it.')
  evidence!: string;
}

const dimensions = () =>
  ListField(() => AssessedDimensionField, {
    description:
      'What they were looked at for beside the criteria, none twice; what nobody could judge is left out.',
    max: ASSESSMENT_DIMENSIONS.length,
    optional: true,
  });

/** How ready a member is. */
export class NewAssessment {
  @CodeField({ description: 'Code of a horizon in the catalogue.', example: '1-3' })
  horizon!: string;

  @sentence('What shows it.')
  evidence!: string;

  @dimensions()
  dimensions?: AssessedDimensionField[];
}

/** What a member was appointed to. */
export class NewAppointment {
  @TextField({ description: 'The post.', max: 200 })
  post!: string;
}

/** Somebody leaves. */
export class NewLeaving {
  @sentenceIfAny('Why, if they want to say so.')
  reason?: string;
}

/** A decision on an assessed member. */
export class NewDecision {
  @UuidField({ description: 'The member.' })
  memberId!: string;

  @ChoiceField(DECISION_OUTCOMES, { description: 'Whether they come into the pool.' })
  outcome!: DecisionOutcome;

  @sentence('Why, by the criteria that hold now.')
  reason!: string;
}

/** Which members are listed. */
export class PoolMemberQuery extends PageQuery {
  @ListField(choice(MEMBER_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: MEMBER_STATES.length,
    optional: true,
  })
  state?: MemberState[];
}

/** Who did something. */
export class ActingAsAnswer {
  @CodeField({ description: 'The role that they had.' })
  role!: string;

  @UuidField({ description: 'The person that they are, where that is known.', optional: true })
  personId?: string;
}

/** Who put somebody forward. */
export class NominationAnswer {
  @ChoiceField(NOMINATORS, { description: 'As what.' })
  as!: Nominator;

  @ObjectField(() => ActingAsAnswer, { description: 'Who.' })
  by!: ActingAs;
}

/** How ready somebody was found to be. */
export class AssessmentAnswer {
  @CodeField({ description: 'Code of a horizon in the catalogue.' })
  horizon!: string;

  @sentence('What shows it.')
  evidence!: string;

  @dimensions()
  dimensions?: readonly AssessedDimensionField[];

  @WholeNumberField({ description: 'Version of the criteria that it was made by.', ...VERSION })
  criteriaVersion!: number;

  @TimeField({ description: 'When.' })
  assessedAt!: string;

  @ObjectField(() => ActingAsAnswer, { description: 'By whom.' })
  assessor!: ActingAs;
}

/** How a membership ended before or after a decision. */
export class EndingAnswer {
  @TimeField({ description: 'When they declined, were appointed or left.' })
  at!: string;

  @sentenceIfAny('The post that they were appointed to, or why they declined or left.')
  note?: string;
}

/** As much of a person as somebody must know who decides on them. */
export class MemberCardField {
  @TextField({ description: 'What they are called.', max: 200, optional: true })
  name?: string;

  @CodeField({ description: 'Code of the professional group of their background.' })
  group!: string;

  @CodeField({ description: 'Code of the stage of their main post.' })
  stage!: string;
}

/** Somebody’s way through a pool. */
export class PoolMemberAnswer {
  @UuidField({ description: 'Id of the membership.' })
  id!: string;

  @UuidField({ description: 'The pool.' })
  poolId!: string;

  @UuidField({ description: 'The person.' })
  personId!: string;

  @ObjectField(() => MemberCardField, {
    description:
      'Who they are: for coordinators, and for the board from when they want to be considered until they leave.',
    optional: true,
  })
  card?: MemberCardField;

  @ChoiceField(WAYS_IN, { description: 'How they came.' })
  wayIn!: WayIn;

  @ChoiceField(MEMBER_STATES, { description: 'Where they stand.' })
  state!: MemberState;

  @sentence('Why this person.')
  reason!: string;

  @ObjectField(() => NominationAnswer, { description: 'Who put them forward.', optional: true })
  nomination?: NominationAnswer;

  @TimeField({ description: 'When they were nominated or applied.' })
  cameAt!: string;

  @TimeField({ description: 'When they said themselves that they want to be considered.', optional: true })
  interestDeclaredAt?: string;

  @ObjectField(() => AssessmentAnswer, { description: 'How ready they are.', optional: true })
  assessment?: AssessmentAnswer;

  @ObjectField(() => EndingAnswer, { description: 'How it ended.', optional: true })
  ending?: EndingAnswer;

  @WholeNumberField({ description: 'Goes up with each change.', ...VERSION })
  version!: number;
}

/** One page of members. */
export class PoolMemberPage extends NextPage {
  @ListField(() => PoolMemberAnswer, { description: 'Who came last first.', max: 200 })
  items!: readonly PoolMemberAnswer[];
}

/** A decision as it was made. */
export class DecisionAnswer {
  @UuidField({ description: 'Id of the decision.' })
  id!: string;

  @UuidField({ description: 'The pool.' })
  poolId!: string;

  @UuidField({ description: 'The member; absent where the person is erased.', optional: true })
  memberId?: string;

  @ChoiceField(DECISION_OUTCOMES, { description: 'Whether they came into the pool.' })
  outcome!: DecisionOutcome;

  @TimeField({ description: 'When.' })
  decidedAt!: string;

  @ObjectField(() => ActingAsAnswer, { description: 'By whom.' })
  decider!: ActingAs;

  @WholeNumberField({ description: 'Version of the criteria that it was made by.', ...VERSION })
  criteriaVersion!: number;

  @sentence('Why.')
  reason!: string;
}

/** One page of decisions. */
export class DecisionPage extends NextPage {
  @ListField(() => DecisionAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly DecisionAnswer[];
}

/** Shapes a member for the caller, with the card where they may see it. */
export function poolMemberAnswer(member: PoolMember, card: MemberCard | undefined): PoolMemberAnswer {
  const { cameAt, interestDeclaredAt, assessment, ending, ...rest } = member;
  return {
    ...rest,
    ...(card === undefined ? {} : { card }),
    cameAt: cameAt.toISOString(),
    ...(interestDeclaredAt === undefined ? {} : { interestDeclaredAt: interestDeclaredAt.toISOString() }),
    ...(assessment === undefined
      ? {}
      : { assessment: { ...assessment, assessedAt: assessment.assessedAt.toISOString() } }),
    ...(ending === undefined ? {} : { ending: { ...ending, at: ending.at.toISOString() } }),
  };
}

/** Shapes a decision for the caller: whose account decided is for the service alone. */
export function decisionAnswer({
  decidedAt,
  deciderAccountId: _,
  ...decision
}: PoolDecision): DecisionAnswer {
  return { ...decision, decidedAt: decidedAt.toISOString() };
}
