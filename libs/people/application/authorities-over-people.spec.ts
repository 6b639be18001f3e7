import { type AuditedEvent, type Authority, Forbidden, NotFound } from '@evenhand/kernel';
import { authorityIn, authorityOfPerson, EVERYWHERE, PeopleInMemory } from '@evenhand/testing';
import { ImportPeople } from './imports/import-people';
import { ListImports } from './imports/list-imports';
import { ReadImport } from './imports/read-import';
import { ChangeOrganisation } from './organisations/change-organisation';
import { CreateOrganisation } from './organisations/create-organisation';
import { ListOrganisations } from './organisations/list-organisations';
import { ReadOrganisation } from './organisations/read-organisation';
import { ChangePerson } from './persons/change-person';
import { ListPeople } from './persons/list-people';
import type { PersonInput } from './persons/person-checks';
import { ReadPerson } from './persons/read-person';
import { RegisterPerson } from './persons/register-person';
import { ListMenteeProfiles } from './profiles/list-mentee-profiles';
import { ListMentorCards } from './profiles/list-mentor-cards';
import { ListMentorProfiles } from './profiles/list-mentor-profiles';
import { PutMenteeProfile } from './profiles/put-mentee-profile';
import { PutMentorProfile } from './profiles/put-mentor-profile';
import { ReadMenteeProfile } from './profiles/read-mentee-profile';
import { ReadMentorProfile } from './profiles/read-mentor-profile';
import { ChangeProgramme } from './programmes/change-programme';
import { CreateProgramme } from './programmes/create-programme';
import { ListProgrammes } from './programmes/list-programmes';
import { ReadProgramme } from './programmes/read-programme';
import { ReadWorkforce } from './workforce/read-workforce';
import { SetWorkforce } from './workforce/set-workforce';

const NOBODY = '00000000-0000-4000-8000-999999999999';
const ALL = { limit: 200 };

/** Ids of the things of one programme. */
interface Things {
  readonly programme: string;
  readonly organisation: string;
  readonly person: string;
  readonly import: string;
}

const NOTHING: Things = { programme: NOBODY, organisation: NOBODY, person: NOBODY, import: NOBODY };
const GAPS = { gaps: [{ topic: 'SE-1.1' }] };
const OFFER = { strengths: [{ topic: 'SE-1.1', stage: '3' }], capacity: 2 };

let people: PeopleInMemory;
let north: Things;
let south: Things;

beforeEach(async () => {
  people = await PeopleInMemory.open();
  north = await aProgramme('North');
  south = await aProgramme('South');
  people.trail.events.length = 0;
});

function aPerson(organisationId: string, parts: Partial<PersonInput> = {}): PersonInput {
  return {
    reference: 'p1',
    background: { profession: 'adult_nurse' },
    posts: [{ organisationId, region: 'london', stage: '1' }],
    ...{ consent: true, active: true },
    ...parts,
  };
}

function mentees(reference: string) {
  const columns = ['id', 'organisation', 'region', 'profession', 'stage', 'gaps'];
  const row = [reference, 'Trust', 'london', 'adult_nurse', '1', 'SE-1.1'];
  return { name: 'mentees', columns, rows: [row] };
}

/** A programme with an organisation, somebody with both profiles, and an import. */
async function aProgramme(name: string): Promise<Things> {
  const { id: programmeId } = await people.use(CreateProgramme).run(EVERYWHERE, { name });
  const organisation = await people.use(CreateOrganisation).run(EVERYWHERE, { programmeId, name: 'Trust' });
  const person = await aMentor(programmeId, organisation.id, { reference: 'p1' });
  await people.use(PutMenteeProfile).run(authorityOfPerson(person, programmeId), person, GAPS);
  const done = await people.use(ImportPeople).run(EVERYWHERE, { programmeId, mentees: mentees('m1') });
  return { programme: programmeId, organisation: organisation.id, person, import: done.id };
}

async function aMentor(
  programmeId: string,
  organisationId: string,
  parts: Partial<PersonInput>,
  listed = true,
): Promise<string> {
  const { id } = await people
    .use(RegisterPerson)
    .run(EVERYWHERE, programmeId, aPerson(organisationId, parts));
  await people.use(PutMentorProfile).run(authorityOfPerson(id, programmeId), id, { ...OFFER, listed });
  return id;
}

type Asked = (authority: Authority, of: Things) => Promise<unknown>;

/** What can be asked about one thing. */
const ABOUT_ONE: readonly (readonly [string, Asked])[] = [
  ['reading a programme', (by, of) => people.use(ReadProgramme).run(by, of.programme)],
  ['changing a programme', (by, of) => people.use(ChangeProgramme).run(by, of.programme, 1, { name: 'X' })],
  ['reading headcounts', (by, of) => people.use(ReadWorkforce).run(by, of.programme)],
  ['setting headcounts', (by, of) => people.use(SetWorkforce).run(by, of.programme, [])],
  [
    'adding an organisation',
    (by, { programme: programmeId }) => people.use(CreateOrganisation).run(by, { programmeId, name: 'New' }),
  ],
  ['reading an organisation', (by, of) => people.use(ReadOrganisation).run(by, of.organisation)],
  [
    'changing an organisation',
    (by, of) => people.use(ChangeOrganisation).run(by, of.organisation, 1, { name: 'Other' }),
  ],
  [
    'registering a person',
    (by, of) =>
      people.use(RegisterPerson).run(by, of.programme, aPerson(of.organisation, { reference: 'p9' })),
  ],
  ['reading a person', (by, of) => people.use(ReadPerson).run(by, of.person)],
  ['changing a person', (by, of) => people.use(ChangePerson).run(by, of.person, 1, aPerson(of.organisation))],
  ['reading a mentee profile', (by, of) => people.use(ReadMenteeProfile).run(by, of.person)],
  ['changing a mentee profile', (by, of) => people.use(PutMenteeProfile).run(by, of.person, GAPS, 1)],
  ['reading a mentor profile', (by, of) => people.use(ReadMentorProfile).run(by, of.person)],
  ['changing a mentor profile', (by, of) => people.use(PutMentorProfile).run(by, of.person, OFFER, 1)],
  [
    'importing people',
    (by, { programme: programmeId }) =>
      people.use(ImportPeople).run(by, { programmeId, mentees: mentees('m2') }),
  ],
  ['reading an import', (by, of) => people.use(ReadImport).run(by, of.import)],
];

type Listed = (authority: Authority, programmeId: string) => Promise<{ readonly items: readonly unknown[] }>;

const LISTS: readonly (readonly [string, Listed])[] = [
  ['organisations', (by, id) => people.use(ListOrganisations).run(by, id, ALL)],
  ['people', (by, id) => people.use(ListPeople).run(by, id, ALL)],
  ['mentee profiles', (by, id) => people.use(ListMenteeProfiles).run(by, id, ALL)],
  ['mentor profiles', (by, id) => people.use(ListMentorProfiles).run(by, id, ALL)],
  ['cards of mentors', (by, id) => people.use(ListMentorCards).run(by, id, ALL)],
  ['imports', (by, id) => people.use(ListImports).run(by, id, ALL)],
];

async function refusalOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'not refused',
    (error: unknown) => error,
  );
}

/** How a refusal reads, whatever it is about. */
function withoutIds(refusal: unknown): unknown {
  const { code, message } = refusal as NotFound;
  return { code, message: message.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}/g, '<id>') };
}

/** What only the people themselves say of themselves: those who look after a programme by an import alone. */
const THEIRS_ALONE = ['changing a mentee profile', 'changing a mentor profile'];

describe('Whoever works for one programme', () => {
  it.each(ABOUT_ONE.filter(([what]) => !THEIRS_ALONE.includes(what)))('may be %s there', async (_, ask) => {
    expect(await refusalOf(ask(authorityIn(north.programme), north))).toBe('not refused');
  });

  it.each(ABOUT_ONE.filter(([what]) => THEIRS_ALONE.includes(what)))(
    'is refused %s there',
    async (_, ask) => {
      expect(await refusalOf(ask(authorityIn(north.programme), north))).toBeInstanceOf(Forbidden);
    },
  );

  it.each([
    ['consent', { consent: false }],
    ['languages', { languages: ['cy'] }],
    ['mode of meeting', { mode: 'remote' }],
    ['list of people to exclude', { exclude: ['p2'] }],
  ] as const)('corrects who somebody is and where they work, and not their %s', async (what, theirs) => {
    const correct = (parts: Partial<PersonInput>) =>
      people
        .use(ChangePerson)
        .run(authorityIn(north.programme), north.person, 1, aPerson(north.organisation, parts));
    const refusal = await refusalOf(correct(theirs));
    expect(refusal).toBeInstanceOf(Forbidden);
    expect((refusal as Forbidden).message).toContain(what);
    const facts = { reference: 'p7', name: 'Ana Lee', email: 'ana@example.test', active: false };
    expect(await correct(facts)).toMatchObject({ ...facts, consent: true });
  });

  it.each(ABOUT_ONE)('finds, %s of another, what nobody finds of none', async (_, ask) => {
    const before = people.persons.all;
    const refusal = await refusalOf(ask(authorityIn(north.programme), south));
    expect(refusal).toBeInstanceOf(NotFound);
    expect(withoutIds(refusal)).toEqual(withoutIds(await refusalOf(ask(EVERYWHERE, NOTHING))));
    expect(people.persons.all).toEqual(before);
    expect(people.trail.events).toEqual([]);
  });

  it.each(LISTS)('is listed %s of it, and none of another', async (_, list) => {
    const by = authorityIn(north.programme);
    expect((await list(by, north.programme)).items.length).toBeGreaterThan(0);
    people.trail.events.length = 0;
    expect(await list(by, south.programme)).toEqual({ items: [] });
    expect(people.trail.events).toEqual([]);
  });

  it('is listed the programme, whoever they are there, and makes no other', async () => {
    for (const by of [authorityIn(south.programme), authorityIn(south.programme, 'mentor')]) {
      const { items } = await people.use(ListProgrammes).run(by, ALL);
      expect(items.map(({ id }) => id)).toEqual([south.programme]);
      await expect(people.use(CreateProgramme).run(by, { name: 'East' })).rejects.toBeInstanceOf(Forbidden);
    }
    expect((await people.use(ListProgrammes).run(EVERYWHERE, ALL)).items).toHaveLength(2);
  });
});

describe('A person, on what is their own', () => {
  const OWN = ABOUT_ONE.filter(([what]) => / a (?:person|mentee profile|mentor profile)$/.test(what));

  it.each(OWN.filter(([what]) => !what.startsWith('registering')))('may be %s', async (_, ask) => {
    expect(await refusalOf(ask(authorityOfPerson(north.person, north.programme), north))).toBe('not refused');
  });

  it.each(OWN)('finds, %s, nobody else', async (_, ask) => {
    const stranger = authorityOfPerson(NOBODY, north.programme);
    expect(await refusalOf(ask(stranger, north))).toBeInstanceOf(NotFound);
  });

  it('leaves no trace by reading', async () => {
    const own = authorityOfPerson(north.person, north.programme);
    await people.use(ReadPerson).run(own, north.person);
    await people.use(ReadMentorProfile).run(own, north.person);
    expect(people.trail.events).toEqual([]);
  });
});

describe('What is done with people’s records', () => {
  const byPerson = (of: Things) => ({ programmeId: of.programme, personIds: [of.person] });

  it.each<readonly [string, (of: Things) => Partial<AuditedEvent>]>([
    ['changing a programme', (of) => ({ action: 'programme.changed', programmeId: of.programme })],
    ['setting headcounts', (of) => ({ kind: 'equity', action: 'workforce.set', programmeId: of.programme })],
    ['adding an organisation', (of) => ({ action: 'organisation.created', programmeId: of.programme })],
    [
      'changing an organisation',
      (of) => ({ action: 'organisation.changed', thing: { kind: 'organisation', id: of.organisation } }),
    ],
    ['reading a person', (of) => ({ kind: 'read', action: 'person.read', ...byPerson(of) })],
    ['changing a person', (of) => ({ kind: 'change', action: 'person.changed', ...byPerson(of) })],
    ['reading a mentee profile', (of) => ({ kind: 'read', action: 'mentee-profile.read', ...byPerson(of) })],
    ['changing a mentee profile', (of) => ({ action: 'mentee-profile.changed', ...byPerson(of) })],
    ['reading a mentor profile', (of) => ({ kind: 'read', action: 'mentor-profile.read', ...byPerson(of) })],
    ['changing a mentor profile', (of) => ({ action: 'mentor-profile.changed', ...byPerson(of) })],
  ])('is told to the log: %s', async (what, event) => {
    const authority = THEIRS_ALONE.includes(what)
      ? authorityOfPerson(north.person, north.programme)
      : authorityIn(north.programme);
    await ABOUT_ONE.find(([name]) => name === what)![1](authority, north);
    expect(people.trail.events).toEqual([expect.objectContaining({ authority, ...event(north) })]);
  });

  it('is told to the log of everybody on a page at once, and not of a page without anybody', async () => {
    const authority = authorityIn(north.programme);
    const { items } = await people.use(ListPeople).run(authority, north.programme, ALL);
    await people.use(ListMenteeProfiles).run(authority, north.programme, ALL);
    await people.use(ListMentorProfiles).run(authority, north.programme, ALL);
    await people.use(ListMentorCards).run(authority, north.programme, ALL);
    const everybody = items.map(({ id }) => id);
    expect(people.trail.events).toMatchObject([
      { kind: 'read', action: 'people.listed', programmeId: north.programme, personIds: everybody },
      { kind: 'read', action: 'mentee-profiles.listed', personIds: [...everybody].sort() },
      { kind: 'read', action: 'mentor-profiles.listed', personIds: [north.person] },
      { kind: 'read', action: 'mentor-cards.listed', personIds: [north.person] },
    ]);
  });

  it('is told to the log with whoever is registered', async () => {
    const { id } = await people
      .use(RegisterPerson)
      .run(EVERYWHERE, north.programme, aPerson(north.organisation, { reference: 'p9' }));
    expect(people.trail.events).toMatchObject([{ action: 'person.registered', personIds: [id] }]);
  });

  it('is told to the log with whoever an import touches, and nobody else', async () => {
    const input = { programmeId: north.programme, mentees: mentees('m7') };
    const done = await people.use(ImportPeople).run(EVERYWHERE, input);
    const added = (await people.persons.byReference(north.programme, 'm7'))!;
    const thing = { kind: 'import', id: done.id };
    expect(people.trail.events).toMatchObject([
      { kind: 'change', action: 'people.imported', personIds: [added.id], thing, details: { people: 1 } },
    ]);
    people.trail.events.length = 0;
    await people.use(ImportPeople).run(EVERYWHERE, input);
    expect(people.trail.events).toMatchObject([{ action: 'people.imported', personIds: [] }]);
  });

  it('is told to the log of everybody whom a large import touches, in parts', async () => {
    const { columns, rows } = mentees('m');
    const many = Array.from({ length: 1_001 }, (_, at) => [`n${at}`, ...rows[0]!.slice(1)]);
    const file = { name: 'mentees', columns, rows: many };
    await people.use(ImportPeople).run(EVERYWHERE, { programmeId: south.programme, mentees: file });
    const told = people.trail.events.map(({ personIds = [] }) => personIds);
    expect(told.map((ids) => ids.length)).toEqual([500, 500, 1]);
    expect(new Set(told.flat()).size).toBe(1_001);
  });

  it('is not told to the log where it failed', async () => {
    await refusalOf(
      people
        .use(PutMenteeProfile)
        .run(authorityOfPerson(north.person, north.programme), north.person, GAPS, 7),
    );
    await refusalOf(people.use(CreateProgramme).run(EVERYWHERE, { name: 'South' }));
    expect(people.trail.events).toEqual([]);
  });

  it('names nobody and holds no word that somebody wrote', async () => {
    const name = 'Canary Wren';
    const input = aPerson(north.organisation, { reference: 'p9', name, email: 'wren@example.test' });
    await people.use(RegisterPerson).run(EVERYWHERE, north.programme, input);
    await people.use(ListPeople).run(EVERYWHERE, north.programme, ALL);
    expect(people.trail.events).toHaveLength(2);
    expect(JSON.stringify(people.trail.events)).not.toMatch(/canary|wren|p9/i);
  });
});

describe('Cards of mentors', () => {
  it('are of those who chose to be shown, consent and take part, and say what they help with', async () => {
    const { programme, organisation } = north;
    await aMentor(programme, organisation, { reference: 'hidden' }, false);
    await aMentor(programme, organisation, { reference: 'unasked', consent: false });
    await aMentor(programme, organisation, { reference: 'away', active: false });
    const whole = { name: 'Ana', email: 'ana@example.test', exclude: ['p1'] };
    const shown = await aMentor(programme, organisation, { reference: 'ana', ...whole });
    const by = authorityIn(programme, 'aspiring_leader');
    const { items } = await people.use(ListMentorCards).run(by, programme, ALL);
    expect(items.map(({ personId }) => personId)).toEqual([north.person, shown]);
    expect(items[1]).toEqual({
      ...{ personId: shown, name: 'Ana', organisation: 'Trust' },
      ...{ professionalGroup: 'Nurses', profession: 'Adult nurses', stage: expect.any(String) as string },
      ...{ strengths: OFFER.strengths, peer: false },
    });
  });
});
