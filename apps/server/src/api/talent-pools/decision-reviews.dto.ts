import {
  type ActingAs,
  DECISION_REVIEW_STATES,
  type DecisionReview,
  type DecisionReviewState,
} from '@evenhand/talent';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { ActingAsAnswer } from './pool-members.dto';

const REASON = {
  description: 'What whoever asks thinks of it.',
  max: 2000,
  lines: true,
  optional: true,
} as const;
const FINDING = { description: 'What the reviewer found.', max: 2000, lines: true } as const;

/** That a decision is to be looked at again. */
export class NewDecisionReview {
  @TextField(REASON)
  reason?: string;
}

/** Which reviews are listed. */
export class DecisionReviewQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ChoiceField(DECISION_REVIEW_STATES, { description: 'Only those in this state.', optional: true })
  state?: DecisionReviewState;
}

/** What came of a review. */
export class DecisionReviewSettlement {
  @ChoiceField(['upheld', 'changed'], {
    description: 'Whether the decision holds. Where it does not, the person is assessed and decided on anew.',
  })
  outcome!: 'upheld' | 'changed';

  @TextField(FINDING)
  finding!: string;
}

/** That another human being looks at a decision again, or has. */
export class DecisionReviewAnswer {
  @UuidField({ description: 'Id of the review.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The pool.' })
  poolId!: string;

  @UuidField({ description: 'The decision.' })
  decisionId!: string;

  @UuidField({ description: 'The membership that was decided on.' })
  memberId!: string;

  @UuidField({ description: 'Person id of who asks.' })
  personId!: string;

  @TextField(REASON)
  reason?: string;

  @ChoiceField(DECISION_REVIEW_STATES, { description: 'Where it stands.' })
  state!: DecisionReviewState;

  @TimeField({ description: 'When it was asked for.' })
  askedAt!: string;

  @TimeField({ description: 'When somebody had looked.', optional: true })
  settledAt?: string;

  @ObjectField(() => ActingAsAnswer, { description: 'Who looked: not who decided.', optional: true })
  reviewer?: ActingAs;

  @TextField({ ...FINDING, optional: true })
  finding?: string;

  @UuidField({ description: 'The membership on which it is decided anew.', optional: true })
  newMemberId?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of reviews. */
export class DecisionReviewPage extends NextPage {
  @ListField(() => DecisionReviewAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly DecisionReviewAnswer[];
}

/** Shapes a review for whoever asked, and for the board. */
export function decisionReviewAnswer({
  askedAt,
  settledAt,
  ...review
}: DecisionReview): AnswerOf<DecisionReviewAnswer> {
  return {
    ...review,
    askedAt: askedAt.toISOString(),
    ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }),
  };
}
