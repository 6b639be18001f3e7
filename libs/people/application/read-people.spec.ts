import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import type { Mentee } from '../domain/mentee';
import type { Mentor } from '../domain/mentor';
import type { PeopleMap } from '../domain/people-map';
import type { Table } from '../domain/table';
import { type People, readPeople } from './read-people';

type Cells = Readonly<Record<string, string>>;

const MENTEE: Cells = {
  id: 'm1',
  organisation: 'RXX',
  region: 'London',
  profession: 'Physiotherapist',
  stage: '2',
  gaps: 'SE-1.1',
};
const MENTOR: Cells = {
  id: 'x1',
  organisation: 'RYY',
  region: 'London',
  profession: 'Physiotherapist',
  stage: '3',
  strengths: 'SE-1.1@3',
  capacity: '2',
};

/** A table of rows that each differ from a usual one; a row without cells is blank. */
function tableOf(name: string, usual: Cells, rows: readonly (Cells | 'blank')[]): Table {
  const columns = [...new Set([usual, ...rows].flatMap((row) => (row === 'blank' ? [] : Object.keys(row))))];
  return {
    name,
    columns,
    rows: rows.map((row) =>
      row === 'blank' ? [] : columns.map((column) => row[column] ?? usual[column] ?? ''),
    ),
  };
}

function mentees(...rows: (Cells | 'blank')[]): Table {
  return tableOf('mentees.csv', MENTEE, rows);
}

function mentors(...rows: (Cells | 'blank')[]): Table {
  return tableOf('mentors.csv', MENTOR, rows);
}

function read(menteeTable: Table, mentorTable: Table = mentors(), map?: PeopleMap): People {
  return readPeople({
    mentees: menteeTable,
    mentors: mentorTable,
    catalogue: healthAndCare,
    onDate: '2026-09-30',
    ...(map && { map }),
  });
}

function mentee(cells: Cells = {}): Mentee {
  return read(mentees(cells)).mentees[0]!;
}

function mentor(cells: Cells = {}): Mentor {
  return read(mentees(), mentors(cells)).mentors[0]!;
}

function problems(menteeTable: Table, mentorTable: Table = mentors(), map?: PeopleMap): readonly string[] {
  try {
    read(menteeTable, mentorTable, map);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

function withoutColumn(table: Table, column: string): Table {
  const kept = table.columns.map((name) => name !== column);
  return {
    ...table,
    columns: table.columns.filter((_, position) => kept[position]),
    rows: table.rows.map((cells) => cells.filter((_, position) => kept[position])),
  };
}

describe('a mentee', () => {
  it('needs six columns; everything else has a default', () => {
    expect(mentee()).toEqual({
      id: 'm1',
      background: { profession: 'physiotherapist', group: 'ahp', registration: 'registered' },
      posts: [{ organisation: 'RXX', region: 'london', stage: '2' }],
      targetStage: '3',
      gaps: [{ topic: 'SE-1.1', size: 2 }],
      languages: ['en'],
      mode: 'either',
      preferProfession: 'any',
      preferOrganisation: 'any',
      peer: false,
      accessibility: [],
      exclude: [],
      consent: true,
      active: true,
    });
  });

  it('is read with everything that the columns can say', () => {
    expect(
      mentee({
        name: 'Zoë Hill',
        email: 'zoe@example.org',
        registration: 'Not practising',
        grade: 'Band 8a',
        target_stage: '4',
        gaps: 'MP-1.2:4; SE-1.1',
        languages: 'cy; EN; cy',
        mode: 'Face-to-face',
        prefer_profession: 'same',
        prefer_organisation: 'Different',
        peer: 'Y',
        exclude: 'x7;x8;x7',
        line_manager: 'boss-1',
        waiting_since: '2026-02-28',
        accessibility: 'Step free; sign_language',
        consent: 'no',
        active: '0',
      }),
    ).toEqual({
      id: 'm1',
      name: 'Zoë Hill',
      email: 'zoe@example.org',
      background: { profession: 'physiotherapist', group: 'ahp', registration: 'not_practising' },
      posts: [{ organisation: 'RXX', region: 'london', grade: 'afc_8a', stage: '2', lineManager: 'boss-1' }],
      targetStage: '4',
      gaps: [
        { topic: 'MP-1.2', size: 4 },
        { topic: 'SE-1.1', size: 2 },
      ],
      languages: ['cy', 'en'],
      mode: 'in_person',
      preferProfession: 'same',
      preferOrganisation: 'different',
      peer: true,
      exclude: ['x7', 'x8'],
      waitingSince: '2026-02-28',
      accessibility: ['step_free', 'sign_language'],
      consent: false,
      active: false,
    });
  });

  it('without a clinical background is not taken to be registered', () => {
    expect(mentee({ profession: 'Estates manager' }).background).toEqual({
      profession: 'estates_manager',
      group: 'manager',
      registration: 'not_registered',
    });
  });

  it('at the top stage wants to stay there', () => {
    expect(mentee({ stage: '4' }).targetStage).toBe('4');
    expect(mentee({ stage: '4', target_stage: '4' }).targetStage).toBe('4');
  });

  it('who asks for a peer may keep the present stage as the target, and keeps it where nothing else is said', () => {
    expect(mentee({ target_stage: '2', peer: 'yes' }).targetStage).toBe('2');
    expect(mentee({ peer: 'yes' }).targetStage).toBe('2');
    expect(mentee({ target_stage: '3', peer: 'yes' }).targetStage).toBe('3');
  });

  it('may name gaps in any case or by their titles', () => {
    const { title } = healthAndCare.topic('MP-1.2')!;
    expect(mentee({ gaps: `se-1.1; ${title.toUpperCase()}:3` }).gaps).toEqual([
      { topic: 'SE-1.1', size: 2 },
      { topic: 'MP-1.2', size: 3 },
    ]);
  });

  it.each(['none', 'No', 'N/A', 'na', 'NIL', '-', 'none; n/a'])('who writes %s needs no access', (text) => {
    expect(mentee({ accessibility: text }).accessibility).toEqual([]);
  });

  it('who writes a need beside "none" has that need', () => {
    expect(mentee({ accessibility: 'none; Step-free' }).accessibility).toEqual(['step_free']);
  });

  it('has languages by their codes of two letters where they have one, and by three where not', () => {
    expect(mentee({ languages: 'eng; CYM; wel; bfi; sh' }).languages).toEqual(['en', 'cy', 'bfi', 'sr']);
  });

  it.each([
    ['yes', true],
    ['Y', true],
    ['TRUE', true],
    ['1', true],
    ['no', false],
    ['N', false],
    ['False', false],
    ['0', false],
  ])('answers %s', (answer, meaning) => {
    expect(mentee({ consent: answer }).consent).toBe(meaning);
  });

  it.each([
    ['in person', 'in_person'],
    ['Face to face', 'in_person'],
    ['remote', 'remote'],
    ['online', 'remote'],
    ['Virtual', 'remote'],
    ['either', 'either'],
    ['any', 'either'],
    ['BOTH', 'either'],
  ])('meets %s', (answer, meaning) => {
    expect(mentee({ mode: answer }).mode).toBe(meaning);
  });
});

describe('a mentor', () => {
  it('needs seven columns; everything else has a default', () => {
    expect(mentor()).toEqual({
      id: 'x1',
      background: { profession: 'physiotherapist', group: 'ahp', registration: 'registered' },
      posts: [{ organisation: 'RYY', region: 'london', stage: '3' }],
      strengths: [{ topic: 'SE-1.1', stage: '3' }],
      capacity: 2,
      languages: ['en'],
      mode: 'either',
      peer: false,
      listed: true,
      accessibility: [],
      exclude: [],
      consent: true,
      active: true,
    });
  });

  it('is read with strengths, protected hours and the wish not to be listed', () => {
    const { strengths, protectedHours, listed, peer, capacity } = mentor({
      strengths: 'SE-1.1@3;DA-3.3 @ 4',
      protected_hours: '4.5',
      listed: 'no',
      peer: 'yes',
      capacity: '0',
    });
    expect(strengths).toEqual([
      { topic: 'SE-1.1', stage: '3' },
      { topic: 'DA-3.3', stage: '4' },
    ]);
    expect(mentor({ strengths: `${healthAndCare.topic('SE-1.1')!.title}@3;da-3.3@4` }).strengths).toEqual(
      strengths,
    );
    expect({ protectedHours, listed, peer, capacity }).toEqual({
      protectedHours: 4.5,
      listed: false,
      peer: true,
      capacity: 0,
    });
  });
});

describe('files of people', () => {
  it('may hold nobody', () => {
    expect(read(mentees(), mentors())).toMatchObject({ mentees: [], mentors: [], notices: [] });
  });

  it('may have their columns in any order, in capitals, and blank rows between', () => {
    const { columns, rows, name } = mentees({}, 'blank', { id: 'm2' });
    const turned = {
      name,
      columns: [...columns].reverse().map((column) => column.toUpperCase()),
      rows: rows.map((cells) => [...cells].reverse()),
    };
    expect(read(turned).mentees).toEqual(read(mentees({}, { id: 'm2' })).mentees);
  });

  it('may have spaces and hyphens in their headings', () => {
    const headings: Readonly<Record<string, string>> = {
      line_manager: 'line manager',
      target_stage: ' Target-Stage ',
      waiting_since: 'WAITING SINCE',
    };
    const table = mentees({ line_manager: 'boss', target_stage: '4', waiting_since: '2026-01-01' });
    const spelt = { ...table, columns: table.columns.map((column) => headings[column] ?? column) };
    expect(read(spelt)).toEqual(read(table));
    expect(read(spelt).mentees[0]).toMatchObject({ targetStage: '4', waitingSince: '2026-01-01' });
  });

  it('may name people who take no part, which is noticed: exclusions by file, line managers by their number', () => {
    const table = mentees(
      { exclude: 'X1;gone', line_manager: 'x1' },
      { id: 'm2', exclude: 'm9;m1', line_manager: 'Boss' },
      { id: 'm3', line_manager: 'boss' },
    );
    expect(read(table, mentors({ exclude: 'm1' })).notices).toEqual([
      'mentees.csv: column exclude: ids in neither file keep nobody apart: row 2: gone, row 3: m9',
      '1 of 2 line managers is in neither file: who manages them, and so the second level of the line, is not known.',
    ]);
    expect(read(mentees({ line_manager: 'a' }), mentors({ line_manager: 'b' })).notices).toEqual([
      '2 of 2 line managers are in neither file: who manages them, and so the second level of the line, is not known.',
    ]);
  });

  it('have at most twenty unknown exclusions named', () => {
    const gone = Array.from({ length: 22 }, (_, index) => `gone${index}`);
    const [notice] = read(mentees(), mentors({ exclude: gone.join(';') })).notices;
    expect(notice).toMatch(/^mentors\.csv: .*: row 2: gone0, row 2: gone1, .*, row 2: gone19 and 2 more$/);
  });

  it('may name people without regard to case, who are then named as their own row does', () => {
    const { mentees: read2 } = read(
      mentees({ exclude: 'X1; x1', line_manager: 'BOSS' }, { id: 'Boss' }),
      mentors({}),
    );
    expect(read2[0]).toMatchObject({ exclude: ['x1'], posts: [{ lineManager: 'Boss' }] });
  });

  it.each([
    ['Consent given', 'consent'],
    ['still_active?', 'active'],
    ['Exclusions', 'exclude'],
    ['Conflicts of interest', 'exclude'],
    ["Manager's id", 'line_manager'],
    ['ACCESS NEEDS', 'accessibility'],
    ['Accessibility requirements', 'accessibility'],
    ['Spoken languages', 'languages'],
    ['Peer mentor?', 'peer'],
    ['On the waiting list since', 'waiting_since'],
  ])('have the heading "%s" noticed, which looks like %s', (heading, column) => {
    expect(read(mentees({ [heading]: 'x', pets: 'y' })).notices).toEqual([
      'mentees.csv: ignored columns: pets',
      `mentees.csv: the column "${heading}" is not read, though it looks like ${column}: rename it, or name it in a map`,
    ]);
  });

  it('have a heading that looks like a column of ours only ignored where that column is there or could not be', () => {
    expect(read(mentees({ 'Consent given': 'x', consent: 'yes' })).notices).toEqual([
      'mentees.csv: ignored columns: Consent given',
    ]);
    expect(read(mentees(), mentors({ 'waiting for': 'x' })).notices).toEqual([
      'mentors.csv: ignored columns: waiting for',
    ]);
  });

  it('have their unknown columns named once for each file and kept nowhere', () => {
    const people = read(
      mentees({ ethnicity: 'mixed', 'job title': 'Lead' }, { id: 'm2', ethnicity: 'white' }),
      mentors({ Faith: 'jedi' }),
    );
    expect(people.notices).toEqual([
      'mentees.csv: ignored columns: ethnicity, job title',
      'mentors.csv: ignored columns: Faith',
    ]);
    expect(JSON.stringify(people)).not.toMatch(/mixed|Lead|white|jedi/);
  });

  it('say nothing of what unknown columns hold when they are refused', () => {
    expect(problems(mentees({ id: 'a b', ethnicity: 'mixed' })).join()).not.toContain('mixed');
  });

  it('may have one person in both, asking and offering', () => {
    const both = { id: 'p1', stage: '2', email: 'p@example.org' };
    expect(problems(mentees(both), mentors({ ...both, email: 'P@Example.org' }))).toEqual([]);
    expect(problems(mentees(both), mentors({ id: 'p1', stage: '2' }))).toEqual([]);
  });
});

describe('files of people are refused', () => {
  it.each<[string, Cells, string]>([
    [
      'a profession that the catalogue lacks',
      { profession: 'alchemist' },
      'profession: "alchemist" is no profession (evenhand catalogue lists all)',
    ],
    [
      'a region that it lacks',
      { region: 'Atlantis' },
      'region: "Atlantis" is no region (evenhand catalogue lists all)',
    ],
    [
      'a grade that it lacks',
      { grade: 'band 77' },
      `grade: "band 77" is no grade; did you mean ${healthAndCare.suggestions('grade', 'band 77').join(', ')}? (evenhand catalogue lists all)`,
    ],
    [
      'a stage that it lacks',
      { stage: '5' },
      'stage: "5" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
    ],
    [
      'a target stage that it lacks',
      { target_stage: '9' },
      'target_stage: "9" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
    ],
    ['a row without a stage', { stage: ' ' }, 'stage: it is empty'],
    ['a row without an id', { id: '' }, 'id: it is empty'],
    ['a row without an organisation', { organisation: '' }, 'organisation: it is empty'],
    [
      'a target below the present stage',
      { target_stage: '1' },
      'target_stage: "1" is below the present stage, "2"',
    ],
    [
      'a target that is the present stage',
      { target_stage: '2' },
      'target_stage: "2" is the present stage: only somebody who asks for a peer stays',
    ],
    [
      'a gap that is no competency',
      { gaps: 'SE-1.1;SE-9.9' },
      'gaps: "SE-9.9" is no competency or experience',
    ],
    ['a gap of no size', { gaps: 'SE-1.1:5' }, 'gaps: "SE-1.1:5" gives the gap a size of "5"; it is 1 to 4'],
    ['a gap named twice', { gaps: 'SE-1.1;SE-1.2;SE-1.1:3' }, 'gaps: it names "SE-1.1" twice'],
    [
      'six gaps',
      { gaps: 'SE-1.1;SE-1.2;SE-1.3;SE-2.1;SE-2.2;SE-2.3' },
      'gaps: it names 6 gaps; a person chooses at most 5',
    ],
    ['no gap', { gaps: '' }, 'gaps: it is empty'],
    ['no gap between semicolons', { gaps: ' ; ' }, 'gaps: it is empty'],
    [
      'an id with a space',
      { id: 'm 1' },
      'id: "m 1" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens',
    ],
    [
      'an id of 65 characters, cut in the message',
      { id: 'i'.repeat(65) },
      `id: "${'i'.repeat(40)}…" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens`,
    ],
    [
      'an id with other characters, shown safely',
      { id: 'a\u001b[31m' },
      'id: "a\\u{1b}[31m" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens',
    ],
    [
      'an e-mail address without @',
      { email: 'zoe.example.org' },
      'email: "zoe.example.org" is no e-mail address',
    ],
    [
      'somebody who is their own line manager',
      { line_manager: 'm1' },
      'line_manager: it names the person themselves',
    ],
    [
      'a line manager who is no id',
      { line_manager: 'the boss' },
      'line_manager: "the boss" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens',
    ],
    [
      'an excluded person who is no id',
      { exclude: 'x1;x 2' },
      'exclude: "x 2" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens',
    ],
    [
      'a day that is none',
      { waiting_since: '2026-02-30' },
      'waiting_since: "2026-02-30" is no day written as YYYY-MM-DD',
    ],
    [
      'a day as Britain writes it',
      { waiting_since: '1/2/2026' },
      'waiting_since: "1/2/2026" is no day written as YYYY-MM-DD, such as 2026-02-01; a map can read days with "derive": "day"',
    ],
    [
      'a day that is none in any way',
      { waiting_since: '1/13/2026' },
      'waiting_since: "1/13/2026" is no day written as YYYY-MM-DD',
    ],
    [
      'a profession that may be one of several',
      { profession: 'Nurse' },
      `profession: "Nurse" is no profession; did you mean ${healthAndCare.suggestions('profession', 'Nurse').join(', ')}? (evenhand catalogue lists all)`,
    ],
    [
      'a stage by a part of its title',
      { stage: 'senior' },
      'stage: "senior" is no stage: F, 1, 2, 3, 4; did you mean Senior managers and leaders? (evenhand catalogue lists all)',
    ],
    [
      'a gap by a title that two topics share',
      { gaps: 'Resource management' },
      'gaps: "Resource management" is the title of T1.6 and T2.8: write the code',
    ],
    [
      'somebody who is their own line manager in other letters',
      { line_manager: 'M1' },
      'line_manager: it names the person themselves',
    ],
    ['a day to come', { waiting_since: '2026-10-01' }, 'waiting_since: "2026-10-01" is after 2026-09-30'],
    [
      'a language by its name',
      { languages: 'en;Welsh' },
      'languages: "Welsh" is no language code of two or three letters such as en',
    ],
    [
      'an unknown mode',
      { mode: 'pigeon' },
      'mode: "pigeon" is none of the answers: in person, remote, either',
    ],
    [
      'an unknown registration',
      { registration: 'maybe' },
      'registration: "maybe" is none of the answers: registered, not practising, not registered',
    ],
    [
      'an unknown preference',
      { prefer_profession: 'other' },
      'prefer_profession: "other" is none of the answers: same, different, any',
    ],
    ['an unknown answer', { consent: 'perhaps' }, 'consent: "perhaps" is none of the answers: yes, no'],
    [
      'a need in no word',
      { accessibility: '??' },
      'accessibility: "??" is no access need: write words such as step_free',
    ],
  ])('for %s', (_, cells, told) => {
    expect(problems(mentees({ id: 'm0' }, cells))).toEqual([`mentees.csv: row 3, column ${told}`]);
  });

  it.each<[string, Cells, string]>([
    ['a capacity of -1', { capacity: '-1' }, 'capacity: "-1" is no whole number from 0 to 50'],
    ['a capacity of 1.5', { capacity: '1.5' }, 'capacity: "1.5" is no whole number from 0 to 50'],
    ['a capacity in words', { capacity: 'two' }, 'capacity: "two" is no whole number from 0 to 50'],
    ['a capacity of 51', { capacity: '51' }, 'capacity: "51" is no whole number from 0 to 50'],
    ['no capacity', { capacity: '' }, 'capacity: it is empty'],
    ['hours in words', { protected_hours: 'some' }, 'protected_hours: "some" is no number from 0 to 160'],
    [
      'more hours than a month has',
      { protected_hours: '161' },
      'protected_hours: "161" is no number from 0 to 160',
    ],
    ['hours below none', { protected_hours: '-1' }, 'protected_hours: "-1" is no number from 0 to 160'],
    [
      'a strength that is no competency',
      { strengths: 'XX@3' },
      'strengths: "XX" is no competency or experience',
    ],
    [
      'a strength at no stage',
      { strengths: 'SE-1.1@7' },
      'strengths: "7" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
    ],
    [
      'a strength without a stage',
      { strengths: 'SE-1.1' },
      'strengths: "SE-1.1" does not say at which stage; write it as SE-1.1@4',
    ],
    [
      'a strength with an empty stage',
      { strengths: 'SE-1.1@' },
      'strengths: "SE-1.1@" does not say at which stage; write it as SE-1.1@4',
    ],
    ['a strength named twice', { strengths: 'SE-1.1@3;SE-1.1@4' }, 'strengths: it names "SE-1.1" twice'],
    ['no strength', { strengths: '' }, 'strengths: it is empty'],
  ])('for %s', (_, cells, told) => {
    expect(problems(mentees(), mentors({ id: 'x0' }, cells))).toEqual([`mentors.csv: row 3, column ${told}`]);
  });

  it('for each fault of one cell', () => {
    expect(problems(mentees(), mentors({ strengths: 'A@9;SE-1.1@3;SE-1.1@3' }))).toEqual([
      'mentors.csv: row 2, column strengths: "A" is no competency or experience',
      'mentors.csv: row 2, column strengths: "9" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
      'mentors.csv: row 2, column strengths: it names "SE-1.1" twice',
    ]);
  });

  it('for a missing column once, without a word about its cells', () => {
    const table = mentees({ id: 'a b' }, { id: 'm2', region: 'Mars' });
    expect(problems(withoutColumn(table, 'stage'), withoutColumn(mentors({}), 'capacity'))).toEqual([
      'mentees.csv: column stage is missing',
      'mentees.csv: row 2, column id: "a b" is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens',
      'mentees.csv: row 3, column region: "Mars" is no region (evenhand catalogue lists all)',
      'mentors.csv: column capacity is missing',
    ]);
  });

  it('for a repeated id, naming both rows as a spreadsheet numbers them', () => {
    expect(problems(mentees({}, 'blank', {}, { id: 'm2' }))).toEqual([
      'mentees.csv: row 4, column id: "m1" is already the id of row 2',
    ]);
  });

  it('for two people with one e-mail address, within a file and across both', () => {
    const table = mentees({ email: 'a@example.org' }, { id: 'm2', email: 'A@EXAMPLE.ORG' });
    expect(problems(table, mentors({ email: 'a@Example.org' }))).toEqual([
      'mentees.csv: row 3, column email: "A@EXAMPLE.ORG" is also the e-mail address of "m1" in mentees.csv, row 2',
      'mentors.csv: row 2, column email: "a@Example.org" is also the e-mail address of "m1" in mentees.csv, row 2',
    ]);
  });

  it('for two ids that differ only in case, within a file and across both', () => {
    expect(
      problems(
        mentees({ id: 'p1' }, { id: 'P1' }),
        mentors({ id: 'P1', stage: '2' }, { id: 'p1', stage: '2' }),
      ),
    ).toEqual([
      'mentees.csv: row 3, column id: "P1" differs from "p1" in mentees.csv, row 2 only in case',
      'mentors.csv: row 2, column id: "P1" differs from "p1" in mentees.csv, row 2 only in case',
    ]);
  });

  it('for a person whose present stage differs between the files', () => {
    expect(problems(mentees({ id: 'p' }), mentors({ id: 'p' }))).toEqual([
      'mentors.csv: row 2, column stage: "3" is not the stage that "p" has in mentees.csv, row 2: "2"',
    ]);
  });

  it('for many unknown values, the first hundred of which get near matches', () => {
    const rows = Array.from({ length: 102 }, (_, index) => ({ id: `m${index}`, region: `Londn ${index}` }));
    const advised = problems(mentees(...rows)).filter((line) => line.includes('did you mean London'));
    expect(advised).toHaveLength(100);
  });

  it('for a person whose e-mail address or profession differs between the files', () => {
    expect(
      problems(
        mentees({ id: 'p', email: 'p@example.org' }),
        mentors({ id: 'p', stage: '2', email: 'q@example.org', profession: 'Dietitian' }),
      ),
    ).toEqual([
      'mentors.csv: row 2, column email: "q@example.org" is not the e-mail address that "p" has in mentees.csv, row 2',
      'mentors.csv: row 2, column profession: "dietitian" is not the profession that "p" has in mentees.csv, row 2: "physiotherapist"',
    ]);
  });

  it('for a cycle of line managers across both files, told once', () => {
    const table = mentees({ id: 'a', line_manager: 'b' }, { id: 'c', line_manager: 'a' });
    expect(problems(table, mentors({ id: 'b', line_manager: 'a' }))).toEqual([
      'mentees.csv: row 2, column line_manager: these people manage one another: a -> b -> a',
    ]);
  });

  it('for a long cycle of line managers, told by its beginning', () => {
    const rows = Array.from({ length: 14 }, (_, index) => ({
      id: `p${index}`,
      line_manager: `p${(index + 1) % 14}`,
    }));
    expect(problems(mentees(...rows))).toEqual([
      'mentees.csv: row 2, column line_manager: these people manage one another (14 people): ' +
        'p0 -> p1 -> p2 -> p3 -> p4 -> p5 -> p6 -> p7 -> p8 -> p9 -> p10 -> p11 -> … -> p0',
    ]);
  });

  it('with every problem of both files, in the order of the rows', () => {
    const table = mentees(
      { id: 'm1', line_manager: 'm2', stage: 'x', gaps: 'y' },
      { id: 'm2', line_manager: 'm1', email: 'nobody' },
      { id: 'm1', mode: 'z' },
    );
    const placesOf = problems(table, mentors({ capacity: 'many', strengths: '' })).map((line) =>
      line.split(':').slice(0, 2).join(':'),
    );
    expect(placesOf).toEqual([
      'mentees.csv: row 2, column stage',
      'mentees.csv: row 2, column gaps',
      'mentees.csv: row 2, column line_manager',
      'mentees.csv: row 3, column email',
      'mentees.csv: row 4, column mode',
      'mentees.csv: row 4, column id',
      'mentors.csv: row 2, column strengths',
      'mentors.csv: row 2, column capacity',
    ]);
  });

  it('for an unknown stage without a word about the target that follows from it', () => {
    expect(problems(mentees({ stage: 'x', target_stage: '1' }))).toEqual([
      'mentees.csv: row 2, column stage: "x" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
    ]);
  });
});

describe("somebody else's files", () => {
  const staff: Table = {
    name: 'staff.csv',
    columns: ['Mail', 'Employer', 'Job', 'Level', 'Church'],
    rows: [
      ['Ada@example.org', 'RXX', 'Physiotherapist', 'Lead', 'a secret'],
      ['bo@example.org', 'RYY', 'Dietitian', 'Staff', 'another'],
    ],
  };
  const rules = {
    id: { from: 'mail', derive: 'id' },
    email: { from: 'mail' },
    organisation: { from: 'employer' },
    region: { constant: 'London' },
    profession: { from: 'job' },
    stage: { from: 'level', values: { Lead: '2', Staff: '1' } },
    gaps: { constant: 'SE-1.1' },
  } as const;

  it('are read through a map', () => {
    const { mentees: read2, notices } = read(staff, mentors(), { mentees: rules });
    expect(read2.map(({ id, email, targetStage }) => [id, email, targetStage])).toEqual([
      ['ada-example.org', 'Ada@example.org', '3'],
      ['bo-example.org', 'bo@example.org', '2'],
    ]);
    expect(notices).toEqual(['staff.csv: ignored columns: Church']);
  });

  it('may be read through a map while the other is in our columns', () => {
    expect(read(staff, mentors({}), { mentees: rules }).mentors).toHaveLength(1);
  });

  it('have problems told by their own columns', () => {
    expect(problems(staff, mentors(), { mentees: { ...rules, profession: { from: 'employer' } } })).toEqual([
      'staff.csv: row 2, column employer (as profession): "RXX" is no profession (evenhand catalogue lists all)',
      'staff.csv: row 3, column employer (as profession): "RYY" is no profession (evenhand catalogue lists all)',
    ]);
  });

  it('have a value that the map does not list told once', () => {
    expect(
      problems(staff, mentors(), { mentees: { ...rules, stage: { from: 'level', values: { Staff: '1' } } } }),
    ).toEqual(['staff.csv: row 2, column Level: "Lead" is no value that the map lists for stage']);
  });

  it('have a wrong constant of the map told once, not for every row', () => {
    expect(problems(staff, mentors(), { mentees: { ...rules, gaps: { constant: 'SE-9.9' } } })).toEqual([
      'staff.csv: column gaps (a constant of the map): "SE-9.9" is no competency or experience',
    ]);
  });

  it('are refused for a column that the map names and they lack', () => {
    expect(problems(staff, mentors(), { mentees: { ...rules, stage: { from: 'band' } } })).toEqual([
      'staff.csv: there is no column "band", from which the map takes stage',
    ]);
  });

  it('are refused for a required column for which the map has no rule', () => {
    const { gaps, ...others } = rules;
    expect(gaps).toBeDefined();
    expect(problems(staff, mentors(), { mentees: others })).toEqual([
      'staff.csv: column gaps is missing from the map',
    ]);
  });
});
