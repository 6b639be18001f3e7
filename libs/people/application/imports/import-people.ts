import {
  AuditTrail,
  type Authority,
  Clock,
  InputRefused,
  inParts,
  partsOf,
  Random,
  RefusedInputs,
  Transaction,
} from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { alike } from '../../domain/alike';
import type { Organisation } from '../../domain/organisation';
import type { ImportCount, PeopleImport } from '../../domain/people-import';
import type { PeopleMap } from '../../domain/people-map';
import { idKey } from '../../domain/person';
import type { MenteeProfile, MentorProfile } from '../../domain/profiles';
import type { RegisteredPerson } from '../../domain/registered-person';
import type { Table } from '../../domain/table';
import { tell } from '../people-events';
import { AsksForMentor } from '../ports/asks-for-mentor';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';
import { OrganisationRepository } from '../ports/organisation.repository';
import { PeopleImportRepository } from '../ports/people-import.repository';
import { PersonRepository } from '../ports/person.repository';
import { PlacesInUse } from '../ports/places-in-use';
import { ProgrammeRepository } from '../ports/programme.repository';
import { type Headcounts, WorkforceRepository } from '../ports/workforce.repository';
import { lockOpenProgramme } from '../programmes/programme-lock';
import { refuseUnreached } from '../programmes/reached-programme';
import { readHeadcounts } from '../read-headcounts';
import { refuseBesideBaseline } from '../workforce/refuse-beside-baseline';
import { type People, readPeopleInParts } from '../read-people';
import { programmeFaults } from './check-programme';
import { type Participant, participantsOf, saidOfMentee, saidOfMentor, saidOfPerson } from './said-of-people';

/** What is imported into a programme: either file of people, or both. */
export interface ImportInput {
  readonly programmeId: string;
  readonly mentees?: Table;
  readonly mentors?: Table;
  /** How to read tables that are not in our columns. */
  readonly map?: PeopleMap;
  /** Headcounts by profession, which replace those that the programme has. */
  readonly workforce?: Table;
}

/** Everything of a programme that an import may touch, as it is. */
interface Kept {
  readonly organisations: readonly Organisation[];
  readonly persons: readonly RegisteredPerson[];
  readonly menteeProfiles: readonly MenteeProfile[];
  readonly mentorProfiles: readonly MentorProfile[];
  /** By person id. */
  readonly placesInUse: ReadonlyMap<string, number>;
}

/** Things that are to be kept, by what becomes of them. */
interface Changes<Thing> {
  readonly created: Thing[];
  readonly changed: Thing[];
  readonly unchanged: Thing[];
}

/** Everything that an import would do. */
interface Plan {
  readonly organisations: Changes<Organisation>;
  readonly persons: Changes<RegisteredPerson>;
  readonly menteeProfiles: Changes<MenteeProfile>;
  readonly mentorProfiles: Changes<MentorProfile>;
  readonly notices: readonly string[];
}

/** The log takes so many people at once; more are told in several events. */
const MOST_IN_ONE_EVENT = 500;

/** People with different rows in the two files are named up to this many. */
const MOST_NAMED = 20;

/**
 * Takes the people of one file or two into a programme, all or nobody. Whoever is known is brought up to date, whoever is not in
 * the files stays as they are, and importing the same again changes nothing.
 */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly programmes: ProgrammeRepository,
    private readonly organisations: OrganisationRepository,
    private readonly persons: PersonRepository,
    private readonly menteeProfiles: MenteeProfileRepository,
    private readonly mentorProfiles: MentorProfileRepository,
    private readonly workforce: WorkforceRepository,
    private readonly imports: PeopleImportRepository,
    private readonly placesInUse: PlacesInUse,
    private readonly asks: AsksForMentor,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound, Conflict `programme.closed`, InputRefused with every fault of all tables, places among them that
   *   are in use and would no longer be offered; Conflict `mentor.places-in-use` where one was taken meanwhile
   */
  run(authority: Authority, input: ImportInput): Promise<PeopleImport> {
    return this.transaction.run(async () => {
      const { programmeId, mentees, mentors } = input;
      if (mentees === undefined && mentors === undefined) {
        throw new InputRefused([
          'mentees, mentors: neither file is there: an import needs at least one of them',
        ]);
      }
      refuseUnreached(authority, programmeId);
      await lockOpenProgramme(this.programmes, programmeId);
      const kept = await this.keptOf(programmeId);
      const { people, headcounts } = await this.read(input, kept);
      const participants = participantsOf(people);
      const plan = await this.plan(programmeId, people, participants, kept);
      await this.carryOut(plan);
      const done: PeopleImport = {
        id: this.random.uuid(),
        programmeId,
        importedAt: this.clock.now(),
        organisations: countOf(plan.organisations),
        persons: countOf(plan.persons),
        menteeProfiles: countOf(plan.menteeProfiles),
        mentorProfiles: countOf(plan.mentorProfiles),
        requestsSubmitted: await this.ask(programmeId, participants, plan.persons),
        headcounts: headcounts === undefined ? 0 : await this.setHeadcounts(programmeId, headcounts),
        notices: plan.notices,
      };
      await this.imports.add(done);
      await this.tellWhomItTouched(authority, done, plan);
      return done;
    });
  }

  private async keptOf(programmeId: string): Promise<Kept> {
    return {
      organisations: await this.organisations.ofProgramme(programmeId),
      persons: await this.persons.ofProgramme(programmeId),
      menteeProfiles: await this.menteeProfiles.ofProgramme(programmeId),
      mentorProfiles: await this.mentorProfiles.ofProgramme(programmeId),
      placesInUse: await this.placesInUse.ofProgramme(programmeId),
    };
  }

  /** All tables, so that somebody who mends one hears of the other at once. */
  private async read(
    { workforce, ...files }: ImportInput,
    { persons, placesInUse }: Kept,
  ): Promise<{ people: People; headcounts: Headcounts | undefined }> {
    const refused = new RefusedInputs();
    const people = refused.collect(
      await settled(
        readPeopleInParts({
          ...files,
          catalogue: this.catalogue,
          registered: persons.map(({ reference }) => reference),
          placesInUse: new Map(
            persons.map(({ id, reference }) => [idKey(reference), placesInUse.get(id) ?? 0]),
          ),
          onDate: this.clock.today(),
        }),
      ),
    );
    const headcounts = refused.collect(() => workforce && readHeadcounts(workforce, this.catalogue));
    refused.refuse();
    return { people: people(), headcounts: headcounts() };
  }

  private async plan(
    programmeId: string,
    people: People,
    participants: ReadonlyMap<string, Participant>,
    kept: Kept,
  ): Promise<Plan> {
    const organisations = this.organisationsOf(programmeId, people, kept.organisations);
    const organisationIds = new Map(
      [...organisations.created, ...organisations.unchanged].map(({ name, id }) => [name, id]),
    );
    const registered = new Map(kept.persons.map((person) => [idKey(person.reference), person]));
    const askedBefore = byPerson(kept.menteeProfiles);
    const offeredBefore = byPerson(kept.mentorProfiles);

    const persons = noChanges<RegisteredPerson>();
    const menteeProfiles = noChanges<MenteeProfile>();
    const mentorProfiles = noChanges<MentorProfile>();
    const contradictions: string[] = [];
    await inParts([...participants], ([key, participant]) => {
      const before = registered.get(key);
      const said = saidOfPerson(participant, people.columns, organisationIds, before);
      const id = before?.id ?? this.random.uuid();
      const person = { ...said.details, id, programmeId, version: before?.version ?? 1 };
      sort(persons, person, before);
      registered.set(key, person);
      if (said.contradictions.length > 0) {
        contradictions.push(`${person.reference} (${said.contradictions.join(', ')})`);
      }
      if (participant.mentee !== undefined) {
        const asked = askedBefore.get(id);
        const profile = saidOfMentee(participant.mentee, id, people.columns.mentees, asked, this.catalogue);
        sort(menteeProfiles, profile, asked);
        askedBefore.set(id, profile);
      }
      if (participant.mentor !== undefined) {
        const offered = offeredBefore.get(id);
        sort(mentorProfiles, saidOfMentor(participant.mentor, id, people.columns.mentors, offered), offered);
      }
    });
    InputRefused.ifAny(programmeFaults([...registered.values()], [...askedBefore.values()], this.catalogue));
    const notices = [...people.notices, ...contradictionNotice(contradictions)];
    return { organisations, persons, menteeProfiles, mentorProfiles, notices };
  }

  private organisationsOf(
    programmeId: string,
    { mentees, mentors }: People,
    kept: readonly Organisation[],
  ): Changes<Organisation> {
    const known = new Map(kept.map((organisation) => [organisation.name, organisation]));
    const changes = noChanges<Organisation>();
    for (const name of new Set([...mentees, ...mentors].map(({ posts }) => posts[0].organisation))) {
      const before = known.get(name);
      sort(changes, before ?? { id: this.random.uuid(), programmeId, name, version: 1 }, before);
    }
    return changes;
  }

  private async carryOut({ organisations, persons, menteeProfiles, mentorProfiles }: Plan): Promise<void> {
    await this.persons.lock([
      ...persons.changed.map(({ id }) => id),
      ...menteeProfiles.changed.map(({ personId }) => personId),
      ...mentorProfiles.changed.map(({ personId }) => personId),
    ]);
    await this.organisations.add(organisations.created);
    await this.persons.save(persons.changed);
    await this.persons.add(persons.created);
    await this.menteeProfiles.save(menteeProfiles.changed);
    await this.menteeProfiles.add(menteeProfiles.created);
    await this.mentorProfiles.save(mentorProfiles.changed);
    await this.mentorProfiles.add(mentorProfiles.created);
  }

  /** @returns how many requests were submitted */
  private ask(
    programmeId: string,
    participants: ReadonlyMap<string, Participant>,
    { created, changed, unchanged }: Changes<RegisteredPerson>,
  ): Promise<number> {
    const asks = [...created, ...changed, ...unchanged].flatMap(({ id, reference, consent, active }) => {
      const mentee = participants.get(idKey(reference))?.mentee;
      if (mentee === undefined || !consent || !active) {
        return [];
      }
      const { waitingSince } = mentee;
      return [{ personId: id, ...(waitingSince === undefined ? {} : { since: waitingSince }) }];
    });
    return this.asks.ask(programmeId, asks);
  }

  /** Also where nobody is touched: what was brought in, and by whom, is to be found again. */
  private async tellWhomItTouched(
    authority: Authority,
    { id, programmeId, headcounts }: PeopleImport,
    { persons, menteeProfiles, mentorProfiles }: Plan,
  ): Promise<void> {
    const touched = new Set([
      ...touchedOf(persons).map((person) => person.id),
      ...touchedOf(menteeProfiles).map(({ personId }) => personId),
      ...touchedOf(mentorProfiles).map(({ personId }) => personId),
    ]);
    const parts = touched.size === 0 ? [[]] : partsOf([...touched], MOST_IN_ONE_EVENT);
    for (const personIds of parts) {
      const thing = { kind: 'import', id };
      const details = { people: touched.size };
      await tell(this.trail, 'people.imported', { authority, programmeId, personIds, thing, details });
    }
    if (headcounts > 0) {
      await tell(this.trail, 'workforce.set', {
        authority,
        programmeId,
        details: { professions: headcounts },
      });
    }
  }

  /** @returns of how many professions the headcount is another than before */
  private async setHeadcounts(programmeId: string, headcounts: Headcounts): Promise<number> {
    const before = await this.workforce.read(programmeId);
    const codes = new Set([...before.keys(), ...headcounts.keys()]);
    const changed = [...codes].filter((code) => before.get(code) !== headcounts.get(code)).length;
    if (changed > 0) {
      await refuseBesideBaseline(this.workforce, programmeId);
      await this.workforce.replace(programmeId, headcounts);
    }
    return changed;
  }
}

function noChanges<Thing>(): Changes<Thing> {
  return { created: [], changed: [], unchanged: [] };
}

function sort<Thing>(changes: Changes<Thing>, thing: Thing, before: Thing | undefined): void {
  const kind = before === undefined ? 'created' : alike(before, thing) ? 'unchanged' : 'changed';
  changes[kind].push(thing);
}

/** What came of work that takes its time: to be had as from a reader that is called. */
function settled<Value>(work: Promise<Value>): Promise<() => Value> {
  return work.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
}

function countOf({ created, changed, unchanged }: Changes<unknown>): ImportCount {
  return { created: created.length, changed: changed.length, unchanged: unchanged.length };
}

function touchedOf<Thing>({ created, changed }: Changes<Thing>): readonly Thing[] {
  return [...created, ...changed];
}

function byPerson<Profile extends { readonly personId: string }>(
  profiles: readonly Profile[],
): Map<string, Profile> {
  return new Map(profiles.map((profile) => [profile.personId, profile]));
}

function contradictionNotice(contradictions: readonly string[]): string[] {
  if (contradictions.length === 0) {
    return [];
  }
  const more = contradictions.length - MOST_NAMED;
  const named = contradictions.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [
    'people of whom the two files say different things; the mentees’ counts, and only whom both call consenting and ' +
      `active takes part: ${named}`,
  ];
}
