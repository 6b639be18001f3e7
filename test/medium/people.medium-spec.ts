import { csvTable, readCsvTable } from '@evenhand/files';
import {
  Authority,
  Clock,
  DomainError,
  InputRefused,
  Random,
  StaleVersion,
  Transaction,
  UnknownPosition,
} from '@evenhand/kernel';
import {
  type Ask,
  AsksForMentor,
  ChangePerson,
  ChangeProgramme,
  CreateOrganisation,
  CreateProgramme,
  ImportPeople,
  type ImportInput,
  ListImports,
  ListMenteeProfiles,
  ListMentorCards,
  ListMentorProfiles,
  ListOrganisations,
  ListPeople,
  ListProgrammes,
  MenteeProfileRepository,
  MentorProfileRepository,
  type PeopleImport,
  PeopleModule,
  type PersonInput,
  PersonRepository,
  PlacesInUse,
  ProgrammeClosing,
  ProgrammeRepository,
  PutMenteeProfile,
  PutMentorProfile,
  ReadImport,
  ReadMenteeProfile,
  ReadMentorProfile,
  ReadPerson,
  ReadWorkforce,
  RegisterPerson,
  SetWorkforce,
} from '@evenhand/people';
import { createDataSource, migrate, PersistenceModule, revert } from '@evenhand/persistence';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { authorityIn, authorityOfPerson, EVERYWHERE } from '@evenhand/testing';
import { urlOfPrograms, usePostgres } from '../harness/postgres';

const postgres = usePostgres();
const DEMONSTRATION = join(__dirname, '..', '..', 'apps', 'embedded', 'demonstration');

const options = (url: string) => ({ url, poolSize: 6, applicationName: 'medium test' });
const template = {
  name: 'people',
  fill: async (url: string): Promise<void> => {
    await migrate(options(url));
  },
};

class TestClock extends Clock {
  override now(): Date {
    return new Date('2026-11-20T09:00:00.123Z');
  }
}

class TestRandom extends Random {
  override uuid(): string {
    return randomUUID();
  }

  override secret(): string {
    return randomBytes(32).toString('base64url');
  }
}

class Asks extends AsksForMentor {
  readonly asked: Ask[] = [];

  override ask(_: string, asks: readonly Ask[]): Promise<number> {
    this.asked.push(...asks);
    return Promise.resolve(asks.length);
  }
}

/** As many places are in use as a test says. */
class Places extends PlacesInUse {
  readonly inUse = new Map<string, number>();

  override ofProgramme(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(this.inUse);
  }
}

/** Fails where a test says so, after everything else was written. */
class Closing extends ProgrammeClosing {
  fails = false;

  override closed(): Promise<void> {
    return this.fails ? Promise.reject(new Error('it did not close')) : Promise.resolve();
  }
}

const asks = new Asks();
const places = new Places();
const closing = new Closing();
const PORTS = [
  { provide: Clock, useValue: new TestClock() },
  { provide: Random, useValue: new TestRandom() },
  { provide: AsksForMentor, useValue: asks },
  { provide: PlacesInUse, useValue: places },
  { provide: ProgrammeClosing, useValue: closing },
];

@Module({})
class Ports {}

@Module({})
class Root {}

let service: INestApplicationContext;
const use = <UseCase>(type: Type<UseCase> | (abstract new () => UseCase)): UseCase =>
  service.get(type, { strict: false });

beforeAll(async () => {
  const url = await postgres.createDatabase({ template });
  service = await NestFactory.createApplicationContext(
    {
      module: Root,
      imports: [
        { module: Ports, global: true, providers: PORTS, exports: PORTS.map(({ provide }) => provide) },
        PersistenceModule.forRoot({ ...options(urlOfPrograms(url)), reachesAll: true }),
        PeopleModule,
      ],
    },
    { logger: ['error'], abortOnError: false },
  );
});

afterAll(async () => {
  await service.close();
});

let programmeNumber = 0;

async function aProgramme(): Promise<string> {
  programmeNumber += 1;
  return (await use(CreateProgramme).run(EVERYWHERE, { name: `Programme ${programmeNumber}` })).id;
}

async function anOrganisation(programmeId: string, name = 'Northfield'): Promise<string> {
  return (await use(CreateOrganisation).run(EVERYWHERE, { programmeId, name, odsCode: 'RX1' })).id;
}

function aPerson(organisationId: string, parts: Partial<PersonInput> = {}): PersonInput {
  return {
    reference: 'p1',
    background: { profession: 'adult_nurse' },
    posts: [{ organisationId, region: 'london', stage: '1' }],
    consent: true,
    active: true,
    ...parts,
  };
}

/** The code with which something is refused. */
async function codeOf(refused: Promise<unknown>): Promise<string | undefined> {
  try {
    await refused;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
}

/** The word of a person, on what is their own. */
const themselves = (personId: string) => authorityOfPerson(personId, 'any');

/** The word of somebody who looks after every programme, and is a person there. */
const whoLooksAfterThemselves = (personId: string) =>
  new Authority(themselves(personId).actor, [...EVERYWHERE.reaches, ...themselves(personId).reaches]);

describe('Programmes and organisations', () => {
  it('have names that nobody else has, and versions that only go up', async () => {
    const id = await aProgramme();
    const { name } = (await use(ProgrammeRepository).byId(id))!;
    expect(await codeOf(use(CreateProgramme).run(EVERYWHERE, { name }))).toBe('programme.name-taken');
    const renamed = await use(ChangeProgramme).run(EVERYWHERE, id, 1, { name: `${name}, renamed` });
    expect(renamed).toMatchObject({ version: 2, state: 'open' });
    await expect(use(ChangeProgramme).run(EVERYWHERE, id, 1, { name })).rejects.toBeInstanceOf(StaleVersion);
    expect(await use(ProgrammeRepository).byName(renamed.name)).toEqual(renamed);

    await anOrganisation(id);
    expect(await codeOf(anOrganisation(id))).toBe('organisation.name-taken');
    await anOrganisation(await aProgramme());
  });

  it('close together with what follows from it, or not at all', async () => {
    const id = await aProgramme();
    closing.fails = true;
    await expect(use(ChangeProgramme).run(EVERYWHERE, id, 1, { state: 'closed' })).rejects.toThrow(
      'it did not close',
    );
    closing.fails = false;
    expect(await use(ProgrammeRepository).byId(id)).toMatchObject({ state: 'open', version: 1 });
    await use(ChangeProgramme).run(EVERYWHERE, id, 1, { state: 'closed' });
    expect(await codeOf(anOrganisation(id))).toBe('programme.closed');
  });

  it('are listed by name, page by page, each once', async () => {
    const id = await aProgramme();
    for (const name of ['Zeta', 'alpha', 'Mid “quoted”', 'Éire']) await anOrganisation(id, name);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await use(ListOrganisations).run(EVERYWHERE, id, {
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      found.push(...page.items.map(({ name }) => name));
      after = page.next;
    } while (after !== undefined);
    expect([...found].sort()).toEqual(['Mid “quoted”', 'Zeta', 'alpha', 'Éire']);
    expect((await use(ListProgrammes).run(EVERYWHERE, { limit: 1 })).items).toHaveLength(1);
  });

  it('refuse a position that no page gave out', async () => {
    const id = await aProgramme();
    const page = { limit: 2, after: Buffer.from('\0').toString('base64url') };
    await expect(use(ListOrganisations).run(EVERYWHERE, id, page)).rejects.toBeInstanceOf(UnknownPosition);
    await expect(
      use(ListMenteeProfiles).run(EVERYWHERE, id, { limit: 2, after: 'abc' }),
    ).rejects.toBeInstanceOf(UnknownPosition);
    await expect(use(ListImports).run(EVERYWHERE, id, { limit: 2, after: 'abc' })).rejects.toBeInstanceOf(
      UnknownPosition,
    );
  });
});

describe('A person', () => {
  it('is kept as they were given, with all that is optional and without', async () => {
    const programmeId = await aProgramme();
    const organisationId = await anOrganisation(programmeId);
    const bare = await use(RegisterPerson).run(EVERYWHERE, programmeId, aPerson(organisationId));
    expect(await use(ReadPerson).run(EVERYWHERE, bare.id)).toEqual(bare);

    const whole = await use(RegisterPerson).run(
      EVERYWHERE,
      programmeId,
      aPerson(organisationId, {
        reference: 'p2',
        name: 'Zoë O’Neill',
        email: 'zoe@example.test',
        posts: [
          {
            organisationId,
            region: 'london',
            grade: 'afc_8a',
            stage: '2',
            staffGroup: 'Healthcare Scientists',
            lineManager: 'P1',
            from: '2024-02-29',
            to: '2026-12-31',
          },
          { organisationId, region: 'midlands', stage: '1' },
        ],
        languages: ['cy', 'en'],
        mode: 'remote',
        exclude: ['p9', 'P1'],
      }),
    );
    expect(whole.posts[0].lineManager).toBe('p1');
    expect(whole.exclude).toEqual(['p9', 'p1']);
    expect(await use(ReadPerson).run(EVERYWHERE, whole.id)).toEqual(whole);
    expect(await use(PersonRepository).byReference(programmeId, 'P2')).toEqual(whole);
    expect((await use(ListPeople).run(EVERYWHERE, programmeId, { limit: 1 })).items).toEqual([bare]);
    const { next } = await use(ListPeople).run(EVERYWHERE, programmeId, { limit: 1 });
    expect(await use(ListPeople).run(EVERYWHERE, programmeId, { limit: 1, after: next! })).toEqual({
      items: [whole],
    });

    const changed = await use(ChangePerson).run(
      whoLooksAfterThemselves(whole.id),
      whole.id,
      1,
      aPerson(organisationId, { reference: 'p2' }),
    );
    expect(changed.version).toBe(2);
    expect(await use(ReadPerson).run(EVERYWHERE, whole.id)).toEqual(changed);
    await expect(
      use(ChangePerson).run(EVERYWHERE, whole.id, 1, aPerson(organisationId, { reference: 'p2' })),
    ).rejects.toBeInstanceOf(StaleVersion);
  });

  it('shares neither reference nor e-mail address, whoever writes at the same moment', async () => {
    const programmeId = await aProgramme();
    const organisationId = await anOrganisation(programmeId);
    await use(RegisterPerson).run(
      EVERYWHERE,
      programmeId,
      aPerson(organisationId, { email: 'a@example.test' }),
    );
    expect(
      await codeOf(
        use(RegisterPerson).run(EVERYWHERE, programmeId, aPerson(organisationId, { reference: 'P1' })),
      ),
    ).toBe('person.reference-taken');
    const person = (await use(PersonRepository).byReference(programmeId, 'p1'))!;
    const twin = { ...person, id: randomUUID(), reference: 'p2', email: 'A@example.test' };
    expect(await codeOf(use(PersonRepository).add([twin]))).toBe('person.email-taken');
    const many = Array.from({ length: 6 }, (_, at) =>
      use(RegisterPerson).run(
        EVERYWHERE,
        programmeId,
        aPerson(organisationId, { reference: at % 2 === 0 ? 'q' : 'Q' }),
      ),
    );
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('has profiles of both kinds, each with its own version', async () => {
    const programmeId = await aProgramme();
    const organisationId = await anOrganisation(programmeId);
    const { id } = await use(RegisterPerson).run(EVERYWHERE, programmeId, aPerson(organisationId));
    const asks = { gaps: [{ topic: 'SE-1.1', size: 3 }, { topic: 'MP-1.1' }], accessibility: ['Step-free'] };
    const { profile: mentee, created } = await use(PutMenteeProfile).run(themselves(id), id, asks);
    expect(created).toBe(true);
    expect(mentee).toMatchObject({ targetStage: '2', accessibility: ['step_free'], version: 1 });
    expect(await use(ReadMenteeProfile).run(EVERYWHERE, id)).toEqual(mentee);
    expect(await codeOf(use(PutMenteeProfile).run(themselves(id), id, asks))).toBe('mentee-profile.exists');
    expect(await codeOf(use(MenteeProfileRepository).add([mentee]))).toBe('mentee-profile.exists');
    expect((await use(PutMenteeProfile).run(themselves(id), id, asks, 1)).profile.version).toBe(2);
    await expect(use(PutMenteeProfile).run(themselves(id), id, asks, 1)).rejects.toBeInstanceOf(StaleVersion);

    const offers = { strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 3, protectedHours: 1.5 };
    const { profile: mentor } = await use(PutMentorProfile).run(themselves(id), id, offers);
    expect(await use(ReadMentorProfile).run(EVERYWHERE, id)).toEqual(mentor);
    expect((await use(ListMentorProfiles).run(EVERYWHERE, programmeId, { limit: 5 })).items).toEqual([
      mentor,
    ]);
    expect(await use(MentorProfileRepository).byPersonIds([id, randomUUID()])).toEqual([mentor]);
    expect(await use(MentorProfileRepository).ofProgramme(await aProgramme())).toEqual([]);
  });

  it('is held for a transaction: a change of the profile waits for its end', async () => {
    const programmeId = await aProgramme();
    const organisationId = await anOrganisation(programmeId);
    const { id } = await use(RegisterPerson).run(EVERYWHERE, programmeId, aPerson(organisationId));
    const order: string[] = [];
    let change: Promise<unknown> = Promise.resolve();
    await use(Transaction).run(async () => {
      await use(PersonRepository).lock([id]);
      const offers = { strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 1 };
      change = outside(() => use(PutMentorProfile).run(themselves(id), id, offers)).then(() =>
        order.push('changed'),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('let go');
    });
    await change;
    expect(order).toEqual(['let go', 'changed']);
  });
});

/** From outside of the transaction, which whatever is called within it would carry along. */
const outside = AsyncLocalStorage.snapshot() as <Result>(work: () => Result) => Result;

describe('Lists', () => {
  it('hold what is of the programmes that are reached, and beside it what is one’s own', async () => {
    const [north, south] = [await aProgramme(), await aProgramme()];
    const persons: string[] = [];
    for (const programmeId of [north, south]) {
      const person = aPerson(await anOrganisation(programmeId));
      const { id } = await use(RegisterPerson).run(EVERYWHERE, programmeId, person);
      await use(PutMenteeProfile).run(themselves(id), id, { gaps: [{ topic: 'SE-1.1' }] });
      const offers = { strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 1 };
      await use(PutMentorProfile).run(themselves(id), id, offers);
      await use(ImportPeople).run(EVERYWHERE, { programmeId, mentors: mentors(XAN) });
      persons.push(id);
    }
    const page = { limit: 200 };
    const lists = (by: Authority, of: string): readonly Promise<{ readonly items: readonly unknown[] }>[] => [
      use(ListOrganisations).run(by, of, page),
      use(ListPeople).run(by, of, page),
      use(ListMenteeProfiles).run(by, of, page),
      use(ListMentorProfiles).run(by, of, page),
      use(ListMentorCards).run(by, of, page),
      use(ListImports).run(by, of, page),
    ];
    const counts = async (by: Authority, of: string) =>
      (await Promise.all(lists(by, of))).map(({ items }) => items.length);

    expect(await counts(authorityIn(north), north)).toEqual([2, 2, 1, 2, 2, 1]);
    expect(await counts(authorityIn(south), north)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await counts(authorityOfPerson(persons[0]!, north), north)).toEqual([0, 1, 1, 1, 0, 0]);
    expect(await counts(authorityOfPerson(persons[0]!, north), south)).toEqual([0, 0, 0, 0, 0, 0]);
    const { items } = await use(ListProgrammes).run(authorityIn(south, 'mentor'), page);
    expect(items.map(({ id }) => id)).toEqual([south]);
  });

  it('show as a mentor nobody who is not listed, does not consent or takes no part', async () => {
    const programmeId = await aProgramme();
    const organisationId = await anOrganisation(programmeId);
    const offers = { strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 1 };
    const shown: string[] = [];
    for (const [reference, listed, parts] of [
      ['shown', true, {}],
      ['hidden', false, {}],
      ['unasked', true, { consent: false }],
      ['away', true, { active: false }],
      ['seen', true, {}],
    ] as const) {
      const person = aPerson(organisationId, { reference, ...parts });
      const { id } = await use(RegisterPerson).run(EVERYWHERE, programmeId, person);
      await use(PutMentorProfile).run(themselves(id), id, { ...offers, listed });
      if (['shown', 'seen'].includes(reference)) shown.push(id);
    }
    const list = use(ListMentorCards);
    const first = await list.run(EVERYWHERE, programmeId, { limit: 1 });
    const second = await list.run(EVERYWHERE, programmeId, { limit: 1, after: first.next! });
    expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual([...shown].sort());
    expect(second.next).toBeUndefined();
  });
});

const HEADINGS = {
  mentees: 'id,name,email,organisation,region,profession,stage,gaps,consent,line_manager,waiting_since',
  mentors: 'id,organisation,region,profession,stage,strengths,capacity',
};
const mentees = (...rows: string[]) => csvTable('mentees', [HEADINGS.mentees, ...rows].join('\n'));
const mentors = (...rows: string[]) => csvTable('mentors', [HEADINGS.mentors, ...rows].join('\n'));
const ANA = 'm1,Ana,ana@example.test,Northfield,london,adult_nurse,1,SE-1.1;MP-1.1:3,yes,x1,2026-05-01';
const XAN = 'x1,Southfield,london,physiotherapist,3,SE-1.1@3,2';

describe('An import', () => {
  async function everything(programmeId: string): Promise<unknown> {
    return [
      await use(PersonRepository).ofProgramme(programmeId),
      await use(MenteeProfileRepository).ofProgramme(programmeId),
      await use(MentorProfileRepository).ofProgramme(programmeId),
      await use(ReadWorkforce).run(EVERYWHERE, programmeId),
      (await use(ListOrganisations).run(EVERYWHERE, programmeId, { limit: 200 })).items,
    ];
  }

  it('keeps people, organisations and profiles, asks for mentors, and is recorded', async () => {
    const programmeId = await aProgramme();
    asks.asked.length = 0;
    const workforce = csvTable('workforce', 'profession,headcount\nadult_nurse,40\nphysiotherapist,9');
    const done = await use(ImportPeople).run(EVERYWHERE, {
      programmeId,
      mentees: mentees(ANA),
      mentors: mentors(XAN),
      workforce,
    });
    const one = { created: 1, changed: 0, unchanged: 0 };
    const two = { created: 2, changed: 0, unchanged: 0 };
    expect(done).toMatchObject({
      ...{ organisations: two, persons: two, menteeProfiles: one, mentorProfiles: one },
      ...{ requestsSubmitted: 1, headcounts: 2, notices: [] },
    });
    expect(await use(ReadImport).run(EVERYWHERE, done.id)).toEqual(done);
    const ana = (await use(PersonRepository).byReference(programmeId, 'm1'))!;
    expect(ana).toMatchObject({ name: 'Ana', posts: [{ lineManager: 'x1' }] });
    expect(asks.asked).toEqual([{ personId: ana.id, since: '2026-05-01' }]);
    expect([...(await use(ReadWorkforce).run(EVERYWHERE, programmeId))]).toEqual([
      ['adult_nurse', 40],
      ['physiotherapist', 9],
    ]);
  });

  it('changes nothing the second time, whatever of a person no file can say', async () => {
    const programmeId = await aProgramme();
    const input: ImportInput = { programmeId, mentees: mentees(ANA), mentors: mentors(XAN) };
    await use(ImportPeople).run(EVERYWHERE, input);
    const { id, posts, ...ana } = (await use(PersonRepository).byReference(programmeId, 'm1'))!;
    const [main] = posts;
    const second = {
      organisationId: main.organisationId,
      region: 'midlands',
      stage: '1',
      from: '2026-01-01',
    };
    await use(ChangePerson).run(whoLooksAfterThemselves(id), id, 1, {
      ...ana,
      posts: [{ ...main, from: '2025-01-01' }, second],
    });

    const before = await everything(programmeId);
    const again = await use(ImportPeople).run(EVERYWHERE, input);
    expect(again.persons).toEqual({ created: 0, changed: 0, unchanged: 2 });
    expect(again.menteeProfiles).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect(await everything(programmeId)).toEqual(before);
    const { items } = await use(ListImports).run(EVERYWHERE, programmeId, { limit: 10 });
    expect(items).toHaveLength(2);
  });

  it('lets two people exchange their e-mail addresses', async () => {
    const programmeId = await aProgramme();
    const rows = (a: string, b: string) =>
      mentees(
        `m1,Ana,${a}@example.test,Northfield,london,adult_nurse,1,SE-1.1,yes,,`,
        `m2,Ben,${b}@example.test,Northfield,london,adult_nurse,1,SE-1.1,yes,,`,
      );
    await use(ImportPeople).run(EVERYWHERE, { programmeId, mentees: rows('a', 'b'), mentors: mentors() });
    const { persons } = await use(ImportPeople).run(EVERYWHERE, {
      programmeId,
      mentees: rows('b', 'a'),
      mentors: mentors(),
    });
    expect(persons).toEqual({ created: 0, changed: 2, unchanged: 0 });
  });

  it('changes nothing where anything is wrong, and tells all of it', async () => {
    const programmeId = await aProgramme();
    await use(ImportPeople).run(EVERYWHERE, { programmeId, mentees: mentees(ANA), mentors: mentors(XAN) });
    const before = await everything(programmeId);
    const workforce = csvTable('workforce', 'profession,headcount\nastronaut,1');
    const faulty = {
      programmeId,
      mentees: mentees('m2,Ben,ben@example.test,Eastfield,london,adult_nurse,1,SE-9.9,yes,,'),
      mentors: mentors('x2,Eastfield,narnia,physiotherapist,3,SE-1.1@3,2'),
      workforce,
    };
    const refused = await use(ImportPeople)
      .run(EVERYWHERE, faulty)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputRefused);
    expect(
      (refused as InputRefused).problems.map((problem) => problem.split(':').slice(0, 2).join()),
    ).toEqual([
      'mentees, row 2, column gaps',
      'mentors, row 2, column region',
      'workforce, row 2, column profession',
    ]);
    expect(await everything(programmeId)).toEqual(before);
  });

  it('takes one file, and leaves alone whoever is in the other', async () => {
    const programmeId = await aProgramme();
    const { persons } = await use(ImportPeople).run(EVERYWHERE, { programmeId, mentors: mentors(XAN) });
    expect(persons).toEqual({ created: 1, changed: 0, unchanged: 0 });
    const { menteeProfiles } = await use(ImportPeople).run(EVERYWHERE, {
      programmeId,
      mentees: mentees(ANA),
    });
    expect(menteeProfiles).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect(await use(MentorProfileRepository).ofProgramme(programmeId)).toMatchObject([{ version: 1 }]);
    expect(await codeOf(use(ImportPeople).run(EVERYWHERE, { programmeId }))).toBe('input.refused');
  });

  it('takes back no place in use, and names every row that would', async () => {
    const programmeId = await aProgramme();
    await use(ImportPeople).run(EVERYWHERE, { programmeId, mentors: mentors(XAN, XAN.replace('x1', 'x2')) });
    for (const { id } of await use(PersonRepository).ofProgramme(programmeId)) places.inUse.set(id, 2);
    const before = await everything(programmeId);
    const fewer = [XAN, XAN.replace('x1', 'x2')].map((row) => row.replace(/2$/, '1'));
    await expect(
      use(ImportPeople).run(EVERYWHERE, { programmeId, mentees: mentees(ANA), mentors: mentors(...fewer) }),
    ).rejects.toMatchObject({
      problems: [
        expect.stringMatching(/^mentors: row 2, column capacity: "1" is less than the places in use, 2/),
        expect.stringMatching(/^mentors: row 3, column capacity: "1" is less than the places in use, 2/),
      ],
    });
    expect(await everything(programmeId)).toEqual(before);
  });

  it('is taken back whole where its last step fails', async () => {
    const programmeId = await aProgramme();
    const failing = jest.spyOn(asks, 'ask').mockRejectedValueOnce(new Error('nobody answers'));
    const input = { programmeId, mentees: mentees(ANA), mentors: mentors(XAN) };
    await expect(use(ImportPeople).run(EVERYWHERE, input)).rejects.toThrow('nobody answers');
    failing.mockRestore();
    expect(await everything(programmeId)).toEqual([[], [], [], new Map(), []]);
  });

  it('takes the demonstration programme, and takes it again without a change', async () => {
    const programmeId = await aProgramme();
    const table = (name: string) => readCsvTable(join(DEMONSTRATION, `${name}.csv`));
    const input = {
      programmeId,
      mentees: table('mentees'),
      mentors: table('mentors'),
      workforce: table('workforce'),
    };
    const first: PeopleImport = await use(ImportPeople).run(EVERYWHERE, input);
    expect(first.menteeProfiles.created).toBe(520);
    expect(first.mentorProfiles.created).toBe(210);
    expect(first.persons.created).toBe((await use(PersonRepository).ofProgramme(programmeId)).length);
    const before = await everything(programmeId);
    const again = await use(ImportPeople).run(EVERYWHERE, input);
    for (const kind of ['organisations', 'persons', 'menteeProfiles', 'mentorProfiles'] as const) {
      expect(again[kind]).toEqual({ created: 0, changed: 0, unchanged: first[kind].created });
    }
    expect(again.headcounts).toBe(0);
    expect(await everything(programmeId)).toEqual(before);
  });

  it('takes 7,000 people in seconds, not minutes', async () => {
    const programmeId = await aProgramme();
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
    const rows = numbers(5000).map(
      (at) =>
        `m${at},N ${at},m${at}@example.test,Trust ${at % 50},london,adult_nurse,1,SE-1.1;MP-1.1,yes,x${at % 2000},`,
    );
    const offers = numbers(2000).map(
      (at) => `x${at},Trust ${at % 50},london,adult_nurse,3,SE-1.1@3;MP-1.1@3,2`,
    );
    const input = { programmeId, mentees: mentees(...rows), mentors: mentors(...offers) };
    const begun = performance.now();
    expect((await use(ImportPeople).run(EVERYWHERE, input)).persons.created).toBe(7000);
    expect((await use(ImportPeople).run(EVERYWHERE, input)).persons.unchanged).toBe(7000);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

describe('Headcounts', () => {
  it('are replaced whole', async () => {
    const programmeId = await aProgramme();
    await use(SetWorkforce).run(EVERYWHERE, programmeId, [{ profession: 'Physiotherapists', headcount: 12 }]);
    await use(SetWorkforce).run(EVERYWHERE, programmeId, [{ profession: 'adult_nurse', headcount: 0 }]);
    expect([...(await use(ReadWorkforce).run(EVERYWHERE, programmeId))]).toEqual([['adult_nurse', 0]]);
  });
});

describe('The tables', () => {
  let source: DataSource;
  let url: string;

  beforeAll(async () => {
    url = await postgres.createDatabase({ template });
    source = await createDataSource(options(url)).initialize();
  });

  afterAll(() => source.destroy());

  it.each([
    ['a state that there is not', `insert into programme values (gen_random_uuid(), 'x', 'ajar', 1)`],
    [
      'a gap larger than any',
      profile('mentee', `'2', '[{"topic":"a","size":5}]', 'any', 'any', false, '{}', 1`),
    ],
    ['a gap without a size', profile('mentee', `'2', '[{"topic":"a"}]', 'any', 'any', false, '{}', 1`)],
    ['a mentee without gaps', profile('mentee', `'2', '[]', 'any', 'any', false, '{}', 1`)],
    ['51 places', profile('mentor', `'[{"topic":"a","stage":"2"}]', 51, null, false, true, '{}', 1`)],
    ['a strength at no stage', profile('mentor', `'[{"topic":"a"}]', 1, null, false, true, '{}', 1`)],
    ['version 0', `insert into programme values (gen_random_uuid(), 'x', 'open', 0)`],
  ])('do not hold %s', async (_, statement) => {
    await expect(source.query(statement)).rejects.toThrow('check constraint');
  });

  it('are made, taken away and made again the same', async () => {
    const made = await tablesOf(source);
    const steps = source.migrations.length;
    expect(await revert(options(url), steps)).toHaveLength(steps);
    expect(await tablesOf(source)).toEqual([
      { column: 'migration.id' },
      { column: 'migration.name' },
      { column: 'migration.timestamp' },
    ]);
    expect(await migrate(options(url))).toHaveLength(steps);
    expect(await tablesOf(source)).toEqual(made);
  });
});

function profile(kind: 'mentee' | 'mentor', values: string): string {
  return `insert into ${kind}_profile values (gen_random_uuid(), ${values})`;
}

function tablesOf(source: DataSource): Promise<unknown> {
  return source.query(
    `select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' order by table_name, column_name`,
  );
}
