import {
  DECISION_KINDS,
  type DecisionKind,
  LONGEST_REASON,
  MOST_ALTERNATIVES,
  type OverridePreview,
  type OverrideReason,
  type OverrideRun,
  type PairOverride,
  type ReadableOverride,
} from '@evenhand/matching';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import {
  BeforeAndAfterAnswer,
  ComparedAccessAnswer,
  EnquiryAnswer,
  enquiryAnswer,
  PreviewedChangeAnswer,
} from './enquiries.dto';
import { FailureAnswer, ProgressAnswer, RUN_STATES } from './matching-rounds.dto';

const kind = () =>
  ChoiceField(DECISION_KINDS, {
    description: 'pin: this mentee with this mentor. forbid: not this mentor for this mentee.',
  });
const reason = () =>
  TextField({
    description: 'Why, for whoever audits the round. Name nobody in it: it is kept as it is.',
    max: LONGEST_REASON,
    lines: true,
  });
const overrideState = () =>
  ChoiceField(RUN_STATES, {
    description: 'Where it stands: it is in force once it is solved, and only then.',
  });
const erasable = (description: string) =>
  ApiProperty({ description, oneOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] });
const places = (description: string) => WholeNumberField({ description, min: 0, max: 1_000_000 });

/** A decision about one pair. */
class DecisionField {
  @kind() kind!: DecisionKind;

  @UuidField({ description: 'The mentor.' })
  mentorId!: string;
}

/** A decision about one pair, to see what it would do. */
export class OverrideQuestion {
  @UuidField({ description: 'The mentoring request of the mentee.' })
  requestId!: string;

  @ObjectField(() => DecisionField, {
    description: 'What would be decided; without it only the alternatives of the mentee are told.',
    optional: true,
  })
  decision?: DecisionField;
}

/** A decision about one pair, to be carried out. */
export class NewOverride extends DecisionField {
  @UuidField({ description: 'The mentoring request of the mentee.' })
  requestId!: string;

  @reason() reason!: string;
}

/** Who decided. */
export class DeciderAnswer {
  @CodeField({ description: 'The role.' })
  role!: string;

  @UuidField({
    description: 'The person who decided, where the account is of one; never told to an auditor.',
    optional: true,
  })
  personId?: string;
}

/** A decision about one pair. */
export class PairOverrideAnswer {
  @UuidField({ description: 'Id of the override.' })
  id!: string;

  @kind() kind!: DecisionKind;
  @erasable('The request; null where the person was erased since.') requestId!: string | null;
  @erasable('The mentor; null where the person was erased since.') mentorId!: string | null;
  @reason() reason!: string;

  @ObjectField(() => DeciderAnswer, { description: 'Who decided.' })
  decidedBy!: DeciderAnswer;

  @TimeField({ description: 'When it was decided.' })
  decidedAt!: string;

  @overrideState() state!: (typeof RUN_STATES)[number];
}

/** The decisions about pairs of a round, the first one first. */
export class OverridesAnswer {
  @ListField(() => PairOverrideAnswer, { description: 'Failed and cancelled ones among them.', max: 100_000 })
  items!: readonly PairOverrideAnswer[];
}

/** A decision about one pair, without the pair. */
export class OverrideReasonAnswer {
  @UuidField({ description: 'Id of the override.' })
  id!: string;

  @kind() kind!: DecisionKind;
  @reason() reason!: string;

  @CodeField({ description: 'The role in which it was decided.' })
  role!: string;

  @TimeField({ description: 'When it was decided.' })
  decidedAt!: string;

  @overrideState() state!: (typeof RUN_STATES)[number];
}

/** Why pairs of a round were decided about, the first decision first. */
export class OverrideReasonsAnswer {
  @ListField(() => OverrideReasonAnswer, {
    description: 'Failed and cancelled ones among them.',
    max: 100_000,
  })
  items!: readonly OverrideReasonAnswer[];
}

/** What an override changed. */
class OverrideChangeAnswer {
  @FlagField({ description: 'Whether every group and profession kept its number of matches.' })
  countsKept!: boolean;

  @ObjectField(() => BeforeAndAfterAnswer, { description: 'People who are matched.' })
  matched!: BeforeAndAfterAnswer;

  @ListField(() => ComparedAccessAnswer, { description: 'By professional group.', max: 1000 })
  groups!: readonly ComparedAccessAnswer[];

  @ListField(() => ComparedAccessAnswer, { description: 'By profession.', max: 1000 })
  professions!: readonly ComparedAccessAnswer[];
}

/** An override and what became of it. */
export class OverrideAnswer extends PairOverrideAnswer {
  @ObjectField(() => ProgressAnswer, { description: 'How far it has come.' })
  progress!: ProgressAnswer;

  @ObjectField(() => FailureAnswer, {
    description: 'Why it failed; the round stands as before.',
    optional: true,
  })
  failure?: FailureAnswer;

  @ObjectField(() => OverrideChangeAnswer, {
    description: 'What it changed, once it is solved.',
    optional: true,
  })
  change?: OverrideChangeAnswer;
}

/** Another mentor whom the mentee could have. */
class AlternativeAnswer {
  @erasable('The mentor; null where the person was erased since.') mentorId!: string | null;

  @WholeNumberField({ description: 'Score of the pair.', min: 0, max: 10_000 })
  score!: number;

  @places('Places that the mentor has in the round.') places!: number;
  @places('How many of them nobody has.') free!: number;

  @FlagField({ description: 'Whether the mentee has this mentor now.' })
  present!: boolean;
}

/** Somebody whose mentor would be another one. */
class MoveAnswer {
  @erasable('The request; null where the person was erased since.') requestId!: string | null;
  @erasable('The mentor now; null for none, or one erased since.') fromMentorId!: string | null;
  @erasable('The mentor then; null for none, or one erased since.') toMentorId!: string | null;
}

/** What an override would do. */
class PreviewedOverrideAnswer {
  @ListField(() => MoveAnswer, {
    description: 'Everybody whose mentor would be another one, the mentee of the decision too.',
    max: 200_000,
  })
  moves!: readonly MoveAnswer[];

  @FlagField({ description: 'Whether every group and profession would keep its number of matches.' })
  countsKept!: boolean;

  @ObjectField(() => PreviewedChangeAnswer, { description: 'The net effect.' })
  change!: PreviewedChangeAnswer;
}

/** What was asked about. */
class AskedDecisionAnswer {
  @kind() kind!: DecisionKind;
  @erasable('The mentor; null where the person was erased since.') mentorId!: string | null;
}

/** A preview of an override. */
export class OverridePreviewAnswer extends EnquiryAnswer {
  @erasable('The request; null where the person was erased since.') requestId!: string | null;

  @ObjectField(() => AskedDecisionAnswer, {
    description: 'What would be decided, where that was asked.',
    optional: true,
  })
  decision?: AskedDecisionAnswer;

  @ListField(() => AlternativeAnswer, {
    description:
      'Once it is answered: the best eligible mentors, the best first, and whom the mentee has now.',
    max: MOST_ALTERNATIVES + 1,
    optional: true,
  })
  alternatives?: readonly AlternativeAnswer[];

  @ObjectField(() => PreviewedOverrideAnswer, {
    description: 'What the decision would do, once it is answered.',
    optional: true,
  })
  effect?: PreviewedOverrideAnswer;
}

/** A decision about a pair as whoever audits reads it, its people under the pseudonyms of the round. */
export class AuditedOverrideAnswer {
  @UuidField({ description: 'Id of the override.' })
  id!: string;

  @kind() kind!: DecisionKind;

  @TextField({ description: 'Pseudonym of the mentee.', max: 64 })
  mentee!: string;

  @TextField({ description: 'Pseudonym of the mentor.', max: 64 })
  mentor!: string;

  @reason() reason!: string;

  @ObjectField(() => DeciderAnswer, { description: 'Who decided.' })
  decidedBy!: DeciderAnswer;

  @TimeField({ description: 'When it was decided.' })
  decidedAt!: string;
}

/** Shapes a decision for those who run the programme. */
export function pairOverrideAnswer(override: PairOverride): AnswerOf<PairOverrideAnswer> {
  return { ...override, decidedAt: override.decidedAt.toISOString() };
}

/** Shapes why a pair was decided about. */
export function overrideReasonAnswer(reason: OverrideReason): AnswerOf<OverrideReasonAnswer> {
  return { ...reason, decidedAt: reason.decidedAt.toISOString() };
}

/** Shapes a decision for whoever audits. */
export function auditedOverrideAnswer({
  id,
  override,
  frozenAt,
}: OverrideRun): AnswerOf<AuditedOverrideAnswer> {
  return { id, ...override, decidedAt: frozenAt.toISOString() };
}

/** Shapes an override for the caller. */
export function overrideAnswer({ run, change, ...override }: ReadableOverride): AnswerOf<OverrideAnswer> {
  const { progress, failure } = run;
  return {
    ...pairOverrideAnswer(override),
    progress,
    ...(failure === undefined ? {} : { failure }),
    ...(change === undefined ? {} : { change }),
  };
}

/** Shapes a preview of an override for the caller. */
export function overridePreviewAnswer({
  enquiry,
  ...preview
}: OverridePreview): AnswerOf<OverridePreviewAnswer> {
  return { ...enquiryAnswer(enquiry), ...preview };
}
