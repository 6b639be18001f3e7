import {
  type Feedback,
  HELPED_ANSWERS,
  type HelpedAnswer,
  RELATIONSHIP_STATES,
  type RelationshipState,
  type ShownRelationship,
} from '@evenhand/mentoring';
import {
  ChoiceField,
  DayField,
  ListField,
  ObjectField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { PersonCardAnswer } from '../people/person-card.dto';

/** The two have met for the first time. */
export class FirstMeeting {
  @DayField({ description: 'The day on which it was held.' })
  on!: string;
}

/** What one of the two says of it. */
export class NewFeedback {
  @ChoiceField(HELPED_ANSWERS, { description: 'Whether it helped with the gap of the mentee.' })
  helped!: HelpedAnswer;
}

/** Which relationships are listed. */
export class RelationshipQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @UuidField({ description: 'Only those in which this person is the mentee or the mentor.', optional: true })
  person?: string;

  @ChoiceField(RELATIONSHIP_STATES, { description: 'Only those in this state.', optional: true })
  state?: RelationshipState;
}

/** What somebody said of it. */
export class FeedbackAnswer {
  @ChoiceField(HELPED_ANSWERS, { description: 'Whether it helped with the gap of the mentee.' })
  helped!: HelpedAnswer;

  @TimeField({ description: 'When they said so.' })
  saidAt!: string;
}

/** Two people who work together. */
export class RelationshipAnswer {
  @UuidField({ description: 'Id of the relationship.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The proposal that both accepted.' })
  proposalId!: string;

  @UuidField({ description: 'The request that it answers.' })
  requestId!: string;

  @UuidField({ description: 'Person id of the mentee.' })
  menteeId!: string;

  @UuidField({ description: 'Person id of the mentor.' })
  mentorId!: string;

  @ObjectField(() => PersonCardAnswer, { description: 'The mentee.', optional: true })
  mentee?: PersonCardAnswer;

  @ObjectField(() => PersonCardAnswer, { description: 'The mentor.', optional: true })
  mentor?: PersonCardAnswer;

  @ChoiceField(RELATIONSHIP_STATES, {
    description: 'Where it stands. Until it is completed or ended it uses one of the mentor’s places.',
  })
  state!: RelationshipState;

  @TimeField({ description: 'When the second of them said yes.' })
  beganAt!: string;

  @DayField({ description: 'Day of the first meeting.', optional: true })
  firstMetOn?: string;

  @TimeField({ description: 'Since when it is paused.', optional: true })
  pausedAt?: string;

  @TimeField({ description: 'When it was completed.', optional: true })
  completedAt?: string;

  @TimeField({ description: 'When it ended before it was complete.', optional: true })
  endedAt?: string;

  @ObjectField(() => FeedbackAnswer, {
    description: 'What the caller said of it. What the other one said is shown to nobody else.',
    optional: true,
  })
  ownFeedback?: FeedbackAnswer;

  @TimeField({ description: 'When the mentee asked to be matched anew.', optional: true })
  rematchAskedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of relationships. */
export class RelationshipPage extends NextPage {
  @ListField(() => RelationshipAnswer, { description: 'The one that began last first.', max: 200 })
  items!: readonly RelationshipAnswer[];
}

/** Shapes a relationship for the caller. */
export function relationshipAnswer(relationship: ShownRelationship): RelationshipAnswer {
  const { beganAt, pausedAt, completedAt, endedAt, ownFeedback, rematchAskedAt, ...rest } = relationship;
  return {
    ...rest,
    beganAt: beganAt.toISOString(),
    ...(pausedAt === undefined ? {} : { pausedAt: pausedAt.toISOString() }),
    ...(completedAt === undefined ? {} : { completedAt: completedAt.toISOString() }),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    ...(ownFeedback === undefined ? {} : { ownFeedback: feedbackAnswer(ownFeedback) }),
    ...(rematchAskedAt === undefined ? {} : { rematchAskedAt: rematchAskedAt.toISOString() }),
  };
}

function feedbackAnswer({ helped, saidAt }: Feedback): FeedbackAnswer {
  return { helped, saidAt: saidAt.toISOString() };
}
