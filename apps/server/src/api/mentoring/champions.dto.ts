import { CHAMPIONING_STATES, type ChampioningState, type ShownChampioning } from '@evenhand/mentoring';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { PersonCardAnswer } from '../people/person-card.dto';

/** Somebody names their champion. */
export class NewChampion {
  @UuidField({ description: 'The programme in which both are.' })
  programmeId!: string;

  @UuidField({ description: 'Id of the champion.', optional: true })
  championPersonId?: string;

  @CodeField({
    description: 'The reference that the programme knows them by, where their id is not given.',
    optional: true,
  })
  reference?: string;
}

/** A champion puts somebody forward. */
export class NewPuttingForward {
  @TextField({ description: 'For what: a post, a project, a board.', max: 200 })
  what!: string;

  @DayField({ description: 'The day on which it was done.' })
  on!: string;
}

/** Which are listed. */
export class ChampionQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ChoiceField(CHAMPIONING_STATES, { description: 'Only those in this state.', optional: true })
  state?: ChampioningState;
}

/** What somebody was put forward for. */
export class PuttingForwardAnswer {
  @TextField({ description: 'For what.', max: 200 })
  what!: string;

  @DayField({ description: 'The day on which it was done.' })
  on!: string;
}

/** Who named whom as their champion, and what came of it. */
export class ChampionAnswer {
  @UuidField({ description: 'Its id.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'Id of the person.' })
  personId!: string;

  @UuidField({ description: 'Person id of the champion; absent where they are erased.', optional: true })
  championPersonId?: string;

  @ObjectField(() => PersonCardAnswer, { description: 'The person.', optional: true })
  person?: PersonCardAnswer;

  @ObjectField(() => PersonCardAnswer, {
    description: 'The champion; for the person, once they were put forward.',
    optional: true,
  })
  champion?: PersonCardAnswer;

  @ChoiceField(CHAMPIONING_STATES, { description: 'Where it stands.' })
  state!: ChampioningState;

  @TimeField({ description: 'When the person named the champion.' })
  namedAt!: string;

  @ObjectField(() => PuttingForwardAnswer, {
    description: 'What the champion put them forward for.',
    optional: true,
  })
  putForward?: PuttingForwardAnswer;

  @TimeField({ description: 'When the person took it up.', optional: true })
  takenUpAt?: string;

  @TimeField({ description: 'When either of the two took the name back.', optional: true })
  takenBackAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of them. */
export class ChampionPage extends NextPage {
  @ListField(() => ChampionAnswer, { description: 'The one named last first.', max: 200 })
  items!: readonly ChampionAnswer[];
}

/** Shapes one for the caller. */
export function championAnswer({
  namedAt,
  takenUpAt,
  takenBackAt,
  ...rest
}: ShownChampioning): ChampionAnswer {
  return {
    ...rest,
    namedAt: namedAt.toISOString(),
    ...(takenUpAt === undefined ? {} : { takenUpAt: takenUpAt.toISOString() }),
    ...(takenBackAt === undefined ? {} : { takenBackAt: takenBackAt.toISOString() }),
  };
}
