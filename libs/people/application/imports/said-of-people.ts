import type { Catalogue } from '@evenhand/taxonomy';
import type { Mentee } from '../../domain/mentee';
import type { Mentor } from '../../domain/mentor';
import { idKey, type Person } from '../../domain/person';
import type { MenteeProfile, MentorProfile } from '../../domain/profiles';
import type { PersonDetails, RegisteredPerson, RegisteredPost } from '../../domain/registered-person';
import type { People } from '../read-people';
import { targetFault } from '../read-mentee';
import { given } from '../read-person';

/** Somebody of the two files: a row in either, or one in each. */
export interface Participant {
  readonly mentee?: Mentee;
  readonly mentor?: Mentor;
}

/** Everybody of the two files once, mentees first, by `idKey`. */
export function participantsOf({ mentees, mentors }: People): ReadonlyMap<string, Participant> {
  const participants = new Map<string, Participant>(mentees.map((mentee) => [idKey(mentee.id), { mentee }]));
  for (const mentor of mentors) {
    const key = idKey(mentor.id);
    participants.set(key, { ...participants.get(key), mentor });
  }
  return participants;
}

/** What the two files say of somebody. */
export interface Said {
  readonly details: PersonDetails;
  /** Members of which the two files say different things. */
  readonly contradictions: readonly string[];
}

/**
 * What files say of a person of a programme. What a file has no column for stays as it is registered, as does what no file
 * can say: that somebody withdrew their consent is not undone by a file that does not speak of it. Where both files speak,
 * the mentees' counts, except that people are kept apart whom either keeps apart, and take part if both say so.
 */
export function saidOfPerson(
  { mentee, mentor }: Participant,
  columns: People['columns'],
  organisationIds: ReadonlyMap<string, string>,
  before: RegisteredPerson | undefined,
): Said {
  const asMentee = mentee && detailsIn(mentee, columns.mentees, organisationIds, before);
  const asMentor = mentor && detailsIn(mentor, columns.mentors, organisationIds, before);
  if (asMentee === undefined || asMentor === undefined) {
    return { details: (asMentee ?? asMentor)!, contradictions: [] };
  }
  return {
    details: {
      ...asMentor,
      ...asMentee,
      posts: [{ ...asMentor.posts[0], ...asMentee.posts[0] }, ...asMentee.posts.slice(1)],
      exclude: [...new Set([...asMentee.exclude, ...asMentor.exclude])],
      consent: asMentee.consent && asMentor.consent,
      active: asMentee.active && asMentor.active,
    },
    contradictions: contradictions(asMentee, asMentor),
  };
}

function detailsIn(
  person: Person,
  columns: ReadonlySet<string>,
  organisationIds: ReadonlyMap<string, string>,
  before: RegisteredPerson | undefined,
): PersonDetails {
  const { organisation, region, grade, stage, lineManager } = person.posts[0];
  const main = keeping<RegisteredPost>(
    {
      organisationId: organisationIds.get(organisation)!,
      region,
      ...given('grade', grade),
      stage,
      ...given('lineManager', lineManager),
    },
    before?.posts[0],
    columns,
    { grade: 'grade', lineManager: 'line_manager' },
  );
  const { profession } = person.background;
  return keeping<PersonDetails>(
    {
      reference: before?.reference ?? person.id,
      ...given('name', person.name),
      ...given('email', person.email),
      background:
        before?.background.profession === profession && !columns.has('registration')
          ? before.background
          : person.background,
      posts: [sameJob(main, before?.posts[0]), ...(before?.posts.slice(1) ?? [])],
      languages: person.languages,
      mode: person.mode,
      exclude: person.exclude,
      consent: person.consent,
      active: person.active,
    },
    before,
    columns,
    {
      name: 'name',
      email: 'email',
      languages: 'languages',
      mode: 'mode',
      exclude: 'exclude',
      consent: 'consent',
      active: 'active',
    },
  );
}

/** No file says since when somebody holds a post: while it is at the same organisation it is the same post. */
function sameJob(post: RegisteredPost, before: RegisteredPost | undefined): RegisteredPost {
  if (before?.organisationId !== post.organisationId) {
    return post;
  }
  return {
    ...post,
    ...given('staffGroup', before.staffGroup),
    ...given('from', before.from),
    ...given('to', before.to),
  };
}

/** What a mentee's row says of what they ask. */
export function saidOfMentee(
  mentee: Mentee,
  personId: string,
  columns: ReadonlySet<string>,
  before: MenteeProfile | undefined,
  catalogue: Catalogue,
): MenteeProfile {
  const { targetStage, gaps, preferProfession, preferOrganisation, peer, accessibility, posts } = mentee;
  const said = keeping<MenteeProfile>(
    {
      personId,
      targetStage,
      gaps,
      preferProfession,
      preferOrganisation,
      peer,
      accessibility,
      version: before?.version ?? 1,
    },
    before,
    columns,
    {
      targetStage: 'target_stage',
      preferProfession: 'prefer_profession',
      preferOrganisation: 'prefer_organisation',
      peer: 'peer',
      accessibility: 'accessibility',
    },
  );
  // Whoever has reached their target by now aims for the next stage, as everybody of whom nothing is said.
  const present = posts[0].stage;
  return targetFault(catalogue, { target: said.targetStage, present, peer: said.peer }) === undefined
    ? said
    : { ...said, targetStage };
}

/** What a mentor's row says of what they offer. */
export function saidOfMentor(
  { strengths, capacity, protectedHours, peer, listed, accessibility }: Mentor,
  personId: string,
  columns: ReadonlySet<string>,
  before: MentorProfile | undefined,
): MentorProfile {
  return keeping<MentorProfile>(
    {
      personId,
      strengths,
      capacity,
      ...given('protectedHours', protectedHours),
      peer,
      listed,
      accessibility,
      version: before?.version ?? 1,
    },
    before,
    columns,
    { protectedHours: 'protected_hours', peer: 'peer', listed: 'listed', accessibility: 'accessibility' },
  );
}

/** What is said anew; members whose column is not there are as they were. */
function keeping<Kept extends object>(
  said: Kept,
  before: Kept | undefined,
  columns: ReadonlySet<string>,
  columnOf: Readonly<Partial<Record<keyof Kept, string>>>,
): Kept {
  const known = new Map(Object.entries(before ?? {}));
  const unsaid = new Set(
    Object.entries<string | undefined>(columnOf).flatMap(([member, column]) =>
      before === undefined || columns.has(column!) ? [] : [member],
    ),
  );
  const members = Object.entries(said).filter(([member]) => !unsaid.has(member));
  const kept = [...unsaid].flatMap((member) => (known.has(member) ? [[member, known.get(member)]] : []));
  return Object.fromEntries([...members, ...kept]) as Kept;
}

/** Columns that stand in both files and say something else of a person in each. */
function contradictions(asMentee: PersonDetails, asMentor: PersonDetails): string[] {
  const ofMentor = new Map(Object.entries(comparable(asMentor)));
  return Object.entries<unknown>(comparable(asMentee)).flatMap(([column, value]) => {
    const other: unknown = ofMentor.get(column);
    return value === undefined || other === undefined || value === other ? [] : [column];
  });
}

function comparable({ name, email, background, posts: [post], languages, mode, ...rest }: PersonDetails) {
  return {
    name,
    email,
    registration: background.registration,
    organisation: post.organisationId,
    region: post.region,
    grade: post.grade,
    line_manager: post.lineManager,
    languages: languages.join(';'),
    mode,
    consent: rest.consent,
    active: rest.active,
  };
}
