import type {
  Background,
  MeetingMode,
  RegisteredPerson,
  RegisteredPost,
  Registration,
} from '@evenhand/people';
import { code, text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  DayField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const REGISTRATIONS: readonly Registration[] = ['registered', 'not_practising', 'not_registered'];
const MODES: readonly MeetingMode[] = ['in_person', 'remote', 'either'];
const MOST_POSTS = 10;
const MOST_LANGUAGES = 20;
const MOST_EXCLUDED = 200;

const REFERENCE = 'The programme’s own id of the person, such as a staff number: what files call id.';
const REGISTRATION = 'Whether they may practise the profession today.';
const LANGUAGES = {
  description: 'Languages in which they can meet, the preferred one first.',
  max: MOST_LANGUAGES,
};
const MODE = 'How they can meet.';
const EXCLUDE = {
  description: 'References of people whom they must not be paired with.',
  max: MOST_EXCLUDED,
};
const CONSENT = { description: 'Whether they consent to being matched.' };
const ACTIVE = { description: 'Whether they take part at present.' };
const LANGUAGE = text({ min: 2, max: 3 });

/** What a person trained and registered as, as it is said. */
export class BackgroundBody {
  @TextField({ description: 'Code of the profession in the catalogue.', max: 200, example: 'adult_nurse' })
  profession!: string;

  @ChoiceField(REGISTRATIONS, {
    description: `${REGISTRATION} Clinicians are registered where it is not said, others are not.`,
    optional: true,
  })
  registration?: Registration;
}

/** What a person trained and registered as. */
export class BackgroundAnswer implements Background {
  @CodeField({ description: 'Code of the profession.' })
  profession!: string;

  @CodeField({ description: 'Code of the professional group that the profession belongs to.' })
  group!: string;

  @ChoiceField(REGISTRATIONS, { description: REGISTRATION })
  registration!: Registration;
}

/** A job that a person holds. */
export class PostBody implements RegisteredPost {
  @UuidField({ description: 'The organisation.' })
  organisationId!: string;

  @TextField({ description: 'Code of the region.', max: 200, example: 'london' })
  region!: string;

  @TextField({ description: 'Code of the grade.', max: 200, example: 'afc_8a', optional: true })
  grade?: string;

  @TextField({ description: 'Code of the stage.', max: 200, example: '2' })
  stage!: string;

  @TextField({ description: 'Code of the staff group.', max: 200, optional: true })
  staffGroup?: string;

  @CodeField({ description: 'Reference of the line manager, who need not be registered.', optional: true })
  lineManager?: string;

  @DayField({ description: 'First day of the post.', optional: true })
  from?: string;

  @DayField({ description: 'Last day of the post; it goes on where there is none.', optional: true })
  to?: string;
}

/** All that is said of a person. */
export class PersonBody {
  @CodeField({ description: REFERENCE, example: 'p0002' })
  reference!: string;

  @TextField({ description: 'Their name.', max: 200, optional: true })
  name?: string;

  @TextField({ description: 'Their e-mail address.', max: 320, optional: true })
  email?: string;

  @ObjectField(() => BackgroundBody, {
    description: 'What they trained as. It stays whatever post they hold.',
  })
  background!: BackgroundBody;

  @ListField(() => PostBody, { description: 'Their posts, the main one first.', min: 1, max: MOST_POSTS })
  posts!: readonly PostBody[];

  @ListField(LANGUAGE, { ...LANGUAGES, example: ['en'], optional: true })
  languages?: readonly string[];

  @ChoiceField(MODES, { description: MODE, optional: true })
  mode?: MeetingMode;

  @ListField(code(), { ...EXCLUDE, optional: true })
  exclude?: readonly string[];

  @FlagField(CONSENT)
  consent!: boolean;

  @FlagField(ACTIVE)
  active!: boolean;
}

/** A person as they are registered. */
export class NewPerson extends PersonBody {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;
}

/** A person whom a programme keeps. */
export class PersonAnswer {
  @UuidField({ description: 'Id of the person.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @CodeField({ description: REFERENCE })
  reference!: string;

  @TextField({ description: 'Their name.', max: 200, optional: true })
  name?: string;

  @TextField({ description: 'Their e-mail address.', max: 320, optional: true })
  email?: string;

  @ObjectField(() => BackgroundAnswer, { description: 'What they trained as.' })
  background!: BackgroundAnswer;

  @ListField(() => PostBody, { description: 'Their posts, the main one first.', max: MOST_POSTS })
  posts!: readonly PostBody[];

  @ListField(LANGUAGE, LANGUAGES)
  languages!: readonly string[];

  @ChoiceField(MODES, { description: MODE })
  mode!: MeetingMode;

  @ListField(code(), EXCLUDE)
  exclude!: readonly string[];

  @FlagField(CONSENT)
  consent!: boolean;

  @FlagField(ACTIVE)
  active!: boolean;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of people. */
export class PersonPage extends NextPage {
  @ListField(() => PersonAnswer, { description: 'By reference.', max: 200 })
  items!: readonly PersonAnswer[];
}

/** Shapes a person for the caller. */
export function personAnswer(person: RegisteredPerson): PersonAnswer {
  const { id, programmeId, reference, name, email, background, posts, languages, mode } = person;
  const { exclude, consent, active, version } = person;
  return {
    id,
    programmeId,
    reference,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    background,
    posts,
    languages,
    mode,
    exclude,
    consent,
    active,
    version,
  };
}
