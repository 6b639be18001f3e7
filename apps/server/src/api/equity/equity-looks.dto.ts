import { type CountedOrganisation, OWN_MEASURES } from '@evenhand/equity';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import { CodeField, DayField, ListField, TextField, TimeField, UuidField } from '../../http/fields/fields';

/** A look at true counts. */
export class NewEquityLook {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The organisation whose own auditor you are.' })
  organisationId!: string;

  @TextField({ description: 'What the look is for. It is kept, with who looked and when.', max: 500 })
  purpose!: string;
}

/** Everybody with a profession, a grade and a stage. */
class TrueCountAnswer {
  @CodeField({ description: 'The profession.' })
  profession!: string;

  @CodeField({ description: 'The grade.', optional: true })
  grade?: string;

  @CodeField({ description: 'The stage.', optional: true })
  stage?: string;

  @ApiProperty({
    description: `True counts: ${OWN_MEASURES.join(', ')}.`,
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 0 },
  })
  counts!: Readonly<Record<string, number>>;
}

/** True counts of an organisation, for its own auditor. */
export class EquityLookAnswer {
  @UuidField({ description: 'Id of the look.' })
  id!: string;

  @UuidField({ description: 'The organisation.' })
  organisationId!: string;

  @TimeField({ description: 'When it was looked.' })
  lookedAt!: string;

  @DayField({ description: 'The first day that is counted.' })
  firstDay!: string;

  @DayField({ description: 'The last one.' })
  lastDay!: string;

  @ListField(() => TrueCountAnswer, { description: 'By profession, grade and stage.', max: 100_000 })
  counts!: readonly TrueCountAnswer[];
}

/** Shapes true counts for the organisation's own auditor. */
export function equityLookAnswer({ look, window, counts }: CountedOrganisation): AnswerOf<EquityLookAnswer> {
  const { id, organisationId, lookedAt } = look;
  const { firstDay, lastDay } = window;
  return { id, organisationId, lookedAt: lookedAt.toISOString(), firstDay, lastDay, counts };
}
