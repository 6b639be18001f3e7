import {
  compareIdentifiers,
  Conflict,
  type Limits,
  type Page,
  type PageRequest,
  StaleVersion,
} from '@evenhand/kernel';
import {
  type Headcounts,
  idKey,
  type MenteeProfile,
  MenteeProfileRepository,
  type MentorProfile,
  MentorProfileRepository,
  type Organisation,
  OrganisationRepository,
  type PeopleImport,
  PeopleImportRepository,
  PersonRepository,
  type Programme,
  ProgrammeRepository,
  type RegisteredPerson,
  WorkforceRepository,
} from '@evenhand/people';
import type { Restorable } from './rows-in-memory';

/** Things that have a version, as they are kept for one test, in the order in which they came. */
class Kept<Thing extends { readonly version: number }> implements Restorable {
  #things = new Map<string, Thing>();

  constructor(
    private readonly what: string,
    private readonly idOf: (thing: Thing) => string,
  ) {}

  remember(): () => void {
    const before = new Map(this.#things);
    return () => (this.#things = before);
  }

  get all(): readonly Thing[] {
    return [...this.#things.values()];
  }

  get(id: string): Thing | undefined {
    return this.#things.get(id);
  }

  add(things: readonly Thing[]): void {
    things.forEach((thing) => this.#things.set(this.idOf(thing), thing));
  }

  save(things: readonly Thing[]): readonly Thing[] {
    if (things.some((thing) => this.get(this.idOf(thing))?.version !== thing.version)) {
      throw new StaleVersion(this.what);
    }
    const saved = things.map((thing) => ({ ...thing, version: thing.version + 1 }));
    this.add(saved);
    return saved;
  }
}

/** Programmes in memory. */
export class InMemoryProgrammes extends ProgrammeRepository implements Restorable {
  readonly #kept = new Kept<Programme>('programme', ({ id }) => id);

  remember(): () => void {
    return this.#kept.remember();
  }

  override async add(programme: Programme): Promise<void> {
    await this.#refuseTakenName(programme);
    this.#kept.add([programme]);
  }

  override async save(programme: Programme): Promise<Programme> {
    await this.#refuseTakenName(programme);
    return this.#kept.save([programme])[0]!;
  }

  override byId(id: string): Promise<Programme | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  override byName(wanted: string): Promise<Programme | undefined> {
    return Promise.resolve(this.#kept.all.find(({ name }) => name === wanted));
  }

  override lock(id: string): Promise<Programme | undefined> {
    return this.byId(id);
  }

  override list(limits: Limits | undefined, page: PageRequest): Promise<Page<Programme>> {
    const reached = this.#kept.all.filter(({ id }) => isWithin(limits, id));
    return Promise.resolve(pageOf(reached, page, ({ name }) => name));
  }

  async #refuseTakenName({ id, name }: Programme): Promise<void> {
    const owner = await this.byName(name);
    if (owner !== undefined && owner.id !== id) {
      throw new Conflict('programme.name-taken', 'There is a programme of that name.');
    }
  }
}

/** Organisations in memory. */
export class InMemoryOrganisations extends OrganisationRepository implements Restorable {
  readonly #kept = new Kept<Organisation>('organisation', ({ id }) => id);

  remember(): () => void {
    return this.#kept.remember();
  }

  override async add(organisations: readonly Organisation[]): Promise<void> {
    for (const organisation of organisations) {
      await this.#refuseTakenName(organisation);
      this.#kept.add([organisation]);
    }
  }

  override async save(organisation: Organisation): Promise<Organisation> {
    await this.#refuseTakenName(organisation);
    return this.#kept.save([organisation])[0]!;
  }

  override byId(id: string): Promise<Organisation | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  override ofProgramme(programmeId: string): Promise<readonly Organisation[]> {
    return Promise.resolve(this.#kept.all.filter((each) => each.programmeId === programmeId));
  }

  override async list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<Organisation>> {
    const all = await this.ofProgramme(programmeId);
    return pageOf(isWithin(limits, programmeId) ? all : [], page, ({ name }) => name);
  }

  async #refuseTakenName({ id, programmeId, name }: Organisation): Promise<void> {
    const all = await this.ofProgramme(programmeId);
    if (all.some((other) => other.name === name && other.id !== id)) {
      throw new Conflict('organisation.name-taken', 'The programme has an organisation of that name.');
    }
  }
}

/** People in memory. */
export class InMemoryPersons extends PersonRepository implements Restorable {
  readonly #kept = new Kept<RegisteredPerson>('person', ({ id }) => id);

  remember(): () => void {
    return this.#kept.remember();
  }

  get all(): readonly RegisteredPerson[] {
    return this.#kept.all;
  }

  override add(persons: readonly RegisteredPerson[]): Promise<void> {
    return this.#writing(persons, () => this.#kept.add(persons));
  }

  override save(persons: readonly RegisteredPerson[]): Promise<readonly RegisteredPerson[]> {
    return this.#writing(persons, () => this.#kept.save(persons));
  }

  override byId(id: string): Promise<RegisteredPerson | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  override async byReference(programmeId: string, reference: string): Promise<RegisteredPerson | undefined> {
    return (await this.byReferences(programmeId, [reference]))[0];
  }

  override async byReferences(
    programmeId: string,
    references: readonly string[],
  ): Promise<readonly RegisteredPerson[]> {
    const keys = new Set(references.map(idKey));
    return (await this.ofProgramme(programmeId)).filter(({ reference }) => keys.has(idKey(reference)));
  }

  override async byEmail(programmeId: string, email: string): Promise<RegisteredPerson | undefined> {
    const all = await this.ofProgramme(programmeId);
    return all.find((person) => person.email?.toLowerCase() === email.toLowerCase());
  }

  override byIds(ids: readonly string[]): Promise<readonly RegisteredPerson[]> {
    return Promise.resolve(this.all.filter(({ id }) => ids.includes(id)));
  }

  override ofProgramme(programmeId: string): Promise<readonly RegisteredPerson[]> {
    return Promise.resolve(this.all.filter((person) => person.programmeId === programmeId));
  }

  override lock(ids: readonly string[]): Promise<readonly RegisteredPerson[]> {
    return this.byIds(ids);
  }

  override async list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<RegisteredPerson>> {
    const all = await this.ofProgramme(programmeId);
    const reached = all.filter(({ id }) => isWithin(limits, programmeId, id));
    return pageOf(reached, page, ({ reference }) => idKey(reference));
  }

  /** Uniqueness is looked at when all is written, as at the end of a statement, and then nothing of it stays. */
  async #writing<Result>(persons: readonly RegisteredPerson[], write: () => Result): Promise<Result> {
    const restore = this.remember();
    try {
      const result = write();
      for (const { programmeId } of persons.slice(0, 1)) {
        const all = await this.ofProgramme(programmeId);
        refuseRepeated(
          all.map(({ reference }) => idKey(reference)),
          new Conflict('person.reference-taken', 'The programme knows somebody else by this reference.'),
        );
        refuseRepeated(
          all.flatMap(({ email }) => email?.toLowerCase() ?? []),
          new Conflict('person.email-taken', 'It is the e-mail address of somebody else in the programme.'),
        );
      }
      return result;
    } catch (error) {
      restore();
      throw error;
    }
  }
}

/** Mentee profiles in memory. */
export class InMemoryMenteeProfiles extends MenteeProfileRepository implements Restorable {
  readonly #profiles: Profiles<MenteeProfile>;

  constructor(persons: InMemoryPersons) {
    super();
    this.#profiles = new Profiles<MenteeProfile>('mentee profile', persons);
  }

  remember(): () => void {
    return this.#profiles.kept.remember();
  }

  override add(profiles: readonly MenteeProfile[]): Promise<void> {
    this.#profiles.kept.add(profiles);
    return Promise.resolve();
  }

  override async save(profiles: readonly MenteeProfile[]): Promise<readonly MenteeProfile[]> {
    return Promise.resolve().then(() => this.#profiles.kept.save(profiles));
  }

  override byPersonId(personId: string): Promise<MenteeProfile | undefined> {
    return Promise.resolve(this.#profiles.kept.get(personId));
  }

  override byPersonIds(personIds: readonly string[]): Promise<readonly MenteeProfile[]> {
    return Promise.resolve(this.#profiles.kept.all.filter(({ personId }) => personIds.includes(personId)));
  }

  override ofProgramme(programmeId: string): Promise<readonly MenteeProfile[]> {
    return this.#profiles.ofProgramme(programmeId);
  }

  override async list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MenteeProfile>> {
    const all = await this.ofProgramme(programmeId);
    const reached = all.filter(({ personId }) => isWithin(limits, programmeId, personId));
    return pageOf(reached, page, ({ personId }) => personId);
  }
}

/** Mentor profiles in memory. */
export class InMemoryMentorProfiles extends MentorProfileRepository implements Restorable {
  readonly #profiles: Profiles<MentorProfile>;

  constructor(private readonly persons: InMemoryPersons) {
    super();
    this.#profiles = new Profiles<MentorProfile>('mentor profile', persons);
  }

  remember(): () => void {
    return this.#profiles.kept.remember();
  }

  override add(profiles: readonly MentorProfile[]): Promise<void> {
    this.#profiles.kept.add(profiles);
    return Promise.resolve();
  }

  override async save(profiles: readonly MentorProfile[]): Promise<readonly MentorProfile[]> {
    return Promise.resolve().then(() => this.#profiles.kept.save(profiles));
  }

  override byPersonId(personId: string): Promise<MentorProfile | undefined> {
    return Promise.resolve(this.#profiles.kept.get(personId));
  }

  override byPersonIds(personIds: readonly string[]): Promise<readonly MentorProfile[]> {
    return Promise.resolve(this.#profiles.kept.all.filter(({ personId }) => personIds.includes(personId)));
  }

  override ofProgramme(programmeId: string): Promise<readonly MentorProfile[]> {
    return this.#profiles.ofProgramme(programmeId);
  }

  override async list(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MentorProfile>> {
    const all = await this.ofProgramme(programmeId);
    const reached = all.filter(({ personId }) => isWithin(limits, programmeId, personId));
    return pageOf(reached, page, ({ personId }) => personId);
  }

  override async listed(
    programmeId: string,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<MentorProfile>> {
    const persons = (await this.persons.ofProgramme(programmeId)).filter(
      (each) => each.consent && each.active,
    );
    const ids = new Set(persons.map(({ id }) => id));
    const listed = (await this.ofProgramme(programmeId)).filter(
      ({ personId, listed: chosen }) =>
        chosen && ids.has(personId) && isWithin(limits, programmeId, personId),
    );
    return pageOf(listed, page, ({ personId }) => personId);
  }
}

/** Whether a list that is limited holds something of a programme, or of a person in it. */
function isWithin(limits: Limits | undefined, programmeId: string, personId?: string): boolean {
  return (
    limits === undefined ||
    limits.programmeIds.includes(programmeId) ||
    (personId !== undefined && limits.personIds.includes(personId))
  );
}

/** Either kind of profile, which is in the programme of its person. */
class Profiles<Profile extends { readonly personId: string; readonly version: number }> {
  readonly kept: Kept<Profile>;

  constructor(
    what: string,
    private readonly persons: InMemoryPersons,
  ) {
    this.kept = new Kept<Profile>(what, ({ personId }) => personId);
  }

  async ofProgramme(programmeId: string): Promise<readonly Profile[]> {
    const ids = new Set((await this.persons.ofProgramme(programmeId)).map(({ id }) => id));
    return this.kept.all.filter(({ personId }) => ids.has(personId));
  }
}

/** Imports in memory. */
export class InMemoryPeopleImports extends PeopleImportRepository implements Restorable {
  #imports: readonly PeopleImport[] = [];

  remember(): () => void {
    const before = this.#imports;
    return () => (this.#imports = before);
  }

  override add(peopleImport: PeopleImport): Promise<void> {
    this.#imports = [peopleImport, ...this.#imports];
    return Promise.resolve();
  }

  override byId(wanted: string): Promise<PeopleImport | undefined> {
    return Promise.resolve(this.#imports.find(({ id }) => id === wanted));
  }

  override list(
    programmeId: string,
    limits: Limits | undefined,
    { limit }: PageRequest,
  ): Promise<Page<PeopleImport>> {
    const all = this.#imports.filter(
      (each) => each.programmeId === programmeId && isWithin(limits, programmeId),
    );
    return Promise.resolve({ items: all.slice(0, limit) });
  }
}

/** Headcounts in memory. */
export class InMemoryWorkforce extends WorkforceRepository implements Restorable {
  #headcounts = new Map<string, Headcounts>();

  remember(): () => void {
    const before = new Map(this.#headcounts);
    return () => (this.#headcounts = before);
  }

  override replace(programmeId: string, headcounts: Headcounts): Promise<void> {
    this.#headcounts.set(programmeId, headcounts);
    return Promise.resolve();
  }

  readonly withBaseline = new Set<string>();

  override followBaseline(programmeId: string): Promise<boolean> {
    return Promise.resolve(this.withBaseline.has(programmeId));
  }

  override read(programmeId: string): Promise<Headcounts> {
    return Promise.resolve(this.#headcounts.get(programmeId) ?? new Map());
  }
}

function refuseRepeated(values: readonly string[], conflict: Conflict): void {
  if (new Set(values).size < values.length) {
    throw conflict;
  }
}

function pageOf<Item>(
  all: readonly Item[],
  { limit, after }: PageRequest,
  keyOf: (item: Item) => string,
): Page<Item> {
  const rest = all
    .filter((item) => after === undefined || keyOf(item) > after)
    .sort((a, b) => compareIdentifiers(keyOf(a), keyOf(b)));
  const last = rest[limit - 1];
  return rest.length > limit && last !== undefined
    ? { items: rest.slice(0, limit), next: keyOf(last) }
    : { items: rest };
}
