import { chmodSync, existsSync, truncateSync } from 'node:fs';
import { aMenteeRow, aMentorRow, csv, type Row } from './people-rows';
import { WorkingFolder } from './working-folder';

const MENTEES = csv([aMenteeRow()]);
const MENTORS = csv([aMentorRow()]);

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
  folder.write({ 'mentees.csv': MENTEES, 'mentors.csv': MENTORS });
});

afterEach(() => {
  folder.remove();
});

/** Nothing but these lines is said, and not a byte of the folder is other than before. */
async function expectRefused(lines: readonly string[], ...options: readonly string[]): Promise<void> {
  const before = folder.contents();
  expect(await folder.matchHere('out', ...options)).toEqual({
    code: 2,
    out: '',
    err: lines.map((line) => `${line}\n`).join(''),
  });
  expect(folder.contents()).toEqual(before);
}

function mentee(parts: Row): Record<string, string> {
  return { 'mentees.csv': csv([aMenteeRow(parts)]) };
}

function mentor(parts: Row): Record<string, string> {
  return { 'mentors.csv': csv([aMentorRow(parts)]) };
}

function managed(...pairs: readonly (readonly [id: string, lineManager: string])[]): Record<string, string> {
  return { 'mentees.csv': csv(pairs.map(([id, line_manager]) => aMenteeRow({ id, line_manager }))) };
}

describe('people who cannot be read are refused in one line for each fault', () => {
  const noId = 'it may hold 1 to 64 letters, digits, dots, underscores and hyphens';

  it.each<[what: string, files: Record<string, string>, ...lines: string[]]>([
    [
      'an unknown profession',
      mentee({ profession: 'wizard' }),
      'mentees.csv: row 2, column profession: "wizard" is no profession (evenhand catalogue lists all)',
    ],
    [
      'a gap that is no competency',
      mentee({ gaps: 'SE-1.1;SE-9.9:2' }),
      'mentees.csv: row 2, column gaps: "SE-9.9" is no competency or experience',
    ],
    [
      'a strength that is no competency, and one without its stage',
      mentor({ strengths: 'SE-9.9@3;SE-1.1' }),
      'mentors.csv: row 2, column strengths: "SE-9.9" is no competency or experience',
      'mentors.csv: row 2, column strengths: "SE-1.1" does not say at which stage; write it as SE-1.1@4',
    ],
    [
      'a capacity of -1',
      mentor({ capacity: '-1' }),
      'mentors.csv: row 2, column capacity: "-1" is no whole number from 0 to 50',
    ],
    [
      'a capacity of −1 with a real minus',
      mentor({ capacity: '−1' }),
      'mentors.csv: row 2, column capacity: "−1" is no whole number from 0 to 50',
    ],
    [
      'a capacity of 1.5',
      mentor({ capacity: '1.5' }),
      'mentors.csv: row 2, column capacity: "1.5" is no whole number from 0 to 50',
    ],
    [
      'a line manager who is oneself',
      managed(['ana', 'ana']),
      'mentees.csv: row 2, column line_manager: it names the person themselves',
    ],
    [
      'a cycle of line managers',
      managed(['ana', 'ben'], ['ben', 'cat'], ['cat', 'ana']),
      'mentees.csv: row 2, column line_manager: these people manage one another: ana -> ben -> cat -> ana',
    ],
    [
      'two people with one e-mail address, in whatever case, in two files',
      mentor({ email: 'ANA@example.org' }),
      'mentors.csv: row 2, column email: "ANA@example.org" is also the e-mail address of "ana" in mentees.csv, row 2',
    ],
    [
      'one id with two professions',
      mentor({ id: 'ana', profession: 'dietitian', stage: '1' }),
      'mentors.csv: row 2, column profession: "dietitian" is not the profession that "ana" has in mentees.csv, row 2: "adult_nurse"',
    ],
    [
      'duplicate ids',
      { 'mentees.csv': csv([aMenteeRow(), aMenteeRow({ id: 'ben' }), aMenteeRow({ email: '' })]) },
      'mentees.csv: row 4, column id: "ana" is already the id of row 2',
    ],
    [
      'an id with a space',
      mentee({ id: 'ana ford', email: '' }),
      `mentees.csv: row 2, column id: "ana ford" is no id: ${noId}`,
    ],
    [
      'an id that would redraw the terminal',
      mentee({ id: '\u001b[2Jana', name: 'Ana Ford', email: '' }),
      `mentees.csv: row 2, column id: "\\u{1b}[2Jana" is no id: ${noId}`,
    ],
    ['no stage', mentee({ stage: '' }), 'mentees.csv: row 2, column stage: it is empty'],
    [
      'a stage to reach below the present one',
      mentee({ stage: '2', target_stage: '1' }),
      'mentees.csv: row 2, column target_stage: "1" is below the present stage, "2"',
    ],
    [
      'a day after the round',
      mentee({ waiting_since: '2026-11-21' }),
      'mentees.csv: row 2, column waiting_since: "2026-11-21" is after 2026-11-20',
    ],
    [
      'several faults, told in the order of files and rows',
      {
        'mentees.csv': csv([
          aMenteeRow({ id: 'ana', region: 'atlantis', gaps: '' }),
          aMenteeRow({ id: 'ben', email: 'ben' }),
        ]),
        ...mentor({ stage: '5' }),
      },
      'mentees.csv: row 2, column region: "atlantis" is no region (evenhand catalogue lists all)',
      'mentees.csv: row 2, column gaps: it is empty',
      'mentees.csv: row 3, column email: "ben" is no e-mail address',
      'mentors.csv: row 2, column stage: "5" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)',
    ],
  ])('%s', async (_, files, ...lines) => {
    folder.write(files);
    await expectRefused(lines);
  });
});

describe('a file that is no table of people is refused', () => {
  const asUtf8 = 'save it as UTF-8, in Excel as "CSV UTF-8"';
  const utf16 = Buffer.from(`\uFEFF${MENTEES}`, 'utf16le');

  it.each<[what: string, mentees: string | Buffer, ...lines: string[]]>([
    ['UTF-16', utf16, `mentees.csv: it is not UTF-8 (it looks like UTF-16); ${asUtf8}`],
    [
      'UTF-16, the other way round',
      Buffer.from(utf16).swap16(),
      `mentees.csv: it is not UTF-8 (it looks like UTF-16); ${asUtf8}`,
    ],
    [
      'Windows-1252',
      Buffer.from(csv([aMenteeRow(), aMenteeRow({ id: 'zoe', name: 'Zoë' })]), 'latin1'),
      `mentees.csv: line 3: it is not UTF-8 (it looks like Windows-1252); ${asUtf8}`,
    ],
    [
      'missing columns',
      MENTEES.replace('stage', 'level').replace('gaps', 'wishes'),
      'mentees.csv: column stage is missing',
      'mentees.csv: column gaps is missing',
    ],
    [
      'one heading twice',
      MENTEES.replace('name', 'ID'),
      'mentees.csv: row 1: columns 1 and 2 have the same heading "ID"',
    ],
    [
      'a column without a heading',
      MENTEES.replace('name', ''),
      'mentees.csv: row 1: column 2 has no heading',
    ],
    ['nothing', '', 'mentees.csv: it is empty; its first row must hold the headings'],
    [
      'semicolons',
      MENTEES.replaceAll(',', ';'),
      'mentees.csv: row 1: semicolons stand between the headings; save it with commas',
    ],
    [
      'a quotation mark that is never closed',
      `${MENTEES}"ben,`,
      'mentees.csv: row 3: a quotation mark opens here and is never closed',
    ],
    [
      'a row that is too long',
      `${MENTEES}\n${'x,'.repeat(8)}x\n`,
      'mentees.csv: row 4: it has 9 cells; there are 8 headings',
    ],
  ])('%s', async (_, mentees, ...lines) => {
    folder.write({ 'mentees.csv': mentees });
    await expectRefused(lines);
  });

  it('200 MB, unread', async () => {
    truncateSync(folder.at('mentors.csv'), 200_000_000);
    expect(await folder.matchHere('out')).toEqual({
      code: 2,
      out: '',
      err: 'mentors.csv: it is 200 MB; the limit is 64 MB\n',
    });
    expect(Object.keys(folder.contents())).toEqual(['mentees.csv', 'mentors.csv']);
  });
});

describe('what a round is matched by is refused', () => {
  const rules = (members: object) => ({
    'rules.json': JSON.stringify({ format: 'evenhand.rules/1', ...members }),
  });
  const map = (members: object) => ({
    'map.json': JSON.stringify({ format: 'evenhand.people-map/1', ...members }),
  });
  const catalogue = (members: object) => ({
    'catalogue.json': JSON.stringify({
      format: 'evenhand.catalogue/1',
      code: 'c',
      title: 'C',
      version: '1',
      ...members,
    }),
  });
  const options: Readonly<Record<string, string>> = {
    'rules.json': '--rules',
    'map.json': '--map',
    'catalogue.json': '--catalogue',
    'baseline.csv': '--baseline',
  };

  it.each<[what: string, files: Record<string, string>, ...lines: string[]]>([
    [
      'rules that are not JSON',
      { 'rules.json': '{\n  "floor": NaN }' },
      'rules.json: line 2, column 12: it is not JSON from here on: "NaN }"',
    ],
    [
      'rules with unknown members',
      rules({ sed: 'x', weights: { height: 1 } }),
      'rules.json: weights: "height" is no member of it',
      'rules.json: the file: "sed" is no member of it',
    ],
    [
      'rules out of range, all at once',
      rules({ seed: '', floor: 10_001, prior: { nurse: { asked: 1, matched: 2 } } }),
      'rules.json: seed: it must be 1 to 200 characters on one line',
      'rules.json: floor: 10001 is not a whole number from 0 to 10000',
      'rules.json: prior.nurse: 2 matched is more than 1 asked',
    ],
    ['a floor of 0.5', rules({ floor: 0.5 }), 'rules.json: floor: 0.5 is not a whole number from 0 to 10000'],
    [
      'weights that are no whole',
      rules({ weights: { place: 601 } }),
      'rules.json: weights: they sum to 10101; they must sum to exactly 10000',
    ],
    [
      'equity without coverage',
      rules({ objectives: ['equity', 'score'] }),
      'rules.json: objectives: equity needs coverage, among whose best matchings it chooses',
    ],
    [
      'earlier access of a group that nobody knows',
      rules({ prior: { wizards: { asked: 2, matched: 1 } } }),
      'rules.json: prior: "wizards" is no professional group or profession of the catalogue',
    ],
    [
      'a map of columns that are not there, and of too few',
      map({ mentees: { id: { from: 'number' }, region: { constant: 'london' } } }),
      'mentees.csv: there is no column "number", from which the map takes id',
      'mentees.csv: column organisation is missing from the map',
      'mentees.csv: column profession is missing from the map',
      'mentees.csv: column stage is missing from the map',
      'mentees.csv: column gaps is missing from the map',
    ],
    [
      'a map to a column that nobody reads',
      map({ mentees: { height: { from: 'name' } } }),
      'map.json: mentees: "height" is no member of it',
    ],
    [
      'a catalogue with half of its lists',
      catalogue({ professions: [{ code: 'a', group: 'b', title: 'A' }] }),
      'catalogue.json: professionalGroups: it is missing; a catalogue that gives professions gives professionalGroups too',
    ],
    [
      'headcounts of nobody known, of fewer than none, and twice',
      { 'baseline.csv': 'profession,headcount\nwizard,3\nadult_nurse,-4\nadult_nurse,5\n' },
      'baseline.csv: row 2, column profession: "wizard" is no profession',
      'baseline.csv: row 3, column headcount: "-4" is no whole number from 0 up',
      'baseline.csv: row 4, column profession: "adult_nurse" is the profession of an earlier row',
    ],
    [
      'several files at once',
      { 'rules.json': '[', 'baseline.csv': 'job,headcount\n' },
      'rules.json: line 1, column 2: it is not JSON: the file ends too early',
      'baseline.csv: column profession is missing',
    ],
  ])('%s', async (_, files, ...lines) => {
    folder.write(files);
    await expectRefused(lines, ...Object.keys(files).flatMap((file) => [options[file]!, file]));
  });

  it.each([
    ['a day that no month has', '2026-02-30'],
    ['a day written in another order', '20/11/2026'],
  ])('%s, in one line whoever has been waiting', async (_, day) => {
    folder.writePeople(
      [
        aMenteeRow({ id: 'ana', waiting_since: '2026-01-01' }),
        aMenteeRow({ id: 'ben', waiting_since: '' }),
        aMenteeRow({ id: 'cat', waiting_since: '' }),
      ],
      [aMentorRow()],
    );
    await expectRefused([`--date: "${day}" is no day written as YYYY-MM-DD`], '--date', day);
  });

  it.each([
    ['nothing', ''],
    ['201 characters', 'x'.repeat(201)],
    ['two lines', 'a\nb'],
  ])('a seed of %s', async (_, seed) => {
    await expectRefused(['--seed: it must be 1 to 200 characters on one line'], '--seed', seed);
  });

  it('a seed that a problem file could not hold', async () => {
    folder.write({ 'rules.json': '{ "format": "evenhand.rules/1", "seed": "half: \\ud83d" }' });
    expect(await folder.matchHere('out', '--rules', 'rules.json')).toMatchObject({ code: 2, out: '' });
  });
});

describe('a file that cannot be read is refused', () => {
  it('where it is missing, all of them at once', async () => {
    const missing = ['--mentees', 'a.csv', '--mentors', 'b.csv', '--rules', 'c.json', '--baseline', 'd.csv'];
    await expectRefused(
      ['c.json', 'a.csv', 'b.csv', 'd.csv'].map(
        (file) => `${file}: it cannot be read: there is no such file`,
      ),
      ...missing,
    );
  });

  it('where it is a folder', async () => {
    folder.write({ 'people/2026.csv': MENTEES });
    await expectRefused(['people: it cannot be read: it is a folder, not a file'], '--mentees', 'people');
  });

  it('where its path goes through a file', async () => {
    await expectRefused(
      ['mentors.csv/people.csv: it cannot be read: a part of its path is not a folder'],
      ...['--mentees', 'mentors.csv/people.csv'],
    );
  });

  // Nothing is closed to root.
  if (process.getuid?.() !== 0) {
    it('where this user may not read it', async () => {
      chmodSync(folder.at('mentors.csv'), 0o000);
      expect(await folder.matchHere('out')).toEqual({
        code: 2,
        out: '',
        err: 'mentors.csv: it cannot be read: it may not be read by this user\n',
      });
      expect(existsSync(folder.at('out'))).toBe(false);
    });
  }
});

describe('a folder that cannot be written is refused, and what was there stays', () => {
  it('where a file has its name', async () => {
    folder.write({ out: 'the minutes of an earlier round' });
    await expectRefused(['out: it cannot be written: there is a file of that name, not a folder']);
  });

  it('where its path goes through a file', async () => {
    await expectRefused(
      ['mentees.csv/out: it cannot be written: a part of its path is a file, not a folder'],
      ...['--out', 'mentees.csv/out'],
    );
  });

  it('where a folder has the name of one of the files', async () => {
    folder.write({ 'out/matches.csv': 'earlier', 'out/result.json/kept.txt': 'kept' });
    await expectRefused([
      'out/result.json: it cannot be written: there is a folder of that name, not a file',
    ]);
  });

  it('where its name is too long', async () => {
    const out = 'o'.repeat(300);
    await expectRefused([`${out}: it cannot be written: its name is too long`], '--out', out);
  });

  it('where nothing is given for its name', async () => {
    const { code, out } = await folder.matchHere('');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(Object.keys(folder.contents())).toEqual(['mentees.csv', 'mentors.csv']);
  });

  it('where there is no room for the last of the files', async () => {
    const mentors = Array.from({ length: 60 }, (_, nth) => aMentorRow({ id: `max.${nth}`, capacity: '0' }));
    folder.writePeople([aMenteeRow({ id: 'ana' }), aMenteeRow({ id: 'ben' })], mentors);
    expect((await folder.matchHere('out')).code).toBe(0);
    const before = folder.contents();
    const files = ['--mentees', 'mentees.csv', '--mentors', 'mentors.csv', '--out', 'out'];
    // No file longer than some 1,500 characters; the signal that says so is not wanted, the refusal is.
    const script = 'trap "" XFSZ; ulimit -f 3; exec "$0" "$@"';
    const { code, out, err } = folder.shell(script, 'match', ...files, '--seed', 'another');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^out: it cannot be written: [^\n]+\n$/);
    expect(folder.contents()).toEqual(before);
  });

  if (process.getuid?.() !== 0) {
    it('where this user may not write', async () => {
      folder.write({ 'out/matches.csv': 'earlier' });
      chmodSync(folder.at('out'), 0o555);
      await expectRefused(['out: it cannot be written: this user may not write there']);
      chmodSync(folder.at('out'), 0o755);
    });
  }
});

describe('a refusal', () => {
  it('is what a process of its own says on standard error, with exit code 2', async () => {
    folder.write({ 'rules.json': '[' });
    const words = ['--rules', 'rules.json', '--baseline', 'nowhere.csv'];
    const refused = folder.match('out', ...words);
    expect(refused).toEqual({
      code: 2,
      out: '',
      err:
        'rules.json: line 1, column 2: it is not JSON: the file ends too early\n' +
        'nowhere.csv: it cannot be read: there is no such file\n',
    });
    expect(await folder.matchHere('out', ...words)).toEqual(refused);
    expect(Object.keys(folder.contents())).toEqual(['mentees.csv', 'mentors.csv', 'rules.json']);
  });
});
