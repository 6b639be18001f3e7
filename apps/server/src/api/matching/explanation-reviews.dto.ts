import { type ExplanationReview, REVIEW_STATES, type ReviewState } from '@evenhand/matching';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  ListField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';

const REASON = {
  description: 'What whoever asks thinks of it.',
  max: 2000,
  lines: true,
  optional: true,
} as const;
const FINDING = { description: 'What the coordinator found.', max: 2000, lines: true } as const;
const OVERRIDE = { description: 'The override by which something was changed.', optional: true } as const;

/** That a human being is to look again. */
export class NewExplanationReview {
  @TextField(REASON)
  reason?: string;
}

/** Which reviews are listed. */
export class ExplanationReviewQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ChoiceField(REVIEW_STATES, { description: 'Only those in this state.', optional: true })
  state?: ReviewState;
}

/** What came of a review. */
export class ReviewSettlement {
  @ChoiceField(['upheld', 'changed'], { description: 'Whether it stays as it is.' })
  outcome!: 'upheld' | 'changed';

  @TextField(FINDING)
  finding!: string;

  @UuidField(OVERRIDE)
  overrideId?: string;
}

/** That a human being looks again at what a round decided, or has. */
export class ExplanationReviewAnswer {
  @UuidField({ description: 'Id of the review.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The round.' })
  roundId!: string;

  @UuidField({ description: 'The request that the round decided on.' })
  requestId!: string;

  @UuidField({ description: 'Person id of who asks.' })
  personId!: string;

  @TextField(REASON)
  reason?: string;

  @ChoiceField(REVIEW_STATES, { description: 'Where it stands.' })
  state!: ReviewState;

  @TimeField({ description: 'When it was asked for.' })
  askedAt!: string;

  @TimeField({ description: 'When it was settled.', optional: true })
  settledAt?: string;

  @TextField({ ...FINDING, optional: true })
  finding?: string;

  @UuidField(OVERRIDE)
  overrideId?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of reviews. */
export class ExplanationReviewPage extends NextPage {
  @ListField(() => ExplanationReviewAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly ExplanationReviewAnswer[];
}

/** Shapes a review for whoever asked, and for the coordinator. */
export function explanationReviewAnswer({
  askedAt,
  settledAt,
  ...review
}: ExplanationReview): AnswerOf<ExplanationReviewAnswer> {
  return {
    ...review,
    askedAt: askedAt.toISOString(),
    ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }),
  };
}
