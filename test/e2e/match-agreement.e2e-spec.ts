import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { aMenteeRow, aMentorRow, PROGRAMME, type Row, shuffled } from './people-rows';
import { WorkingFolder } from './working-folder';

const OUTPUTS = [
  'access.csv',
  'gaps.csv',
  'matches.csv',
  'places.csv',
  'problem.json',
  'report.html',
  'result.json',
  'unmatched.csv',
];
const TAKES_NO_PART = ['no_consent', 'not_active'];

interface Problem {
  readonly mentees: readonly { readonly id: string }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  readonly edges: readonly (readonly [mentee: number, mentor: number, score: number])[];
}

interface Result {
  readonly problemSha256: string;
  readonly assignments: readonly (readonly [mentee: string, mentor: string])[];
  readonly summary: {
    readonly matched: number;
    readonly score: number;
    readonly groups: Readonly<Record<string, { readonly asked: number; readonly matched: number }>>;
  };
}

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

/** What must hold between the files of any round. */
async function expectAgreement(out: string, mentees: readonly Row[], mentors: readonly Row[]): Promise<void> {
  expect(Object.keys(folder.contents(out))).toEqual(OUTPUTS);
  const problem = folder.json(out, 'problem.json') as Problem;
  const result = folder.json(out, 'result.json') as Result;
  const matches = folder.table(out, 'matches.csv');
  const unmatched = folder.table(out, 'unmatched.csv');
  const access = folder.table(out, 'access.csv');
  expectScoresToAgree(problem, result, matches);
  expectEverybodyOnce(problem, matches, unmatched, mentees, mentors);
  expectAccessToAgree(problem, result, access);

  const text = folder.read(out, 'problem.json');
  expect(createHash('sha256').update(text).digest('hex')).toBe(result.problemSha256);
  const solved = await folder.runHere(['solve', join(out, 'problem.json')]);
  expect(solved).toEqual({ code: 0, out: folder.read(out, 'result.json'), err: '' });
}

function expectScoresToAgree(
  problem: Problem,
  { assignments, summary }: Result,
  matches: readonly Row[],
): void {
  expect(matches.map((row) => [row['mentee_id'], row['mentor_id']])).toEqual(assignments);
  const scores = new Map(
    problem.edges.map(([i, j, score]) => [`${problem.mentees[i]!.id} ${problem.mentors[j]!.id}`, score]),
  );
  for (const row of matches) {
    const points = Object.keys(row).filter((column) => column.startsWith('points_'));
    expect(points).toHaveLength(9);
    expect(points.reduce((so, column) => so + Number(row[column]), 0)).toBe(Number(row['score']));
    expect(scores.get(`${row['mentee_id']} ${row['mentor_id']}`)).toBe(Number(row['score']));
    expect(row['helps_with']).not.toBe('');
  }
  expect(sum(matches, 'score')).toBe(summary.score);
}

function expectEverybodyOnce(
  problem: Problem,
  matches: readonly Row[],
  unmatched: readonly Row[],
  mentees: readonly Row[],
  mentors: readonly Row[],
): void {
  const left = unmatched.filter((row) => !TAKES_NO_PART.includes(row['reason']!));
  expect(left.every((row) => row['role'] === 'mentee')).toBe(true);
  expect(matches.length + left.length).toBe(problem.mentees.length);
  const ofRole = (role: string) => unmatched.filter((row) => row['role'] === role).map((row) => row['id']!);
  const asked = [...matches.map((row) => row['mentee_id']!), ...ofRole('mentee')];
  expect(asked.sort()).toEqual(mentees.map((row) => row['id']).sort());
  const offered = [...problem.mentors.map(({ id }) => id), ...ofRole('mentor')];
  expect(offered.sort()).toEqual(mentors.map((row) => row['id']).sort());
  for (const { id, capacity } of problem.mentors) {
    expect(matches.filter((row) => row['mentor_id'] === id).length).toBeLessThanOrEqual(capacity);
  }
}

function expectAccessToAgree(
  { mentees, mentors }: Problem,
  { summary }: Result,
  access: readonly Row[],
): void {
  for (const level of ['group', 'profession']) {
    const rows = access.filter((row) => row['level'] === level);
    expect(sum(rows, 'asked')).toBe(mentees.length);
    expect(sum(rows, 'matched')).toBe(summary.matched);
    expect(sum(rows, 'mentors')).toBe(mentors.length);
    expect(sum(rows, 'places')).toBe(mentors.reduce((so, { capacity }) => so + capacity, 0));
  }
  const counted = access
    .filter((row) => row['asked'] !== '0')
    .map((row) => [row['code'], { asked: Number(row['asked']), matched: Number(row['matched']) }]);
  expect(Object.fromEntries(counted)).toEqual(summary.groups);
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((so, row) => so + Number(row[column]), 0);
}

describe('a programme of sixty', () => {
  const { mentees, mentors } = PROGRAMME;

  it('gives files that agree with one another, and a problem whose solution is the same to the byte', async () => {
    folder.writePeople(mentees, mentors);
    expect(await folder.matchHere('out')).toMatchObject({ code: 0, err: '' });
    await expectAgreement('out', mentees, mentors);
    const reasons = folder.table('out', 'unmatched.csv').map((row) => row['reason']!);
    expect([...new Set(reasons)].sort()).toEqual([
      'no_consent',
      'no_eligible_mentor',
      'not_active',
      'places_taken',
    ]);
  });

  it('gives the same bytes again, and in whatever order rows and columns come', async () => {
    folder.writePeople(mentees, mentors);
    const first = await folder.matchHere('out');
    const again = folder.match('again');
    const columns = shuffled(Object.keys(mentees[0]!), 'columns');
    folder.writePeople(
      shuffled(mentees, 'mentees').map((row) =>
        Object.fromEntries(columns.map((column) => [column, row[column]!])),
      ),
      shuffled(mentors, 'mentors'),
    );
    const mixed = await folder.matchHere('mixed');
    expect([again.out.replaceAll('again', 'out'), mixed.out.replaceAll('mixed', 'out')]).toEqual([
      first.out,
      first.out,
    ]);
    expect(folder.contents('again')).toEqual(folder.contents('out'));
    expect(folder.contents('mixed')).toEqual(folder.contents('out'));
  });

  it('follows the documented defaults where it has no rules: the example of rules changes nothing', async () => {
    folder.writePeople(mentees, mentors);
    await folder.matchHere('out');
    const rules = join(__dirname, '..', '..', 'docs', 'examples', 'rules.json');
    expect((await folder.matchHere('ruled', '--rules', rules)).code).toBe(0);
    expect(folder.contents('ruled')).toEqual(folder.contents('out'));
  });

  it('follows the rules that it is given, and the seed of the command line before theirs', async () => {
    folder.writePeople(mentees, mentors);
    folder.write({
      'rules.json': JSON.stringify({
        format: 'evenhand.rules/1',
        seed: 'autumn',
        floor: 8000,
        objectives: ['coverage', 'score'],
        prior: { nurse: { asked: 10, matched: 4 } },
      }),
    });
    expect((await folder.matchHere('out', '--rules', 'rules.json')).code).toBe(0);
    expect(folder.json('out', 'problem.json')).toMatchObject({
      seed: 'autumn',
      objectives: ['coverage', 'score'],
      equity: { prior: { nurse: { asked: 10, matched: 4 } } },
    });
    const scores = folder.table('out', 'matches.csv').map((row) => Number(row['score']));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(8000);
    await expectAgreement('out', mentees, mentors);
    expect((await folder.matchHere('seeded', '--rules', 'rules.json', '--seed', 'winter')).code).toBe(0);
    expect(folder.json('seeded', 'problem.json')).toMatchObject({ seed: 'winter' });
  });
});

describe('a round in which little can be done is a valid one that says so', () => {
  const { mentees, mentors } = PROGRAMME;
  const nobodyAsks = 'Nobody who takes part asks for a mentor: there is nobody to match.';
  const nobodyOffers = 'Nobody who takes part offers to mentor: nobody can be matched.';

  it.each([
    {
      round: 'without mentees',
      mentees: [],
      mentors,
      told: '0 people asked for a mentor: 0 matched.',
      notices: [nobodyAsks],
    },
    {
      round: 'without mentors',
      mentees,
      mentors: [],
      told: '57 people asked for a mentor: 0 matched. 0 mentors offered 0 places: 0 free.',
      notices: [nobodyOffers],
    },
    {
      round: 'without anybody',
      mentees: [],
      mentors: [],
      told: '0 people asked for a mentor: 0 matched.',
      notices: [nobodyAsks, nobodyOffers],
    },
    {
      round: 'without an eligible pair',
      mentees,
      mentors: mentors.map((row) => ({ ...row, strengths: 'DA-3.2@4' })),
      told: '57 people asked for a mentor: 0 matched.',
      notices: [
        'By the rules of this round no mentee can be paired with any mentor; the reasons stand beside each.',
      ],
    },
    {
      round: 'with more places than people',
      mentees: [aMenteeRow({ id: 'ana' }), aMenteeRow({ id: 'ben' })],
      mentors: [aMentorRow({ capacity: '5' })],
      told: '2 people asked for a mentor: 2 matched. 1 mentor offered 5 places: 3 free.',
      notices: ['Mentors offer 5 places and 2 people ask: at least 3 places stay free.'],
    },
    {
      round: 'with a mentor who has no place to offer',
      mentees: [aMenteeRow({ id: 'ana' }), aMenteeRow({ id: 'ben' })],
      mentors: [aMentorRow({ capacity: '0' })],
      told: '2 people asked for a mentor: 0 matched. 1 mentor offered 0 places: 0 free.',
      notices: [],
    },
  ])('$round', async ({ mentees: asking, mentors: offering, told, notices }) => {
    folder.writePeople(asking, offering);
    const inWords = await folder.matchHere('out');
    expect(inWords).toMatchObject({ code: 0, err: '' });
    expect(inWords.out.slice(0, told.length)).toBe(told);
    expect(inWords.out.match(/^Note: .*$/gm) ?? []).toEqual(notices.map((notice) => `Note: ${notice}`));
    expect(JSON.parse((await folder.matchHere('out', '--json')).out)).toMatchObject({ notices });
    await expectAgreement('out', asking, offering);
  });
});

describe('a round of more pairs than a problem file may hold', () => {
  it('is matched all the same, says that problem.json is left out, and leaves no other one in its place', () => {
    const people = { organisation: 'N', region: 'london' };
    const mentee = { ...people, profession: 'adult_nurse', stage: '1', gaps: 'SE-1.1' };
    const mentor = { ...people, stage: '3', strengths: 'SE-1.1@3' };
    folder.writePeople(
      Array.from({ length: 2300 }, (_, i) => ({ id: `m${i}`, ...mentee })),
      // Everybody suits everybody, and a few suit best, so that the number of pairs is all that is large about it.
      Array.from({ length: 2200 }, (_, j) =>
        j < 46
          ? { id: `x${j}`, ...mentor, profession: 'adult_nurse', capacity: '50' }
          : { id: `x${j}`, ...mentor, profession: 'physiotherapist', capacity: '1' },
      ),
    );
    folder.write({ 'out/problem.json': 'of an earlier round' });
    const { code, out, err } = folder.match('out');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2300 people asked for a mentor: 2300 matched.');
    expect(out).toMatch(/^Note: problem\.json is left out: 5,060,000 pairs are eligible/m);
    expect(folder.json('out', 'result.json')).toMatchObject({ summary: { matched: 2300 } });
    expect(Object.keys(folder.contents('out'))).toEqual(OUTPUTS.filter((file) => file !== 'problem.json'));
  }, 180_000);
});
