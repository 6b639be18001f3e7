import type { Gap, Likeness, MenteeProfile, MentorProfile, Strength } from '@evenhand/people';
import { MOST_GAPS, MOST_HOURS, MOST_PLACES } from '@evenhand/people';
import { text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  NumberField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const LIKENESSES: readonly Likeness[] = ['same', 'different', 'any'];
/** Of one mentor. */
export const MOST_STRENGTHS = 100;
const MOST_NEEDS = 50;

const TOPIC = { description: 'Code of a competency or experience.', max: 200, example: 'SE-1.1' };
const GAPS = 'What they want help with, the most important first.';
const STRENGTHS = 'What they have practised.';
const PREFER_PROFESSION = 'Whether the mentor should be of the same profession.';
const PREFER_ORGANISATION = 'Whether the mentor should be of the same organisation.';
const ACCESS_NEED = text({ max: 100 });
const NEEDS = {
  description: 'Access needs that a mentor must meet, in words such as step_free.',
  max: MOST_NEEDS,
};
const NEEDS_MET = {
  description: 'Access needs that they can meet, in words such as step_free.',
  max: MOST_NEEDS,
};
const PEER_ASKED = { description: 'Asks for a peer: a mentor at their own stage will do.' };
const PEER_OFFERED = { description: 'Willing to mentor somebody at their own stage.' };
const LISTED = { description: 'Chose to be shown to mentees who look for a mentor.' };
const CAPACITY = { description: 'Mentees whom they can take at once.', min: 0, max: MOST_PLACES };
const HOURS = { description: 'Hours a month agreed with the employer.', min: 0, max: MOST_HOURS };
const PERSON = { description: 'The person.' };
const VERSION = { description: 'Goes up with each change.', min: 1, max: 1_000_000_000 };

/** Something that a mentee wants help with, as it is said. */
export class GapBody {
  @TextField(TOPIC)
  topic!: string;

  @WholeNumberField({
    description: 'What the target stage asks less what is there; 2 where it is not said.',
    min: 1,
    max: 4,
    optional: true,
  })
  size?: number;
}

/** Something that a mentee wants help with. */
export class GapAnswer implements Gap {
  @CodeField({ description: 'Code of a competency or experience.' })
  topic!: string;

  @WholeNumberField({ description: 'What the target stage asks less what is there.', min: 1, max: 4 })
  size!: number;
}

/** Something that a mentor has practised. */
export class StrengthBody implements Strength {
  @TextField(TOPIC)
  topic!: string;

  @TextField({ description: 'Code of the stage at which they have practised it.', max: 200, example: '3' })
  stage!: string;
}

/** What somebody asks of a mentor, as it is said. */
export class MenteeProfileBody {
  @TextField({
    description:
      'Code of the stage that they want to reach; the next one, or with peer their own, where it is not said.',
    max: 200,
    optional: true,
  })
  targetStage?: string;

  @ListField(() => GapBody, { description: GAPS, min: 1, max: MOST_GAPS })
  gaps!: readonly GapBody[];

  @ChoiceField(LIKENESSES, { description: PREFER_PROFESSION, optional: true })
  preferProfession?: Likeness;

  @ChoiceField(LIKENESSES, { description: PREFER_ORGANISATION, optional: true })
  preferOrganisation?: Likeness;

  @FlagField({ ...PEER_ASKED, optional: true })
  peer?: boolean;

  @ListField(ACCESS_NEED, { ...NEEDS, optional: true })
  accessibility?: readonly string[];
}

/** What somebody asks of a mentor. */
export class MenteeProfileAnswer {
  @UuidField(PERSON)
  personId!: string;

  @CodeField({ description: 'Code of the stage that they want to reach.' })
  targetStage!: string;

  @ListField(() => GapAnswer, { description: GAPS, max: MOST_GAPS })
  gaps!: readonly GapAnswer[];

  @ChoiceField(LIKENESSES, { description: PREFER_PROFESSION })
  preferProfession!: Likeness;

  @ChoiceField(LIKENESSES, { description: PREFER_ORGANISATION })
  preferOrganisation!: Likeness;

  @FlagField(PEER_ASKED)
  peer!: boolean;

  @ListField(ACCESS_NEED, NEEDS)
  accessibility!: readonly string[];

  @WholeNumberField(VERSION)
  version!: number;
}

/** One page of mentee profiles. */
export class MenteeProfilePage extends NextPage {
  @ListField(() => MenteeProfileAnswer, { description: 'By the id of the person.', max: 200 })
  items!: readonly MenteeProfileAnswer[];
}

/** What somebody offers as a mentor, as it is said. */
export class MentorProfileBody {
  @ListField(() => StrengthBody, { description: STRENGTHS, min: 1, max: MOST_STRENGTHS })
  strengths!: readonly StrengthBody[];

  @WholeNumberField(CAPACITY)
  capacity!: number;

  @NumberField({ ...HOURS, optional: true })
  protectedHours?: number;

  @FlagField({ ...PEER_OFFERED, optional: true })
  peer?: boolean;

  @FlagField({ ...LISTED, optional: true })
  listed?: boolean;

  @ListField(ACCESS_NEED, { ...NEEDS_MET, optional: true })
  accessibility?: readonly string[];
}

/** What somebody offers as a mentor. */
export class MentorProfileAnswer {
  @UuidField(PERSON)
  personId!: string;

  @ListField(() => StrengthBody, { description: STRENGTHS, max: MOST_STRENGTHS })
  strengths!: readonly StrengthBody[];

  @WholeNumberField(CAPACITY)
  capacity!: number;

  @NumberField({ ...HOURS, optional: true })
  protectedHours?: number;

  @FlagField(PEER_OFFERED)
  peer!: boolean;

  @FlagField(LISTED)
  listed!: boolean;

  @ListField(ACCESS_NEED, NEEDS_MET)
  accessibility!: readonly string[];

  @WholeNumberField(VERSION)
  version!: number;
}

/** One page of mentor profiles. */
export class MentorProfilePage extends NextPage {
  @ListField(() => MentorProfileAnswer, { description: 'By the id of the person.', max: 200 })
  items!: readonly MentorProfileAnswer[];
}

/** Shapes a mentee profile for the caller. */
export function menteeProfileAnswer(profile: MenteeProfile): MenteeProfileAnswer {
  const { personId, targetStage, gaps, preferProfession, preferOrganisation, peer, accessibility, version } =
    profile;
  return {
    personId,
    targetStage,
    gaps,
    preferProfession,
    preferOrganisation,
    peer,
    accessibility,
    version,
  };
}

/** Shapes a mentor profile for the caller. */
export function mentorProfileAnswer(profile: MentorProfile): MentorProfileAnswer {
  const { personId, strengths, capacity, protectedHours, peer, listed, accessibility, version } = profile;
  return {
    personId,
    strengths,
    capacity,
    ...(protectedHours === undefined ? {} : { protectedHours }),
    peer,
    listed,
    accessibility,
    version,
  };
}
