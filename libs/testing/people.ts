import type { Gap, Mentee, Mentor, Person, Strength } from '@evenhand/people';

/** What a test says of a person; everything that it does not care about is filled in. */
interface PersonParts extends Partial<Omit<Person, 'background' | 'posts'>> {
  /** Professional group and profession as a path: `ahp/physiotherapist`. */
  readonly background?: string;
  readonly organisation?: string;
  readonly region?: string;
  readonly stage?: string;
  readonly lineManager?: string;
  /** Further posts of somebody on rotation. */
  readonly otherPosts?: readonly Person['posts'][number][];
}

interface MenteeParts extends PersonParts, Partial<Omit<Mentee, keyof Person | 'gaps'>> {
  /** Codes by rank, each with its size or of the usual one: `SE-1.1:3`, `SE-1.1`. */
  readonly gaps?: readonly string[];
}

interface MentorParts extends PersonParts, Partial<Omit<Mentor, keyof Person | 'strengths'>> {
  /** Codes, each with the stage at which it was practised: `SE-1.1@3`. */
  readonly strengths?: readonly string[];
}

/**
 * An adult nurse at stage 1 who aims for stage 2 and asks help with one gap, `SE-1.1`. The usual mentor suits this
 * mentee, so that a test has to state only what it is about.
 */
export function aMentee(parts: MenteeParts = {}): Mentee {
  const { gaps = ['SE-1.1'], targetStage = '2', ...rest } = parts;
  return {
    ...aPerson({ id: 'mentee', organisation: 'Northfield', stage: '1', ...rest }),
    targetStage,
    gaps: gaps.map(readGap),
    preferProfession: rest.preferProfession ?? 'any',
    preferOrganisation: rest.preferOrganisation ?? 'any',
    peer: rest.peer ?? false,
    ...(rest.waitingSince === undefined ? {} : { waitingSince: rest.waitingSince }),
  };
}

/** An adult nurse at stage 3 of another organisation in the same region, with one place and one strength, `SE-1.1`. */
export function aMentor(parts: MentorParts = {}): Mentor {
  const { strengths = ['SE-1.1@3'], ...rest } = parts;
  return {
    ...aPerson({ id: 'mentor', organisation: 'Southfield', stage: '3', ...rest }),
    strengths: strengths.map(readStrength),
    capacity: rest.capacity ?? 1,
    ...(rest.protectedHours === undefined ? {} : { protectedHours: rest.protectedHours }),
    peer: rest.peer ?? false,
    listed: rest.listed ?? true,
  };
}

function aPerson(parts: PersonParts & Required<Pick<PersonParts, 'id' | 'organisation' | 'stage'>>): Person {
  const { id, background = 'nurse/adult_nurse', organisation, region = 'london', stage, lineManager } = parts;
  const [group = '', profession = ''] = background.split('/');
  return {
    id,
    ...(parts.name === undefined ? {} : { name: parts.name }),
    ...(parts.email === undefined ? {} : { email: parts.email }),
    background: { group, profession, registration: 'registered' },
    posts: [
      { organisation, region, stage, ...(lineManager === undefined ? {} : { lineManager }) },
      ...(parts.otherPosts ?? []),
    ],
    languages: parts.languages ?? ['en'],
    mode: parts.mode ?? 'either',
    accessibility: parts.accessibility ?? [],
    exclude: parts.exclude ?? [],
    consent: parts.consent ?? true,
    active: parts.active ?? true,
  };
}

function readGap(text: string): Gap {
  const [topic = '', size = '2'] = text.split(':');
  return { topic, size: Number(size) };
}

function readStrength(text: string): Strength {
  const [topic = '', stage = ''] = text.split('@');
  return { topic, stage };
}
