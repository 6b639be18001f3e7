import { type ChainedEvent, type ToldEvent, toldIn, type ViewOfMe } from '@evenhand/governance';
import { AUDITED_KINDS, type AuditedKind } from '@evenhand/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { uuid } from '../../http/fields/field-kind';
import { NextPage, PageQuery } from '../../http/paging';

const LISTED_KINDS = ['equity', 'security'] as const;
const SEQ = { min: 1, max: Number.MAX_SAFE_INTEGER };

/** Which events are asked for. */
export class AuditEventsQuery extends PageQuery {
  @ChoiceField(LISTED_KINDS, { description: 'Only events of this kind.', optional: true })
  kind?: (typeof LISTED_KINDS)[number];

  @UuidField({ description: 'Only events within this programme.', optional: true })
  programme?: string;

  @UuidField({ description: 'Only events about whoever has this pseudonym in the log.', optional: true })
  subject?: string;
}

/** Who acted. */
class ActorAnswer {
  @ChoiceField(['account', 'program'], { description: 'Somebody who signed in, or a program by itself.' })
  kind!: ToldEvent['actor']['kind'];

  @TextField({ description: 'The pseudonym of an account, the name of a program.', max: 200 })
  id!: string;

  @TextField({ description: 'The role in which it was done.', max: 100, optional: true })
  role?: string;
}

/** What something was done to. */
class AuditedThingAnswer {
  @TextField({ description: 'What kind of thing it is.', max: 100 })
  kind!: string;

  @TextField({ description: 'Its id; of a person or an account a pseudonym.', max: 200 })
  id!: string;
}

/** An event of the audit log. */
export class AuditEventAnswer {
  @WholeNumberField({ description: 'Its number in the log.', ...SEQ })
  seq!: number;

  @TimeField({ description: 'When it was written down.' })
  at!: string;

  @ChoiceField(AUDITED_KINDS, { description: 'Why it is kept.' })
  kind!: AuditedKind;

  @TextField({ description: 'What was done, such as role.confirmed.', max: 200 })
  action!: string;

  @ObjectField(() => ActorAnswer, { description: 'Who did it.' })
  actor!: ToldEvent['actor'];

  @ListField(uuid(), { description: 'Pseudonyms of those whom it is about.', max: 1_000_000 })
  subjects!: readonly string[];

  @UuidField({ description: 'Id of the programme.', optional: true })
  programmeId?: string;

  @ObjectField(() => AuditedThingAnswer, { description: 'What it was done to.', optional: true })
  thing?: NonNullable<ToldEvent['thing']>;

  @ApiProperty({
    description: 'What else there is to know: codes, ids, numbers.',
    selfRequired: false,
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  })
  details?: NonNullable<ToldEvent['details']>;
}

/** One page of events. */
export class AuditEventPage extends NextPage {
  @ListField(() => AuditEventAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly AuditEventAnswer[];
}

/** What was done with what is held on the caller. */
export class ViewOfMeAnswer {
  @WholeNumberField({ description: 'Its number in the log.', ...SEQ })
  seq!: number;

  @TimeField({ description: 'When it was written down.' })
  at!: string;

  @ChoiceField(AUDITED_KINDS, { description: 'Why it is kept.' })
  kind!: AuditedKind;

  @TextField({ description: 'What was done, such as person.read.', max: 200 })
  action!: string;

  @TextField({ description: 'The role in which it was done, or the name of a program.', max: 200 })
  role!: string;

  @TextField({
    description: 'Where whoever did it works, as far as that is known.',
    max: 200,
    optional: true,
  })
  organisation?: string;

  @FlagField({ description: 'You did it yourself.' })
  byMe!: boolean;

  @UuidField({ description: 'Id of the programme.', optional: true })
  programmeId?: string;
}

/** One page of what was done with what is held on the caller. */
export class ViewsOfMePage extends NextPage {
  @ListField(() => ViewOfMeAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly ViewOfMeAnswer[];
}

/** Shapes an event for those who watch. */
export function auditEventAnswer({ seq, at, payload }: ChainedEvent): AnswerOf<AuditEventAnswer> {
  const { programme, ...told } = toldIn(payload);
  return { seq, at, ...told, ...(programme === undefined ? {} : { programmeId: programme }) };
}

/** Shapes an event for the person whom it is about. */
export function viewOfMeAnswer(view: ViewOfMe): AnswerOf<ViewOfMeAnswer> {
  return view;
}
