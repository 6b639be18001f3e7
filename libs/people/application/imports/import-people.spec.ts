import { InputRefused } from '@evenhand/kernel';
import { authorityOfPerson, EVERYWHERE, PeopleInMemory } from '@evenhand/testing';
import type { Table } from '../../domain/table';
import type { PeopleImport } from '../../domain/people-import';
import type { RegisteredPerson } from '../../domain/registered-person';
import { ChangePerson } from '../persons/change-person';
import { RegisterPerson } from '../persons/register-person';
import { PutMenteeProfile } from '../profiles/put-mentee-profile';
import { ChangeProgramme } from '../programmes/change-programme';
import { CreateProgramme } from '../programmes/create-programme';
import { type ImportInput, ImportPeople } from './import-people';
import { ListImports } from './list-imports';
import { ReadImport } from './read-import';

type Row = Readonly<Record<string, string>>;

const MENTEE = {
  ...{ id: 'm1', organisation: 'Northfield', region: 'london', profession: 'adult_nurse', stage: '1' },
  gaps: 'SE-1.1',
};
const MENTOR = {
  ...{ id: 'x1', organisation: 'Southfield', region: 'london', profession: 'physiotherapist', stage: '3' },
  ...{ strengths: 'SE-1.1@3', capacity: '2' },
};

/** A table whose columns are those that any of its rows has. */
function table(name: string, usual: Row, rows: readonly Row[]): Table {
  const columns = [...new Set([usual, ...rows].flatMap((row) => Object.keys(row)))];
  return { name, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) };
}

let people: PeopleInMemory;
let programmeId: string;

beforeEach(async () => {
  people = await PeopleInMemory.open();
  programmeId = (await people.use(CreateProgramme).run(EVERYWHERE, { name: 'Leaders of the North' })).id;
});

function input(mentees: readonly Row[], mentors: readonly Row[] = []): ImportInput {
  return {
    programmeId,
    mentees: table('mentees.csv', MENTEE, mentees),
    mentors: table('mentors.csv', MENTOR, mentors),
  };
}

const run = (mentees: readonly Row[], mentors: readonly Row[] = []): Promise<PeopleImport> =>
  people.use(ImportPeople).run(EVERYWHERE, input(mentees, mentors));

const person = async (reference: string): Promise<RegisteredPerson> =>
  (await people.persons.byReference(programmeId, reference))!;

async function problemsOf(refused: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await refused.then(
    () => 'not refused',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputRefused);
  return (error as InputRefused).problems;
}

describe('An import', () => {
  it('counts what it made, and is kept', async () => {
    const done = await run([MENTEE, { ...MENTEE, id: 'm2' }], [MENTOR]);
    expect(done).toMatchObject({
      organisations: { created: 2, changed: 0, unchanged: 0 },
      persons: { created: 3, changed: 0, unchanged: 0 },
      menteeProfiles: { created: 2, changed: 0, unchanged: 0 },
      mentorProfiles: { created: 1, changed: 0, unchanged: 0 },
      ...{ requestsSubmitted: 2, headcounts: 0, notices: [] },
    });
    expect(await people.use(ReadImport).run(EVERYWHERE, done.id)).toEqual(done);
    expect((await people.use(ListImports).run(EVERYWHERE, programmeId, { limit: 5 })).items).toEqual([done]);
    await expect(people.use(ReadImport).run(EVERYWHERE, 'other')).rejects.toThrow(
      'There is no import other.',
    );
  });

  it('changes nothing when it is repeated, and is kept all the same', async () => {
    await run([MENTEE], [MENTOR]);
    const before = people.persons.all;
    const again = await run([MENTEE], [MENTOR]);
    expect(again).toMatchObject({
      organisations: { created: 0, changed: 0, unchanged: 2 },
      persons: { created: 0, changed: 0, unchanged: 2 },
      menteeProfiles: { created: 0, changed: 0, unchanged: 1 },
      mentorProfiles: { created: 0, changed: 0, unchanged: 1 },
      requestsSubmitted: 0,
    });
    expect(people.persons.all).toEqual(before);
    expect((await people.use(ListImports).run(EVERYWHERE, programmeId, { limit: 5 })).items).toHaveLength(2);
  });

  it('brings those up to date who are known in whatever case, and leaves everybody else', async () => {
    await run([MENTEE, { ...MENTEE, id: 'm2' }]);
    const { persons } = await run([{ ...MENTEE, id: 'M1', region: 'midlands' }]);
    expect(persons).toEqual({ created: 0, changed: 1, unchanged: 0 });
    expect(await person('m1')).toMatchObject({
      reference: 'm1',
      posts: [{ region: 'midlands' }],
      version: 2,
    });
    expect(await person('m2')).toMatchObject({ version: 1 });
  });

  it('asks for a mentor for those who consent and are active, since when they have waited', async () => {
    await run([
      { ...MENTEE, waiting_since: '2026-05-01' },
      { ...MENTEE, id: 'm2' },
      { ...MENTEE, id: 'm3', consent: 'no' },
      { ...MENTEE, id: 'm4', active: 'no' },
    ]);
    expect(people.asks.asked).toEqual([
      { personId: (await person('m1')).id, since: '2026-05-01' },
      { personId: (await person('m2')).id },
    ]);
  });

  it('sets headcounts, and counts those that are others than before', async () => {
    const workforce = table('workforce.csv', { profession: '', headcount: '' }, [
      { profession: 'adult_nurse', headcount: '40' },
      { profession: 'physiotherapist', headcount: '9' },
    ]);
    const withWorkforce = { ...input([MENTEE]), workforce };
    expect((await people.use(ImportPeople).run(EVERYWHERE, withWorkforce)).headcounts).toBe(2);
    expect((await people.use(ImportPeople).run(EVERYWHERE, withWorkforce)).headcounts).toBe(0);
    expect((await run([MENTEE])).headcounts).toBe(0);
    expect((await people.workforce.read(programmeId)).get('adult_nurse')).toBe(40);
  });

  it('is refused where the programme is closed or is none', async () => {
    await people.use(ChangeProgramme).run(EVERYWHERE, programmeId, 1, { state: 'closed' });
    await expect(run([MENTEE])).rejects.toMatchObject({ code: 'programme.closed' });
    const elsewhere = people.use(ImportPeople).run(EVERYWHERE, { ...input([MENTEE]), programmeId: 'other' });
    await expect(elsewhere).rejects.toThrow('There is no programme other.');
  });

  it('tells the faults of all tables at once, and does nothing', async () => {
    const workforce = table('workforce.csv', { profession: '', headcount: '' }, [
      { profession: 'astronaut', headcount: '1' },
    ]);
    const faulty = { ...input([{ ...MENTEE, stage: '9' }], [{ ...MENTOR, capacity: '51' }]), workforce };
    const problems = await problemsOf(people.use(ImportPeople).run(EVERYWHERE, faulty));
    expect(problems.map((problem) => problem.split(': ').slice(0, 2).join(': '))).toEqual([
      'mentees.csv: row 2, column stage',
      'mentors.csv: row 2, column capacity',
      'workforce.csv: row 2, column profession',
    ]);
    expect(people.persons.all).toEqual([]);
  });
});

describe('Places in use', () => {
  it('are offered still, or every row that would offer fewer is told before anything is written', async () => {
    await run([MENTEE], [MENTOR, { ...MENTOR, id: 'x2' }, { ...MENTOR, id: 'x3' }]);
    for (const reference of ['x1', 'x2', 'x3']) people.places.inUse.set((await person(reference)).id, 2);
    const before = people.persons.all;
    const fewer = run(
      [{ ...MENTEE, stage: '9' }],
      [
        { ...MENTOR, id: 'X1', capacity: '1' },
        { ...MENTOR, id: 'x2' },
        { ...MENTOR, id: 'x3', capacity: '0' },
        { ...MENTOR, id: 'x4', capacity: '0' },
      ],
    );
    expect(await problemsOf(fewer)).toEqual([
      'mentees.csv: row 2, column stage: "9" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
      'mentors.csv: row 2, column capacity: "1" is less than the places in use, 2: end a proposal first, or offer more',
      'mentors.csv: row 4, column capacity: "0" is less than the places in use, 2: end a proposal first, or offer more',
    ]);
    expect(people.persons.all).toEqual(before);
  });
});

describe('One file', () => {
  it.each(['mentees', 'mentors'] as const)(
    'of %s is enough, whatever a map says of the other',
    async (kind) => {
      await run([MENTEE], [MENTOR]);
      const { [kind]: file } = input(
        [{ ...MENTEE, region: 'midlands' }],
        [{ ...MENTOR, region: 'midlands' }],
      );
      const own = (columns: readonly string[]) => Object.fromEntries(columns.map((from) => [from, { from }]));
      const theirColumn = { id: { from: 'Staff number' } };
      const map = {
        mentees: kind === 'mentees' ? own(Object.keys(MENTEE)) : theirColumn,
        mentors: kind === 'mentors' ? own(Object.keys(MENTOR)) : theirColumn,
      };
      const done = await people.use(ImportPeople).run(EVERYWHERE, { programmeId, [kind]: file, map });
      const [theirs, others] = kind === 'mentees' ? ['m1', 'x1'] : ['x1', 'm1'];
      expect(done).toMatchObject({ persons: { created: 0, changed: 1, unchanged: 0 }, notices: [] });
      expect(await person(theirs)).toMatchObject({ posts: [{ region: 'midlands' }] });
      expect(await person(others)).toMatchObject({ posts: [{ region: 'london' }], version: 1 });
    },
  );

  it('at least is there', async () => {
    expect(await problemsOf(people.use(ImportPeople).run(EVERYWHERE, { programmeId }))).toEqual([
      'mentees, mentors: neither file is there: an import needs at least one of them',
    ]);
  });
});

it('lets others have a turn while it reads thousands, and while it compares them', async () => {
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await run(Array.from({ length: 2_000 }, (_, at) => ({ ...MENTEE, id: `m${at}` })));
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(8);
});

describe('Somebody in both files', () => {
  const BOTH = { ...MENTEE, ...MENTOR, profession: 'adult_nurse', stage: '1', id: 'b1' };
  const { gaps, ...asMentor } = BOTH;
  const { strengths, capacity, ...asMentee } = BOTH;

  it('is one person with two profiles, and needs as a mentee not what they offer as a mentor', async () => {
    const { persons } = await run([asMentee], [{ ...asMentor, accessibility: 'step_free' }]);
    expect(persons.created).toBe(1);
    const { id } = await person('b1');
    expect(await people.menteeProfiles.byPersonId(id)).toMatchObject({ accessibility: [] });
    expect(await people.mentorProfiles.byPersonId(id)).toMatchObject({ accessibility: ['step_free'] });
  });

  it('is as the mentees’ file says, completed by the mentors’; consents if both say so; and is told of', async () => {
    const { notices } = await run(
      [{ ...asMentee, name: 'Bo', mode: 'remote', exclude: 'm9', consent: 'yes' }],
      [
        {
          ...asMentor,
          name: 'Bob',
          email: 'bo@example.test',
          mode: 'in_person',
          exclude: 'm8',
          consent: 'no',
        },
      ],
    );
    expect(await person('b1')).toMatchObject({
      ...{ name: 'Bo', email: 'bo@example.test', mode: 'remote', exclude: ['m9', 'm8'], consent: false },
    });
    expect(notices.at(-1)).toBe(
      'people of whom the two files say different things; the mentees’ counts, and only whom both call consenting and ' +
        'active takes part: b1 (name, mode, consent)',
    );
    expect(people.asks.asked).toEqual([]);
  });
});

describe('What a file has no column for', () => {
  it('stays as it is registered: nobody consents by a file that does not speak of it', async () => {
    await run([
      { ...MENTEE, name: 'Ana', grade: 'afc_7', languages: 'cy;en', target_stage: '3', peer: 'yes' },
    ]);
    const { id, posts, ...ana } = await person('m1');
    const [main] = posts;
    const other = { ...main, region: 'midlands' };
    const details = {
      ...ana,
      posts: [{ ...main, from: '2025-01-01' }, other],
      consent: false,
      active: false,
    };
    await people.use(ChangePerson).run(authorityOfPerson(id, programmeId), id, 1, details);
    const { persons, menteeProfiles } = await run([MENTEE]);
    expect(persons.unchanged).toBe(1);
    expect(menteeProfiles.unchanged).toBe(1);
    expect(await person('m1')).toMatchObject({
      ...{ name: 'Ana', languages: ['cy', 'en'], consent: false, active: false },
      posts: [{ grade: 'afc_7', from: '2025-01-01' }, { region: 'midlands' }],
    });
  });

  it('is emptied by a column that is there and empty', async () => {
    await run([{ ...MENTEE, name: 'Ana' }]);
    await run([{ ...MENTEE, name: '' }]);
    expect(await person('m1')).not.toHaveProperty('name');
  });

  it('gives way where it no longer goes with what the file says', async () => {
    await run([{ ...MENTEE, target_stage: '2' }]);
    await run([{ ...MENTEE, stage: '2' }]);
    const { id } = await person('m1');
    expect(await people.menteeProfiles.byPersonId(id)).toMatchObject({ targetStage: '3' });
  });
});

describe('People in a file and people who are registered only', () => {
  let organisationId: string;

  beforeEach(async () => {
    await run([MENTEE]);
    organisationId = (await person('m1')).posts[0].organisationId;
    await people.use(RegisterPerson).run(EVERYWHERE, programmeId, {
      reference: 'r1',
      email: 'r@example.test',
      background: { profession: 'adult_nurse' },
      posts: [{ organisationId, region: 'london', stage: '1', lineManager: 'm1' }],
      ...{ consent: true, active: true },
    });
  });

  it('are known to each other', async () => {
    const { notices } = await run([{ ...MENTEE, exclude: 'R1' }]);
    expect(notices).toEqual([]);
    expect(await person('m1')).toMatchObject({ exclude: ['r1'] });
  });

  it('share no e-mail address and form no circle of line managers', async () => {
    expect(await problemsOf(run([{ ...MENTEE, email: 'R@example.test' }]))).toEqual([
      'the programme: "r@example.test" would be the e-mail address of m1 and of r1',
    ]);
    expect(await problemsOf(run([{ ...MENTEE, line_manager: 'R1' }]))).toEqual([
      'the programme: these people would manage one another: m1 -> r1 -> m1',
    ]);
  });

  it('do not outgrow a mentee profile by the other file', async () => {
    const { id } = await person('m1');
    await people
      .use(PutMenteeProfile)
      .run(authorityOfPerson(id, programmeId), id, { gaps: [{ topic: 'SE-1.1' }] }, 1);
    const promoted = { ...MENTOR, id: 'm1', profession: 'adult_nurse' };
    expect(await problemsOf(run([], [promoted]))).toEqual([
      'the programme: the mentee profile of m1: "2" is below the present stage, "3"',
    ]);
  });
});
