import { AuditTrail, Clock, Random, Transaction } from '@evenhand/kernel';
import {
  type Ask,
  AsksForMentor,
  MenteeProfileRepository,
  MentorProfileRepository,
  OrganisationRepository,
  PeopleImportRepository,
  PeopleModule,
  PersonRepository,
  PlacesInUse,
  ProgrammeClosing,
  ProgrammeRepository,
  WorkforceRepository,
} from '@evenhand/people';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RememberedTrail } from './authorities';
import { InMemoryTransaction } from './in-memory-matching';
import type { Restorable } from './rows-in-memory';
import {
  InMemoryMenteeProfiles,
  InMemoryMentorProfiles,
  InMemoryOrganisations,
  InMemoryPeopleImports,
  InMemoryPersons,
  InMemoryProgrammes,
  InMemoryWorkforce,
} from './in-memory-people';

/** Every day is 1 October 2026. */
class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-10-01T09:00:00Z');
  }
}

class CountingRandom extends Random {
  #made = 0;

  override uuid(): string {
    return `00000000-0000-4000-8000-${String(++this.#made).padStart(12, '0')}`;
  }

  override secret(): string {
    return `secret-${++this.#made}`;
  }
}

/** Remembers who has asked, and submits one request for each. */
class RememberedAsks extends AsksForMentor implements Restorable {
  asked: readonly Ask[] = [];

  remember(): () => void {
    const before = this.asked;
    return () => (this.asked = before);
  }

  override ask(_: string, asks: readonly Ask[]): Promise<number> {
    const known = new Set(this.asked.map(({ personId }) => personId));
    const added = asks.filter(({ personId }) => !known.has(personId));
    this.asked = [...this.asked, ...added];
    return Promise.resolve(added.length);
  }
}

/** As many places of mentors are in use as a test says, by person id. */
class SaidPlaces extends PlacesInUse {
  readonly inUse = new Map<string, number>();

  override ofProgramme(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(this.inUse);
  }
}

/** Remembers which programmes were closed. */
class RememberedClosing extends ProgrammeClosing {
  readonly programmes: string[] = [];

  override closed(programmeId: string): Promise<void> {
    this.programmes.push(programmeId);
    return Promise.resolve();
  }
}

@Module({})
class Ports {}

@Module({})
class Root {}

/** Every use case of people, wired as in earnest, over ports in memory. */
export class PeopleInMemory {
  readonly asks = new RememberedAsks();
  readonly places = new SaidPlaces();
  readonly closing = new RememberedClosing();
  readonly programmes = new InMemoryProgrammes();
  readonly organisations = new InMemoryOrganisations();
  readonly persons = new InMemoryPersons();
  readonly menteeProfiles = new InMemoryMenteeProfiles(this.persons);
  readonly mentorProfiles = new InMemoryMentorProfiles(this.persons);
  readonly workforce = new InMemoryWorkforce();
  readonly imports = new InMemoryPeopleImports();
  readonly trail = new RememberedTrail();
  #context: INestApplicationContext | undefined;

  /** With every use case wired. */
  static async open(): Promise<PeopleInMemory> {
    const people = new PeopleInMemory();
    const root = { module: Root, imports: [people.ports, PeopleModule] };
    people.#context = await NestFactory.createApplicationContext(root, {
      logger: false,
      abortOnError: false,
    });
    return people;
  }

  /** Answers the ports of people wherever they are asked for. */
  get ports(): DynamicModule {
    const { asks, programmes, organisations, persons, menteeProfiles, mentorProfiles } = this;
    const { workforce, imports, trail } = this;
    const stores = [asks, programmes, organisations, persons, menteeProfiles, mentorProfiles];
    const providers = [
      { provide: Clock, useValue: new StandingClock() },
      { provide: Random, useValue: new CountingRandom() },
      { provide: Transaction, useValue: new InMemoryTransaction([...stores, workforce, imports, trail]) },
      { provide: AuditTrail, useValue: trail },
      { provide: AsksForMentor, useValue: asks },
      { provide: PlacesInUse, useValue: this.places },
      { provide: ProgrammeClosing, useValue: this.closing },
      { provide: ProgrammeRepository, useValue: programmes },
      { provide: OrganisationRepository, useValue: organisations },
      { provide: PersonRepository, useValue: persons },
      { provide: MenteeProfileRepository, useValue: menteeProfiles },
      { provide: MentorProfileRepository, useValue: mentorProfiles },
      { provide: WorkforceRepository, useValue: workforce },
      { provide: PeopleImportRepository, useValue: imports },
    ];
    return { module: Ports, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }

  /** A use case. */
  use<UseCase>(type: Type<UseCase>): UseCase {
    return this.#context!.get(type, { strict: false });
  }
}
