import {
  ERASURE_CONFIRMATION,
  ERASURE_EFFECTS,
  ERASURE_REASONS,
  type ErasureOutcome,
  type ErasureReason,
  type InventoryEntry,
  LAWFUL_BASES,
  type PersonalData,
  RETENTION_PERIODS,
  type ToldSection,
} from '@evenhand/governance';
import type { JsonValue } from '@evenhand/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  FlagField,
  ListField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';

const MOST = 1_000_000;
const WORDS = { max: 500 };

/** A field, and what holds of it. */
export class HeldFieldAnswer {
  @TextField({ description: 'The field as records name it.', max: 100 })
  code!: string;

  @TextField({ description: 'What it is.', ...WORDS })
  title!: string;

  @TextField({ description: 'What it is held for.', ...WORDS })
  purpose!: string;

  @TextField({ description: 'The lawful basis on which it is held.', ...WORDS })
  basis!: string;

  @TextField({ description: 'Who sees it.', ...WORDS })
  seenBy!: string;

  @TextField({ description: 'How long it is held at the longest.', ...WORDS })
  keptFor!: string;

  @TextField({ description: 'What becomes of it when you are erased.', ...WORDS })
  onErasure!: string;
}

/** A kind of thing that is held, and all there is of it. */
export class HeldSectionAnswer {
  @TextField({ description: 'Where it is held.', max: 100 })
  code!: string;

  @TextField({ description: 'What it is.', ...WORDS })
  title!: string;

  @ListField(() => HeldFieldAnswer, { description: 'What a record can hold.', max: 100 })
  fields!: readonly HeldFieldAnswer[];

  @ApiProperty({
    description: 'Every record, its values by the code of the field; what is not set is left out.',
    type: 'array',
    maxItems: MOST,
    items: { type: 'object', additionalProperties: {} },
  })
  records!: readonly Readonly<Record<string, JsonValue>>[];
}

/** Something that may be held and is not told here. */
export class WithheldFieldAnswer {
  @TextField({ description: 'Where it is held.', max: 100 })
  section!: string;

  @TextField({ description: 'The field.', max: 100 })
  code!: string;

  @TextField({ description: 'What it is.', ...WORDS })
  title!: string;

  @TextField({ description: 'Why it is not told here.', ...WORDS })
  why!: string;
}

/** Everything that is held on the caller. */
export class PersonalDataAnswer {
  @UuidField({ description: 'Id of your account.' })
  accountId!: string;

  @TimeField({ description: 'When this was gathered.' })
  gatheredAt!: string;

  @ListField(() => HeldSectionAnswer, { description: 'What is held.', max: 100 })
  sections!: readonly HeldSectionAnswer[];

  @ListField(() => WithheldFieldAnswer, {
    description: 'What may be held besides, of whomever, and why it is not told here.',
    max: 1000,
  })
  withheld!: readonly WithheldFieldAnswer[];
}

/** That somebody means it. */
export class OwnErasure {
  @ChoiceField([ERASURE_CONFIRMATION], {
    description: 'These very words, so that nobody is erased by a slip.',
  })
  confirmation!: string;
}

/** Why a coordinator erases somebody. */
export class ErasureOrder {
  @ChoiceField(ERASURE_REASONS, { description: 'Why. It stands in the log.' })
  reason!: ErasureReason;
}

/** What an erasure came to. */
export class ErasureAnswer {
  @WholeNumberField({ description: 'In how many programmes somebody was erased.', min: 0, max: MOST })
  persons!: number;

  @FlagField({
    description:
      'Whether the account went too. It stays while it holds a role or somebody in another programme.',
  })
  accountErased!: boolean;

  @WholeNumberField({ description: 'Proposals and matches with others that ended.', min: 0, max: MOST })
  ended!: number;
}

/** Shapes what is held on somebody for them. */
export function personalDataAnswer(data: PersonalData): AnswerOf<PersonalDataAnswer> {
  return {
    accountId: data.accountId,
    gatheredAt: data.gatheredAt.toISOString(),
    sections: data.sections.map(sectionAnswer),
    withheld: data.withheld.map(({ table, column, field, withheld }) => ({
      ...{ section: table, code: column, title: field, why: withheld! },
    })),
  };
}

/** Shapes what an erasure came to. */
export function erasureAnswer(outcome: ErasureOutcome): AnswerOf<ErasureAnswer> {
  return outcome;
}

function sectionAnswer({ code, title, fields, records }: ToldSection): AnswerOf<HeldSectionAnswer> {
  return { code, title, fields: fields.map(fieldAnswer), records };
}

function fieldAnswer(entry: InventoryEntry): AnswerOf<HeldFieldAnswer> {
  return {
    ...{ code: entry.column, title: entry.field, purpose: entry.purpose, seenBy: entry.seenBy },
    ...{ basis: LAWFUL_BASES[entry.basis], keptFor: RETENTION_PERIODS[entry.keptFor] },
    onErasure: ERASURE_EFFECTS[entry.onErasure],
  };
}
