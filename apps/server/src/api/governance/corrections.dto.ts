import {
  CORRECTABLE_FIELDS,
  type CorrectableField,
  CORRECTION_STATES,
  type CorrectionRequest,
  type CorrectionState,
} from '@evenhand/governance';
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

const FIELD = { description: 'What is wrong.' };
const WANTED = { description: 'What it should be.', max: 320 };
const ANSWER = {
  description: 'What the coordinator says of it.',
  max: 2000,
  lines: true,
  optional: true,
} as const;

/** What somebody wants corrected. */
export class NewCorrectionRequest {
  @UuidField({ description: 'The programme in which it is wrong.' })
  programmeId!: string;

  @ChoiceField(CORRECTABLE_FIELDS, FIELD)
  field!: CorrectableField;

  @TextField(WANTED)
  wanted!: string;
}

/** Which requests are listed. */
export class CorrectionQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ChoiceField(CORRECTION_STATES, { description: 'Only those in this state.', optional: true })
  state?: CorrectionState;
}

/** What came of a request. */
export class CorrectionSettlement {
  @ChoiceField(['corrected', 'refused'], { description: 'Whether it is right now, or stays as it was.' })
  outcome!: 'corrected' | 'refused';

  @TextField({ ...ANSWER, description: 'What there is to say; whoever is refused is told why.' })
  answer?: string;
}

/** That somebody asked for a correction. */
export class CorrectionRequestAnswer {
  @UuidField({ description: 'Id of the request.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The person.' })
  personId!: string;

  @ChoiceField(CORRECTABLE_FIELDS, FIELD)
  field!: CorrectableField;

  @TextField(WANTED)
  wanted!: string;

  @ChoiceField(CORRECTION_STATES, { description: 'Where it stands.' })
  state!: CorrectionState;

  @TimeField({ description: 'When it was made.' })
  askedAt!: string;

  @TimeField({ description: 'When it was settled.', optional: true })
  settledAt?: string;

  @TextField(ANSWER)
  answer?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of requests. */
export class CorrectionRequestPage extends NextPage {
  @ListField(() => CorrectionRequestAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly CorrectionRequestAnswer[];
}

/** Shapes a request for whoever made it, and for the coordinator. */
export function correctionRequestAnswer({
  askedAt,
  settledAt,
  ...request
}: CorrectionRequest): AnswerOf<CorrectionRequestAnswer> {
  return {
    ...request,
    askedAt: askedAt.toISOString(),
    ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }),
  };
}
