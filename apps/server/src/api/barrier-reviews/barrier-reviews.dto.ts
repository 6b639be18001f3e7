import {
  ANSWER_STANDINGS,
  type AnswerStanding,
  BARRIER_ACTION_STATES,
  BARRIER_REVIEW_STATES,
  BARRIER_STRENGTHS,
  type BarrierAction,
  type BarrierActionState,
  type BarrierChange,
  type BarrierReview,
  type BarrierReviewState,
  type BarrierStrength,
  CEILING_FINDINGS,
  type CeilingFinding,
  type Direction,
  DIRECTIONS,
  MOST_ACTIONS,
  type NamedProfessions,
  type PublishedCeilings,
} from '@evenhand/equity';
import { ApiProperty } from '@nestjs/swagger';
import { code } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';

const WORDS = { max: 2000, lines: true } as const;
const EVIDENCE = { description: 'What shows it.', ...WORDS };
const SPOKE_AS = {
  description:
    'As what they spoke: `executive_lead` or `non_executive_lead` of this review, or the role in which it was written down.',
  example: 'executive_lead',
};
const MANY = { min: 0, max: 1_000_000 };

/** A review to be begun. */
export class NewBarrierReview {
  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;

  @UuidField({ description: 'The organisation that looks at itself.' })
  organisationId!: string;

  @UuidField({
    description: 'The completed review of the organisation that it is measured against.',
    optional: true,
  })
  follows?: string;
}

/** Who answers for a review; what is left out stays. */
export class LeadsField {
  @UuidField({
    description:
      'Person id of the executive who leads, anybody in the programme: that they sit on the board is for the organisation to say.',
    optional: true,
  })
  executiveLead?: string;

  @UuidField({ description: 'Person id of the non-executive who leads; the same.', optional: true })
  nonExecutiveLead?: string;
}

/** What leaders say to a question. */
export class AnswerFields {
  @ChoiceField(ANSWER_STANDINGS, { description: 'How far the organisation is.' })
  standing!: AnswerStanding;

  @TextField({ description: 'What they say to it.', ...WORDS })
  answer!: string;

  @TextField(EVIDENCE)
  evidence!: string;
}

/** The same, as it is kept. */
export class AnswerAnswer extends AnswerFields {
  @CodeField({ description: 'Code of the question.' })
  question!: string;

  @CodeField({ ...SPOKE_AS, optional: true })
  answeredBy?: string;

  @TimeField({ description: 'When it was answered.' })
  answeredAt!: string;
}

/** How strong leaders hold a barrier to be. */
export class JudgementFields {
  @ChoiceField(BARRIER_STRENGTHS, { description: 'How much of it people meet.' })
  strength!: BarrierStrength;

  @TextField(EVIDENCE)
  evidence!: string;
}

/** The same, as it is kept. */
export class JudgementAnswer extends JudgementFields {
  @CodeField({ description: 'Code of the barrier.' })
  barrier!: string;

  @CodeField({ ...SPOKE_AS, optional: true })
  judgedBy?: string;

  @TimeField({ description: 'When it was judged.' })
  judgedAt!: string;
}

/** Something to be done about a barrier. */
export class NewAction {
  @CodeField({ description: 'Code of the barrier.', example: 'lack_of_time' })
  barrier!: string;

  @TextField({ description: 'What is to be done.', max: 500 })
  what!: string;

  @TextField({ description: 'The post that answers for it, whoever holds it.', max: 200 })
  owner!: string;

  @DayField({ description: 'By when.' })
  due!: string;
}

const SETTLED = BARRIER_ACTION_STATES.filter((state) => state !== 'open');

/** What becomes of an action. */
export class ActionOutcome {
  @ChoiceField(SETTLED, { description: 'Whether it was done.' })
  state!: Exclude<BarrierActionState, 'open'>;

  @TextField({ description: 'What came of it, or why it was dropped.', ...WORDS })
  outcome!: string;
}

/** An action, as it is kept. */
export class ActionAnswer extends NewAction {
  @UuidField({ description: 'Id of the action.' })
  id!: string;

  @ChoiceField(BARRIER_ACTION_STATES, { description: 'Where it stands.' })
  state!: BarrierActionState;

  @TextField({ description: 'What came of it, or why it was dropped.', ...WORDS, optional: true })
  outcome?: string;

  @TimeField({ description: 'When it was settled.', optional: true })
  settledAt?: string;
}

/** Which reviews are listed. */
export class BarrierReviewQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @UuidField({ description: 'Only those of this organisation.', optional: true })
  organisation?: string;
}

/** A review. */
export class BarrierReviewAnswer extends LeadsField {
  @UuidField({ description: 'Id of the review.' })
  id!: string;

  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;

  @UuidField({ description: 'The organisation that looks at itself.' })
  organisationId!: string;

  @UuidField({ description: 'The review that it is measured against.', optional: true })
  follows?: string;

  @ChoiceField(BARRIER_REVIEW_STATES, { description: 'Where it stands. Completed, its answers stay.' })
  state!: BarrierReviewState;

  @ListField(() => AnswerAnswer, { description: 'In the order of the catalogue.', max: 100 })
  answers!: readonly AnswerAnswer[];

  @ListField(() => JudgementAnswer, { description: 'In the order of the catalogue.', max: 100 })
  judgements!: readonly JudgementAnswer[];

  @ListField(() => ActionAnswer, { description: 'The oldest first.', max: MOST_ACTIONS })
  actions!: readonly ActionAnswer[];

  @TimeField({ description: 'When it was begun.' })
  begunAt!: string;

  @TimeField({ description: 'When it was completed.', optional: true })
  completedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of reviews. */
export class BarrierReviewPage extends NextPage {
  @ListField(() => BarrierReviewAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly BarrierReviewAnswer[];
}

/** How an answer changed. */
export class AnswerChange {
  @CodeField({ description: 'Code of the question.' })
  code!: string;

  @ChoiceField(ANSWER_STANDINGS, { description: 'How it stood.' })
  before!: AnswerStanding;

  @ChoiceField(ANSWER_STANDINGS, { description: 'How it stands.' })
  after!: AnswerStanding;

  @ChoiceField(DIRECTIONS, { description: 'Which way it went.' })
  direction!: Direction;
}

/** How a barrier changed. */
export class JudgementChange {
  @CodeField({ description: 'Code of the barrier.' })
  code!: string;

  @ChoiceField(BARRIER_STRENGTHS, { description: 'How strong it was.' })
  before!: BarrierStrength;

  @ChoiceField(BARRIER_STRENGTHS, { description: 'How strong it is.' })
  after!: BarrierStrength;

  @ChoiceField(DIRECTIONS, { description: 'Which way it went: a weaker barrier is better.' })
  direction!: Direction;
}

/** What became of actions. */
export class ActionCounts {
  @WholeNumberField({ description: 'Were done.', ...MANY })
  done!: number;

  @WholeNumberField({ description: 'Were dropped.', ...MANY })
  dropped!: number;

  @WholeNumberField({ description: 'Are open.', ...MANY })
  open!: number;
}

/** What changed since the review that this one follows. */
export class BarrierChangeAnswer {
  @ListField(() => AnswerChange, { description: 'In the order of the catalogue.', max: 100 })
  questions!: readonly AnswerChange[];

  @ListField(() => JudgementChange, { description: 'In the order of the catalogue.', max: 100 })
  barriers!: readonly JudgementChange[];

  @ObjectField(() => ActionCounts, { description: 'What became of the actions of the earlier review.' })
  actions!: ActionCounts;
}

/** How many of a group are at a stage, and how many go beyond it. */
export class CeilingStepAnswer {
  @TextField({ description: 'The stage.', max: 300 })
  stage!: string;

  @ApiProperty({
    description: 'People at the stage, rounded as the report has them; null where withheld.',
    oneOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }],
  })
  headcount!: number | null;

  @ApiProperty({
    description:
      'Of those at the stage or above, the share above it, over the same of everyone else; null where withheld, and at ' +
      'the highest stage.',
    oneOf: [{ type: 'number', minimum: 0 }, { type: 'null' }],
  })
  beyond!: number | null;
}

/** Where a group stops rising. */
export class FoundCeilingAnswer {
  @TextField({ description: 'The profession, or the professional group.', max: 300 })
  group!: string;

  @ChoiceField(CEILING_FINDINGS, {
    description:
      'Whether it stops at a stage, at none as far as can be seen, or whether too much is withheld to tell.',
  })
  found!: CeilingFinding;

  @TextField({ description: 'The stage at which it stops; absent unless it does.', max: 300, optional: true })
  stopsAt?: string;

  @ListField(() => CeilingStepAnswer, { description: 'The lowest stage first.', max: 100 })
  steps!: readonly CeilingStepAnswer[];
}

/** Ceilings that a published snapshot found, over the whole programme and not in one organisation of it. */
export class PublishedCeilingsAnswer {
  @UuidField({ description: 'The snapshot that says so.' })
  snapshotId!: string;

  @TimeField({ description: 'When it was published.' })
  publishedAt!: string;

  @TimeField({ description: 'When its counts were taken.' })
  countedAt!: string;

  @TextField({ description: 'What was found, in words.', max: 20_000 })
  sentence!: string;

  @ListField(() => FoundCeilingAnswer, { description: 'Every group, found to stop or not.', max: 1000 })
  groups!: readonly FoundCeilingAnswer[];
}

/** Ceilings beside a review. */
export class BarrierCeilingsAnswer {
  @ObjectField(() => PublishedCeilingsAnswer, {
    description:
      'Those of the whole programme, every organisation together: where the professions of this one stop may be elsewhere. ' +
      'Absent where no snapshot of the programme was published yet.',
    optional: true,
  })
  ceilings?: PublishedCeilingsAnswer;
}

/** In which programme. */
export class NamedProfessionsQuery {
  @UuidField({ description: 'The programme.' })
  programme!: string;
}

/** A post or an opportunity that names professions. */
export class NamedProfessionsAnswer {
  @ChoiceField(['critical_post', 'opportunity'], { description: 'What it is.' })
  kind!: NamedProfessions['kind'];

  @ChoiceField(['open', 'filled', 'closed'], {
    description: 'Where it stands: what kept others out stays here once somebody has it.',
  })
  state!: NamedProfessions['state'];

  @UuidField({ description: 'Its id.' })
  id!: string;

  @TextField({ description: 'What it is called.', max: 200 })
  title!: string;

  @UuidField({ description: 'Whose it is; the programme’s where absent.', optional: true })
  organisationId?: string;

  @ListField(code(), { description: 'Codes of the professions that it names.', max: 100 })
  professions!: readonly string[];

  @TextField({ description: 'Why it names them.', ...WORDS })
  reason!: string;
}

/** Everything in a programme that names professions. */
export class NamedProfessionsList {
  @ListField(() => NamedProfessionsAnswer, {
    description: 'Posts before opportunities, each by title, whether open or over.',
    max: 100_000,
  })
  items!: readonly NamedProfessionsAnswer[];
}

/** Shapes a review for the caller. */
export function barrierReviewAnswer(review: BarrierReview): BarrierReviewAnswer {
  const { begunAt, completedAt, answers, judgements, actions, ...others } = review;
  return {
    ...others,
    answers: answers.map((each) => ({ ...each, answeredAt: each.answeredAt.toISOString() })),
    judgements: judgements.map((each) => ({ ...each, judgedAt: each.judgedAt.toISOString() })),
    actions: actions.map(actionAnswer),
    begunAt: begunAt.toISOString(),
    ...(completedAt === undefined ? {} : { completedAt: completedAt.toISOString() }),
  };
}

function actionAnswer({ settledAt, ...action }: BarrierAction): ActionAnswer {
  return { ...action, ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }) };
}

/** Shapes what changed for the caller. */
export function barrierChangeAnswer(change: BarrierChange): BarrierChangeAnswer {
  return change;
}

/** Shapes ceilings for the caller. */
export function barrierCeilingsAnswer(found: PublishedCeilings | undefined): BarrierCeilingsAnswer {
  if (found === undefined) return {};
  const { publishedAt, countedAt, ...others } = found;
  return {
    ceilings: { ...others, publishedAt: publishedAt.toISOString(), countedAt: countedAt.toISOString() },
  };
}
