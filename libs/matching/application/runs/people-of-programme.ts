import { Clock, compareIdentifiers, inParts } from '@evenhand/kernel';
import {
  idKey,
  type Mentee,
  type MenteeProfile,
  MenteeProfileRepository,
  type Mentor,
  type MentorProfile,
  MentorProfileRepository,
  type Person,
  PersonRepository,
  type Post,
  type RegisteredPerson,
  type RegisteredPost,
} from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Colleague } from '../../domain/colleague';
import type { RoundScope } from '../../domain/lifecycle/matching-round';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { type PersonPair, ProposalRepository } from '../ports/proposal.repository';

/** Under which ids people stand among those who are to be paired. */
export interface Naming {
  person(id: string): string;
  /** Somebody whom others name as line manager or exclude, and whom the programme does not keep. */
  stranger(reference: string): string;
}

/** People as the rules of matching see them; every list is sorted by id. */
export interface NamedPeople {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly colleagues: readonly Colleague[];
  readonly earlierPairs: readonly (readonly [mentee: string, mentor: string])[];
}

/** Reads the people of a programme as they are now. */
@Injectable()
export class ReadPeopleOfProgramme {
  constructor(
    private readonly persons: PersonRepository,
    private readonly menteeProfiles: MenteeProfileRepository,
    private readonly mentorProfiles: MentorProfileRepository,
    private readonly proposals: ProposalRepository,
    private readonly clock: Clock,
  ) {}

  async run(programmeId: string): Promise<PeopleOfProgramme> {
    return new PeopleOfProgramme(
      await this.persons.ofProgramme(programmeId),
      await this.menteeProfiles.ofProgramme(programmeId),
      await this.mentorProfiles.ofProgramme(programmeId),
      await this.proposals.placesInUse(programmeId),
      await this.proposals.earlierPairs(programmeId),
      this.clock.today(),
    );
  }
}

/** The people of a programme on a day, from whom a round takes those whom it matches. */
export class PeopleOfProgramme {
  readonly #byId: ReadonlyMap<string, RegisteredPerson>;
  readonly #byReference: ReadonlyMap<string, RegisteredPerson>;
  readonly #asks: ReadonlyMap<string, MenteeProfile>;
  readonly #offers: ReadonlyMap<string, MentorProfile>;

  constructor(
    persons: readonly RegisteredPerson[],
    menteeProfiles: readonly MenteeProfile[],
    mentorProfiles: readonly MentorProfile[],
    private readonly placesInUse: ReadonlyMap<string, number>,
    private readonly earlierPairs: readonly PersonPair[],
    /** `YYYY-MM-DD` */
    readonly day: string,
  ) {
    this.#byId = new Map(persons.map((person) => [person.id, person]));
    this.#byReference = new Map(persons.map((person) => [idKey(person.reference), person]));
    this.#asks = new Map(menteeProfiles.map((profile) => [profile.personId, profile]));
    this.#offers = new Map(mentorProfiles.map((profile) => [profile.personId, profile]));
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  person(id: string): RegisteredPerson | undefined {
    return this.#byId.get(id);
  }

  /** Whether the person is kept with a mentee profile. */
  isMentee(id: string): boolean {
    return this.#byId.has(id) && this.#asks.has(id);
  }

  /** Whether the person is kept with a mentor profile. */
  isMentor(id: string): boolean {
    return this.#byId.has(id) && this.#offers.has(id);
  }

  takesPart(id: string): boolean {
    const person = this.#byId.get(id);
    return person !== undefined && person.consent && person.active;
  }

  /** Places that a mentor offers and does not use, 0 or more. */
  freePlaces(mentorId: string): number {
    const offered = this.#offers.get(mentorId)?.capacity ?? 0;
    return Math.max(0, offered - (this.placesInUse.get(mentorId) ?? 0));
  }

  /** Whether one of the person's posts of today is in the scope. */
  inScope(id: string, { regions, organisations }: RoundScope): boolean {
    const posts = this.#currentPosts(this.#byId.get(id)!);
    return (
      (regions.length === 0 || posts.some(({ region }) => regions.includes(region))) &&
      (organisations.length === 0 ||
        posts.some(({ organisationId }) => organisations.includes(organisationId)))
    );
  }

  /**
   * These people under other ids, without name and address.
   *
   * @param requests of people with a mentee profile
   * @param mentorIds of people with a mentor profile
   */
  async named(
    requests: readonly MentoringRequest[],
    mentorIds: readonly string[],
    naming: Naming,
  ): Promise<NamedPeople> {
    const asking = new Map(requests.map((request) => [request.personId, request]));
    const offering = new Set(mentorIds);
    return {
      mentees: (await inParts(requests, (request) => this.#mentee(request, naming))).sort(byId),
      mentors: (await inParts(mentorIds, (id) => this.#mentor(id, naming))).sort(byId),
      colleagues: await this.#colleagues(new Set([...asking.keys(), ...offering]), naming),
      earlierPairs: this.earlierPairs
        .filter(
          ({ menteeId, mentorId }) =>
            offering.has(mentorId) && asking.get(menteeId)?.welcomedAgain.includes(mentorId) === false,
        )
        .map(({ menteeId, mentorId }) => [naming.person(menteeId), naming.person(mentorId)] as const)
        .sort(([a, x], [b, y]) => compareIdentifiers(a, b) || compareIdentifiers(x, y)),
    };
  }

  #mentee({ personId, firstSubmittedOn }: MentoringRequest, naming: Naming): Mentee {
    const { personId: _, version, ...asks } = this.#asks.get(personId)!;
    return {
      ...this.#person(personId, naming),
      ...asks,
      ...(firstSubmittedOn === undefined ? {} : { waitingSince: firstSubmittedOn }),
    };
  }

  #mentor(id: string, naming: Naming): Mentor {
    const { personId, version, ...offers } = this.#offers.get(id)!;
    return { ...this.#person(personId, naming), ...offers, capacity: this.freePlaces(id) };
  }

  #person(id: string, naming: Naming): Omit<Person, 'accessibility'> {
    const person = this.#byId.get(id)!;
    const { background, languages, mode, exclude, consent, active } = person;
    const [main, ...others] = this.#currentPosts(person).map((post) => this.#post(post, naming));
    return {
      ...{ id: naming.person(id), background, posts: [main!, ...others] },
      ...{ languages, mode, consent, active },
      exclude: exclude.map((reference) => this.#nameOf(reference, naming)).sort(compareIdentifiers),
    };
  }

  /** Those of today; whoever is between posts is still the one that their main post says. */
  #currentPosts({ posts }: RegisteredPerson): readonly RegisteredPost[] {
    const current = posts.filter(({ from = this.day, to = this.day }) => from <= this.day && this.day <= to);
    return current.length === 0 ? [posts[0]] : current;
  }

  #post({ organisationId, region, grade, stage, lineManager }: RegisteredPost, naming: Naming): Post {
    return {
      ...{ organisation: organisationId, region, stage },
      ...(grade === undefined ? {} : { grade }),
      ...(lineManager === undefined ? {} : { lineManager: this.#nameOf(lineManager, naming) }),
    };
  }

  #nameOf(reference: string, naming: Naming): string {
    const person = this.#byReference.get(idKey(reference));
    return person === undefined ? naming.stranger(idKey(reference)) : naming.person(person.id);
  }

  /**
   * Whoever takes no part themselves and stands in a line of management between two who do. Nothing else of anybody who
   * is not to be paired can matter: lines count over two levels, and their exclusions are about themselves.
   */
  async #colleagues(participants: ReadonlySet<string>, naming: Naming): Promise<Colleague[]> {
    const managed = await inParts([...participants], (id) => this.#managersOf(this.#byId.get(id)!));
    const managers = new Set(managed.flat());
    return [...managers]
      .filter(({ id }) => !participants.has(id))
      .flatMap((between) => {
        const above = this.#managersOf(between).filter(({ id }) => participants.has(id));
        const names = above.map(({ id }) => naming.person(id)).sort(compareIdentifiers);
        return names.length === 0 ? [] : [{ id: naming.person(between.id), managers: names, exclude: [] }];
      })
      .sort(byId);
  }

  #managersOf(person: RegisteredPerson): RegisteredPerson[] {
    const references = this.#currentPosts(person).flatMap(({ lineManager }) => lineManager ?? []);
    return references.flatMap((reference) => this.#byReference.get(idKey(reference)) ?? []);
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIdentifiers(a.id, b.id);
}
