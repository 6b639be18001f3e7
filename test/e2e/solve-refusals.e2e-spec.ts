import { truncateSync } from 'node:fs';
import { WorkingFolder } from './working-folder';

const PROBLEM = {
  format: 'evenhand.problem/1',
  seed: 's',
  mentees: [
    { id: 'a', group: ['nurse'] },
    { id: 'b', group: ['ahp', 'dietitian'] },
  ],
  mentors: [{ id: 'x', capacity: 1 }],
  edges: [
    [0, 0, 10],
    [1, 0, 20],
  ],
};
const TEXT = JSON.stringify(PROBLEM);
const [ANA, BEN] = PROBLEM.mentees;

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

/** Each line told of the problem. Nothing else may be said, and nothing written. */
async function expectRefused(text: string | Buffer, lines: readonly string[]): Promise<void> {
  folder.write({ 'problem.json': text });
  const before = folder.contents();
  expect(await folder.runHere(['solve', 'problem.json', '--out', 'result.json'])).toEqual({
    code: 2,
    out: '',
    err: lines.map((line) => `problem.json: ${line}\n`).join(''),
  });
  expect(folder.contents()).toEqual(before);
}

describe('a problem that cannot be solved is refused in one line for each fault', () => {
  const id = '1 to 64 letters, digits, dots, underscores or hyphens';

  it.each<[what: string, members: object, ...lines: string[]]>([
    [
      'duplicate ids',
      { mentees: [ANA, { ...BEN, id: 'a' }] },
      'mentees[1].id: "a" is already the id of mentees[0]',
    ],
    [
      'an id with a space',
      { mentees: [ANA, { ...BEN, id: 'b c' }] },
      `mentees[1].id: "b c" is not an id: ${id}`,
    ],
    ['an id of a number', { mentors: [{ id: 7, capacity: 1 }] }, `mentors[0].id: 7 is not an id: ${id}`],
    ['no group', { mentees: [ANA, { id: 'b' }] }, 'mentees[1]: "group" is missing'],
    [
      'three groups',
      { mentees: [ANA, { id: 'b', group: ['a', 'b', 'c'] }] },
      'mentees[1].group: a list of 3 is not [group] or [group, profession]',
    ],
    [
      'a priority below nothing',
      { mentees: [{ ...ANA, priority: -1 }, BEN] },
      'mentees[0].priority: -1 is not between 0 and 1000000',
    ],
    [
      'a capacity of -1',
      { mentors: [{ id: 'x', capacity: -1 }] },
      'mentors[0].capacity: -1 is not between 0 and 1000000',
    ],
    [
      'a capacity of 1.5',
      { mentors: [{ id: 'x', capacity: 1.5 }] },
      'mentors[0].capacity: 1.5 is not a whole number of places',
    ],
    [
      'a pair with a mentor who is not there',
      { edges: [[0, 1, 10]] },
      'edges[0]: mentor 1 is not there: there are 1',
    ],
    [
      'a pair with a mentee who is not there',
      { edges: [[-1, 0, 10]] },
      'edges[0]: mentee -1 is not there: there are 2',
    ],
    [
      'a pair twice',
      { edges: [...PROBLEM.edges, [0, 0, 30]] },
      'edges[2]: mentee 0 and mentor 0 are already paired in edges[0]',
    ],
    [
      'a score of 10,001',
      { edges: [[0, 0, 10_001]] },
      'edges[0]: score 10001 is not a whole number from 0 to 10000',
    ],
    ['a score of 0.5', { edges: [[0, 0, 0.5]] }, 'edges[0]: score 0.5 is not a whole number from 0 to 10000'],
    [
      'a score in words',
      { edges: [[0, 0, '5']] },
      'edges[0]: score "5" is not a whole number from 0 to 10000',
    ],
    ['a pair without a score', { edges: [[0, 0]] }, 'edges[0]: a list is not [mentee, mentor, score]'],
    [
      'unknown members',
      { certificate: {}, mentees: [{ ...ANA, name: 'Ana' }, BEN], equity: { quota: 1 } },
      'unknown member "certificate"',
      'mentees[0]: unknown member "name"',
      'equity: unknown member "quota"',
    ],
    ['no mentors', { mentors: undefined }, '"mentors" is missing'],
    [
      'another format',
      { format: 'evenhand.problem/2' },
      'format: "evenhand.problem/2" is not "evenhand.problem/1"',
    ],
    ['a seed of nothing', { seed: '' }, 'seed: "" is not a text of 1 to 200 characters'],
    ['equity before coverage', { objectives: ['equity'] }, 'objectives: equity needs coverage before it'],
    [
      'more matched than asked before',
      { equity: { prior: { nurse: { asked: 1, matched: 2 } } } },
      'equity.prior["nurse"]: 2 matched is more than 1 asked',
    ],
    [
      'several faults at once',
      { seed: 5, mentors: [{ id: 'x', capacity: -1 }], edges: [[2, 0, 10_001]] },
      'seed: 5 is not a text of 1 to 200 characters',
      'mentors[0].capacity: -1 is not between 0 and 1000000',
      'edges[0]: mentee 2 is not there: there are 2',
      'edges[0]: score 10001 is not a whole number from 0 to 10000',
    ],
  ])('%s', async (_, members, ...lines) => {
    await expectRefused(JSON.stringify({ ...PROBLEM, ...members }), lines);
  });

  it.each<[what: string, text: string | Buffer, line: string]>([
    [
      'a score of NaN',
      TEXT.replace('20]', 'NaN]'),
      `line 1, column ${TEXT.indexOf('20]') + 1}: it is not JSON from here on: "NaN]]}"`,
    ],
    [
      'a score without end',
      TEXT.replace('20]', '1e999]'),
      'edges[1]: score Infinity is not a whole number from 0 to 10000',
    ],
    ['a text that breaks off', '{\n  "seed":', 'line 2, column 10: it is not JSON: the file ends too early'],
    ['an empty file', '', 'line 1, column 1: it is not JSON: the file ends too early'],
    ['a list', '[]', 'a problem is an object, not a list'],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
      'it is not UTF-8 (it looks like UTF-16); save it as UTF-8, in Excel as "CSV UTF-8"',
    ],
    [
      'Windows-1252',
      Buffer.from(`{\n"seed": "Zoë"}`, 'latin1'),
      'line 2: it is not UTF-8 (it looks like Windows-1252); save it as UTF-8, in Excel as "CSV UTF-8"',
    ],
  ])('%s', async (_, text, line) => {
    await expectRefused(text, [line]);
  });

  it('a hopeless file is told in a hundred lines and the number of the others', () => {
    const edges = Array.from({ length: 250 }, () => [0, 0, 0.5]);
    const { code, err } = folder.run(['solve'], JSON.stringify({ ...PROBLEM, edges }));
    expect(code).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('and 150 more');
  });

  it('a file of more than 256 MB, unread', async () => {
    folder.write({ 'problem.json': '' });
    truncateSync(folder.at('problem.json'), 300_000_000);
    expect(await folder.runHere(['solve', 'problem.json'])).toEqual({
      code: 2,
      out: '',
      err: 'problem.json: it is 300 MB; the limit is 256 MB\n',
    });
  });

  it('more than five million pairs, whatever they are', async () => {
    const edges = `[0${',0'.repeat(5_000_000)}]`;
    const text = JSON.stringify({ ...PROBLEM, edges: [] }).replace('"edges":[]', `"edges":${edges}`);
    await expectRefused(text, ['edges: there are 5,000,001; a problem file holds at most 5,000,000']);
  });
});

describe('a file that cannot be read or written', () => {
  it.each([
    ['a problem that is missing', ['nowhere.json'], 'nowhere.json: it cannot be read: there is no such file'],
    ['a problem that is a folder', ['folder'], 'folder: it cannot be read: it is a folder, not a file'],
    [
      'a problem below a file',
      ['problem.json/below'],
      'problem.json/below: it cannot be read: a part of its path is not a folder',
    ],
    [
      'a result in a folder that is missing',
      ['problem.json', '--out', 'nowhere/result.json'],
      'nowhere/result.json: it cannot be written: a folder of its path does not exist',
    ],
    [
      'a result with the name of a folder',
      ['problem.json', '--out', 'folder'],
      'folder: it cannot be written: there is a folder of that name, not a file',
    ],
    [
      'a result below a file',
      ['problem.json', '--out', 'problem.json/below'],
      'problem.json/below: it cannot be written: a part of its path is a file, not a folder',
    ],
  ])('%s', async (_, args, line) => {
    folder.write({ 'problem.json': TEXT, 'folder/kept.txt': 'kept' });
    const before = folder.contents();
    expect(await folder.runHere(['solve', ...args])).toEqual({ code: 2, out: '', err: `${line}\n` });
    expect(folder.contents()).toEqual(before);
  });

  it('a fault of standard input is told by that name', () => {
    expect(folder.run(['solve'], '[]').err).toBe('standard input: a problem is an object, not a list\n');
  });

  it('with --json the same lines come as one document, too', () => {
    const input = JSON.stringify({ ...PROBLEM, seed: 5, edges: [[0, 1, 0.5]] });
    const { code, out, err } = folder.run(['solve', '--json'], input);
    const problems = [
      'standard input: seed: 5 is not a text of 1 to 200 characters',
      'standard input: edges[0]: mentor 1 is not there: there are 1',
      'standard input: edges[0]: score 0.5 is not a whole number from 0 to 10000',
    ];
    expect({ code, err }).toEqual({ code: 2, err: `${problems.join('\n')}\n` });
    expect(JSON.parse(out)).toEqual({ error: { code: 'input.refused', message: problems[0], problems } });
  });
});
