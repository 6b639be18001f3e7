import {
  DECLINE_REASONS,
  type DeclineReason,
  PROPOSAL_STATES,
  type ProposalState,
  type ShownProposal,
  type Side,
} from '@evenhand/matching';
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
import { text, time } from '../../http/fields/field-kind';
import { NextPage, PageQuery } from '../../http/paging';
import { PersonCardAnswer } from '../people/person-card.dto';

const SIDES: readonly Side[] = ['mentee', 'mentor'];
const BY = 'Which of the two the caller is, where they want to be held to it. Nobody answers for the other.';

/** Somebody says yes. */
export class Acceptance {
  @ChoiceField(SIDES, { description: BY, optional: true })
  by?: Side;
}

/** Somebody says no. */
export class Refusal {
  @ChoiceField(SIDES, { description: BY, optional: true })
  by?: Side;

  @ChoiceField(DECLINE_REASONS, { description: 'Why.' })
  reason!: DeclineReason;

  @TextField({ description: 'What else there is to say.', max: 2000, lines: true, optional: true })
  note?: string;
}

/** Somebody asks before they decide. */
export class ProposalQuestion {
  @ChoiceField(SIDES, { description: BY, optional: true })
  by?: Side;

  @TextField({ description: 'The question.', max: 2000, lines: true })
  text!: string;
}

/** Which proposals are listed. */
export class ProposalQuery extends PageQuery {
  @UuidField({ description: 'Only those of this round.', optional: true })
  round?: string;

  @UuidField({ description: 'Only those in which this person is the mentee or the mentor.', optional: true })
  person?: string;

  @ChoiceField(PROPOSAL_STATES, { description: 'Only those in this state.', optional: true })
  state?: ProposalState;
}

/** What a pair earned in one criterion. */
export class CriterionPointsAnswer {
  @CodeField({ description: 'Code of the criterion.' })
  criterion!: string;

  @TextField({ description: 'The criterion as people read it.', max: 200 })
  title!: string;

  @WholeNumberField({ description: 'Points earned.', min: 0, max: 10_000 })
  points!: number;

  @WholeNumberField({ description: 'Points that could be earned.', min: 0, max: 10_000 })
  weight!: number;
}

/** A gap of the mentee that the mentor can help with. */
export class CoveredGapAnswer {
  @CodeField({ description: 'Code of the competency or experience.' })
  topic!: string;

  @TextField({ description: 'Its title.', max: 300 })
  title!: string;

  @WholeNumberField({ description: 'Place in the mentee’s own order.', min: 1, max: 5 })
  rank!: number;

  @WholeNumberField({ description: 'What the target stage asks less what is there.', min: 1, max: 4 })
  size!: number;

  @CodeField({ description: 'Stage that the mentee aims for.' })
  askedAt!: string;

  @CodeField({ description: 'Highest stage at which the mentor has practised it.' })
  practisedAt!: string;

  @ChoiceField(['whole', 'half'], { description: 'Half where that is one stage below the one asked for.' })
  cover!: 'whole' | 'half';

  @TextField({ description: 'All of this in one line.', max: 1000 })
  text!: string;
}

/** A gap that the match leaves open. */
export class UncoveredGapAnswer {
  @CodeField({ description: 'Code of the competency or experience.' })
  topic!: string;

  @TextField({ description: 'Its title.', max: 300 })
  title!: string;

  @WholeNumberField({ description: 'Place in the mentee’s own order.', min: 1, max: 5 })
  rank!: number;
}

/** A question that one side asked. */
export class QuestionAnswer {
  @ChoiceField(SIDES, { description: 'Who asked.' })
  by!: Side;

  @TimeField({ description: 'When.' })
  askedAt!: string;

  @TextField({ description: 'The question.', max: 2000, lines: true })
  text!: string;
}

/** Why and by whom a proposal was declined. */
export class RefusalAnswer {
  @ChoiceField(SIDES, { description: 'Who declined.' })
  by!: Side;

  @ChoiceField(DECLINE_REASONS, { description: 'Why.' })
  reason!: DeclineReason;

  @TextField({ description: 'What else they said.', max: 2000, lines: true, optional: true })
  note?: string;
}

/** A pair that a round proposes, with all that both of its people can read of why. */
export class ProposalAnswer {
  @UuidField({ description: 'Id of the proposal.' })
  id!: string;

  @UuidField({ description: 'The round that proposes it.' })
  roundId!: string;

  @UuidField({ description: 'The request that it answers.' })
  requestId!: string;

  @UuidField({ description: 'Person id of the mentee.' })
  menteeId!: string;

  @UuidField({ description: 'Person id of the mentor.' })
  mentorId!: string;

  @ObjectField(() => PersonCardAnswer, {
    description: 'The mentee, while it is offered or confirmed.',
    optional: true,
  })
  mentee?: PersonCardAnswer;

  @ObjectField(() => PersonCardAnswer, {
    description: 'The mentor, while it is offered or confirmed.',
    optional: true,
  })
  mentor?: PersonCardAnswer;

  @ChoiceField(PROPOSAL_STATES, { description: 'Where it stands.' })
  state!: ProposalState;

  @WholeNumberField({ description: 'Sum of the points.', min: 0, max: 10_000 })
  score!: number;

  @ListField(() => CriterionPointsAnswer, { description: 'Points by criterion.', max: 20 })
  points!: readonly CriterionPointsAnswer[];

  @ListField(() => CoveredGapAnswer, { description: 'Gaps that the mentor can help with.', max: 5 })
  gaps!: readonly CoveredGapAnswer[];

  @ListField(() => UncoveredGapAnswer, { description: 'Gaps that stay open.', max: 5 })
  gapsNotCovered!: readonly UncoveredGapAnswer[];

  @ListField(text({ max: 1000 }), { description: 'What both should know before they say yes.', max: 20 })
  notes!: readonly string[];

  @TimeField({ description: 'When it was offered.' })
  offeredAt!: string;

  @TimeField({ description: 'Until when both have to answer.' })
  expiresAt!: string;

  @ListField(time(), {
    description:
      'When a reminder of whoever had not answered fell due. It is shown here, and not sent to anybody.',
    max: 10,
  })
  remindedAt!: readonly string[];

  @TimeField({ description: 'When the mentee said yes.', optional: true })
  menteeAcceptedAt?: string;

  @TimeField({ description: 'When the mentor said yes.', optional: true })
  mentorAcceptedAt?: string;

  @ListField(() => QuestionAnswer, { description: 'What was asked meanwhile.', max: 100 })
  questions!: readonly QuestionAnswer[];

  @ObjectField(() => RefusalAnswer, { description: 'Who declined, and why.', optional: true })
  declined?: RefusalAnswer;

  @TimeField({ description: 'When it was confirmed, declined, expired or superseded.', optional: true })
  closedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of proposals. */
export class ProposalPage extends NextPage {
  @ListField(() => ProposalAnswer, { description: 'The newest offer first.', max: 200 })
  items!: readonly ProposalAnswer[];
}

/** Shapes a proposal for the caller. */
export function proposalAnswer(proposal: ShownProposal): ProposalAnswer {
  const { id, roundId, requestId, menteeId, mentorId, state, score, points, gaps, gapsNotCovered } = proposal;
  const { mentee, mentor, notes, questions, declined, version } = proposal;
  return {
    id,
    roundId,
    requestId,
    menteeId,
    mentorId,
    ...(mentee === undefined ? {} : { mentee }),
    ...(mentor === undefined ? {} : { mentor }),
    state,
    score,
    points,
    gaps,
    gapsNotCovered,
    notes,
    offeredAt: proposal.offeredAt.toISOString(),
    expiresAt: proposal.expiresAt.toISOString(),
    remindedAt: proposal.remindedAt.map((at) => at.toISOString()),
    ...momentOf('menteeAcceptedAt', proposal.menteeAcceptedAt),
    ...momentOf('mentorAcceptedAt', proposal.mentorAcceptedAt),
    questions: questions.map(({ by, askedAt, text: asked }) => ({
      by,
      askedAt: askedAt.toISOString(),
      text: asked,
    })),
    ...(declined === undefined ? {} : { declined }),
    ...momentOf('closedAt', proposal.closedAt),
    version,
  };
}

function momentOf<Name extends string>(name: Name, at: Date | undefined): Partial<Record<Name, string>> {
  return (at === undefined ? {} : { [name]: at.toISOString() }) as Partial<Record<Name, string>>;
}
