import { type MentoringRequest, REQUEST_STATES, type RequestState } from '@evenhand/matching';
import {
  ChoiceField,
  DayField,
  FlagField,
  ListField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { uuid } from '../../http/fields/field-kind';
import { NextPage, PageQuery } from '../../http/paging';

const WELCOMED_AGAIN =
  'Mentors who may be proposed again although such a pair was declined, ran out or was confirmed before.';
const MOST_WELCOMED = 50;

/** A request for a mentor, as it is made. */
export class NewMentoringRequest {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The person who asks; they need a mentee profile.' })
  personId!: string;

  @ListField(uuid(), { description: WELCOMED_AGAIN, max: MOST_WELCOMED, unique: true, optional: true })
  welcomedAgain?: string[];

  @FlagField({ description: 'Submit it at once; otherwise it is a draft.', optional: true })
  submit?: boolean;
}

/** What can be changed of a request. */
export class MentoringRequestChange {
  @ListField(uuid(), { description: WELCOMED_AGAIN, max: MOST_WELCOMED, unique: true })
  welcomedAgain!: string[];
}

/** Which requests are listed. */
export class MentoringRequestQuery extends PageQuery {
  @UuidField({ description: 'The programme.' })
  programme!: string;

  @ChoiceField(REQUEST_STATES, { description: 'Only those in this state.', optional: true })
  state?: RequestState;

  @UuidField({ description: 'Only those of this person.', optional: true })
  person?: string;
}

/** A request for a mentor. */
export class MentoringRequestAnswer {
  @UuidField({ description: 'Id of the request.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The person who asks.' })
  personId!: string;

  @ChoiceField(REQUEST_STATES, { description: 'Where the request stands.' })
  state!: RequestState;

  @DayField({ description: 'Day of the first submission, from which waiting counts.', optional: true })
  firstSubmittedOn?: string;

  @UuidField({ description: 'The round that has taken it up.', optional: true })
  roundId?: string;

  @ListField(uuid(), { description: WELCOMED_AGAIN, max: MOST_WELCOMED })
  welcomedAgain!: readonly string[];

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of requests. */
export class MentoringRequestPage extends NextPage {
  @ListField(() => MentoringRequestAnswer, { description: 'The oldest submission first.', max: 200 })
  items!: readonly MentoringRequestAnswer[];
}

/** Shapes a request for the caller. */
export function mentoringRequestAnswer(request: MentoringRequest): MentoringRequestAnswer {
  const { id, programmeId, personId, state, firstSubmittedOn, roundId, welcomedAgain, version } = request;
  return {
    id,
    programmeId,
    personId,
    state,
    ...(firstSubmittedOn === undefined ? {} : { firstSubmittedOn }),
    ...(roundId === undefined ? {} : { roundId }),
    welcomedAgain,
    version,
  };
}
