import { join } from 'node:path';
import { aMenteeRow, aMentorRow } from './people-rows';
import { DAY, WorkingFolder } from './working-folder';

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
/** The same in the order in which they are told. */
const TOLD = [
  ...['matches', 'unmatched', 'places', 'access', 'gaps'].map((name) => `${name}.csv`),
  'report.html',
];

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

describe('a round of a handful, with headcounts', () => {
  const waiting = { profession: 'physiotherapist', waiting_since: '' };
  const mentees = [
    aMenteeRow({ id: 'ana', gaps: 'SE-1.1;MP-1.1:3', waiting_since: '', consent: 'yes' }),
    aMenteeRow({ id: 'ben', ...waiting, waiting_since: '2026-10-21', consent: 'yes' }),
    aMenteeRow({ id: 'cat', ...waiting, waiting_since: '2026-11-10', consent: 'yes' }),
    aMenteeRow({ id: 'dev', ...waiting, profession: 'dietitian', gaps: 'SE-3.3', consent: 'yes' }),
    aMenteeRow({ id: 'eve', ...waiting, consent: 'no' }),
  ];
  const mentors = [
    aMentorRow({ id: 'max', strengths: 'SE-1.1@3;MP-1.1@2', active: 'yes' }),
    aMentorRow({ id: 'nia', profession: 'physiotherapist', strengths: 'SE-1.1@2', active: 'yes' }),
    aMentorRow({ id: 'oli', active: 'no' }),
  ];

  beforeEach(() => {
    folder.writePeople(mentees, mentors);
    folder.write({
      'baseline.csv': 'profession,headcount\nadult_nurse,10\nPhysiotherapy,8\ndietitian,4\nmidwife,5\n',
    });
  });

  it('is told in words, and every file of it is named', () => {
    expect(folder.match('out', '--baseline', 'baseline.csv')).toEqual({
      code: 0,
      out: [
        '4 people asked for a mentor: 2 matched. 2 mentors offered 2 places: 0 free.',
        '',
        'Professional group           Places  Asked  Matched  Ask rate  Access rate  Reach',
        '───────────────────────────  ──────  ─────  ───────  ────────  ───────────  ─────',
        'Allied health professionals       1      3        1       25%          33%     8%',
        'Midwives                          0      0        0        0%            –     0%',
        'Nurses                            1      1        1       10%         100%    10%',
        '',
        'Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope.',
        '',
        'Professions without a single match:',
        '  Dietitians: 1 asked, 1 without an eligible mentor',
        '',
        'Bottlenecks, those with most people without a match first:',
        '  3 people share 2 places with 2 mentors: 1 is without a match, and no other place can help them.',
        '',
        'Whom to recruit, and what it would change (the profiles are in report.html):',
        '  Stage 2, SE-1.1: 1 mentor like this lets 1 more person be matched, raises Allied health professionals from 33% ' +
          'to 67%, and costs no professional group a match. By profession, more are matched of Physiotherapists from 50% ' +
          'to 100%. No profession loses a match.',
        '  Stage 2, SE-3.3: 1 mentor like this lets 1 more person be matched, raises Allied health professionals from 33% ' +
          'to 67%, and costs no professional group a match. By profession, more are matched of Dietitians from 0% ' +
          'to 100%. No profession loses a match.',
        '',
        'Nobody offers help with 1 gap at the stage asked for; the most wanted:',
        '  SE-3.3 Manage with civility and compassion at stage 2: 1 asked',
        '',
        'certificate valid: by these rules no better matching is possible',
        '',
        'Written:',
        ...[...TOLD, 'problem.json', 'result.json'].map((file) => `  ${join('out', file)}`),
        '',
      ].join('\n'),
      err: '',
    });
    expect(Object.keys(folder.contents('out'))).toEqual(OUTPUTS);
  });

  it('is told to machines as one document on one line, without anybody’s id, name or address', () => {
    const { code, out, err } = folder.match(
      'out',
      '--baseline',
      'baseline.csv',
      '--json',
      '--seed',
      'spring',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.indexOf('\n')).toBe(out.length - 1);
    expect(out).not.toMatch(/Ford|Holt|@example|"(ana|ben|cat|dev|eve|max|nia|oli)"/);
    expect(JSON.parse(out)).toEqual({
      asked: 4,
      matched: 2,
      mentors: 2,
      places: 2,
      priority: 30,
      score: 8501 + 8349,
      rates: {
        '1': [
          [1, 3],
          [1, 1],
        ],
        '2': [
          [0, 1],
          [1, 2],
          [1, 1],
        ],
      },
      groups: [
        {
          ...{ path: 'ahp', title: 'Allied health professionals', inScope: 12, asked: 3, matched: 1 },
          ...{ askRate: [3, 12], accessRate: [1, 3], reach: [1, 12], mentors: 1, places: 1 },
          ...{ noEligibleMentor: 1, shortOfPlaces: 1 },
        },
        {
          ...{ path: 'midwife', title: 'Midwives', inScope: 5, asked: 0, matched: 0 },
          ...{ askRate: [0, 5], reach: [0, 5], mentors: 0, places: 0 },
          ...{ noEligibleMentor: 0, shortOfPlaces: 0 },
        },
        {
          ...{ path: 'nurse', title: 'Nurses', inScope: 10, asked: 1, matched: 1 },
          ...{ askRate: [1, 10], accessRate: [1, 1], reach: [1, 10], mentors: 1, places: 1 },
          ...{ noEligibleMentor: 0, shortOfPlaces: 0 },
        },
      ],
      professions: expect.arrayContaining([
        expect.objectContaining({ path: 'ahp/physiotherapist', inScope: 8, asked: 2, matched: 1 }),
      ]) as unknown,
      gapsNobodyOffers: [
        { topic: 'SE-3.3', title: 'Manage with civility and compassion', stage: '2', mentees: 1 },
      ],
      bottlenecks: [expect.objectContaining({ people: 3, places: 2, without: 1 })],
      recruitment: {
        targets: [
          expect.objectContaining({ reason: 'shortage', bottleneck: 0 }),
          expect.objectContaining({ reason: 'no_eligible_mentor' }),
        ],
        solves: { used: 2, affordable: 18 },
      },
      seed: 'spring',
      notices: [],
      files: [...TOLD, 'problem.json', 'result.json'].map((file) => join('out', file)),
    });
  });

  it('has in matches.csv the two of a pair, the score, the points and what the mentor can help with', () => {
    folder.match('out');
    const common = { points_stage_step: '700', points_transition: '300', points_profession: '750' };
    const everyday = { points_organisation: '400', points_place: '500', points_languages: '400' };
    const points = { ...common, ...everyday, points_gap_cover: '4500', points_availability: '133' };
    const ofMentee = { mentee_organisation: 'Northfield' };
    const ofMentor = { mentor_organisation: 'Southfield' };
    expect(folder.table('out', 'matches.csv')).toEqual([
      {
        ...{ mentee_id: 'ana', mentee_name: 'ana Ford', mentee_email: 'ana@example.org', ...ofMentee },
        ...{ mentor_id: 'max', mentor_name: 'max Holt', mentor_email: 'max@example.org', ...ofMentor },
        ...{ mentee_profession: 'Adult nurses', mentor_profession: 'Adult nurses' },
        ...{ score: '8501', ...points, points_strength_level: '818', not_with: '', notes: '' },
        helps_with:
          '1. SE-1.1 Prioritise for productivity: asked at stage 2, practised at stage 3; ' +
          '2. MP-1.1 Create a sense of engagement: asked at stage 2, practised at stage 2',
      },
      {
        ...{ mentee_id: 'ben', mentee_name: 'ben Ford', mentee_email: 'ben@example.org', ...ofMentee },
        ...{ mentor_id: 'nia', mentor_name: 'nia Holt', mentor_email: 'nia@example.org', ...ofMentor },
        ...{ mentee_profession: 'Physiotherapists', mentor_profession: 'Physiotherapists' },
        ...{ score: '8349', ...points, points_strength_level: '666', not_with: '', notes: '' },
        helps_with: '1. SE-1.1 Prioritise for productivity: asked at stage 2, practised at stage 2',
      },
    ]);
  });

  it('has in unmatched.csv the shortage, the rule that excludes most, and those who take no part', () => {
    folder.match('out');
    const rows = folder.table('out', 'unmatched.csv');
    const columns = [
      ...['role', 'id', 'profession', 'reason'],
      ...['excluded_most_by', 'excluded', 'eligible_mentors', 'share_places', 'people_who_share'],
    ];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      ['mentee', 'cat', 'Physiotherapists', 'places_taken', '', '', '2', '2', '3'],
      ['mentee', 'dev', 'Dietitians', 'no_eligible_mentor', 'no_gap_covered', '2', '0', '', ''],
      ['mentee', 'eve', '', 'no_consent', '', '', '', '', ''],
      ['mentor', 'oli', '', 'not_active', '', '', '', '', ''],
    ]);
    expect(rows.map((row) => row['why'])).toEqual(
      rows.map(() => expect.stringMatching(/^[A-Z0-9].+\.$/) as unknown),
    );
  });

  it('has in access.csv ask rate, access rate and reach by group and profession', () => {
    folder.match('out', '--baseline', 'baseline.csv');
    expect(folder.read('out', 'access.csv')).toBe(
      `\uFEFF` +
        [
          'level,code,title,in_scope,asked,matched,no_eligible_mentor,short_of_places,nothing_gained,ask_rate,' +
            'access_rate,reach,prior_asked,prior_matched,access_rate_with_prior,mentors,places',
          'group,ahp,Allied health professionals,12,3,1,1,1,0,0.2500,0.3333,0.0833,,,,1,1',
          'group,midwife,Midwives,5,0,0,0,0,0,0.0000,,0.0000,,,,0,0',
          'group,nurse,Nurses,10,1,1,0,0,0,0.1000,1.0000,0.1000,,,,1,1',
          'profession,ahp/dietitian,Dietitians,4,1,0,1,0,0,0.2500,0.0000,0.0000,,,,0,0',
          'profession,ahp/physiotherapist,Physiotherapists,8,2,1,0,1,0,0.2500,0.5000,0.1250,,,,1,1',
          'profession,midwife/midwife,Midwives,5,0,0,0,0,0,0.0000,,0.0000,,,,0,0',
          'profession,nurse/adult_nurse,Adult nurses,10,1,1,0,0,0,0.1000,1.0000,0.1000,,,,1,1',
          '',
        ].join('\n'),
    );
  });

  it('has no ask rate and no reach where no headcounts are given', () => {
    folder.match('out');
    expect(folder.read('out', 'access.csv')).toBe(
      `\uFEFF` +
        [
          'level,code,title,in_scope,asked,matched,no_eligible_mentor,short_of_places,nothing_gained,ask_rate,' +
            'access_rate,reach,prior_asked,prior_matched,access_rate_with_prior,mentors,places',
          'group,ahp,Allied health professionals,,3,1,1,1,0,,0.3333,,,,,1,1',
          'group,nurse,Nurses,,1,1,0,0,0,,1.0000,,,,,1,1',
          'profession,ahp/dietitian,Dietitians,,1,0,1,0,0,,0.0000,,,,,0,0',
          'profession,ahp/physiotherapist,Physiotherapists,,2,1,0,1,0,,0.5000,,,,,1,1',
          'profession,nurse/adult_nurse,Adult nurses,,1,1,0,0,0,,1.0000,,,,,1,1',
          '',
        ].join('\n'),
    );
  });

  it('has in problem.json those who take part, by id, group, waiting days and places, and no name', () => {
    folder.match('out', '--seed', 'spring');
    const text = folder.read('out', 'problem.json');
    expect(text).not.toMatch(/Ford|Holt|@|Northfield|Southfield/);
    expect(JSON.parse(text)).toMatchObject({
      format: 'evenhand.problem/1',
      seed: 'spring',
      mentees: [
        { id: 'ana', group: ['nurse', 'adult_nurse'], priority: 0 },
        { id: 'ben', group: ['ahp', 'physiotherapist'], priority: 30 },
        { id: 'cat', group: ['ahp', 'physiotherapist'], priority: 10 },
        { id: 'dev', group: ['ahp', 'dietitian'], priority: 0 },
      ],
      mentors: [
        { id: 'max', capacity: 1 },
        { id: 'nia', capacity: 1 },
      ],
      objectives: ['coverage', 'equity', 'priority', 'score'],
    });
  });

  it('replaces the files of an earlier round and leaves everything else in the folder', () => {
    folder.write({ 'out/matches.csv': 'earlier', 'out/minutes.txt': 'of the board' });
    expect(folder.match('out').code).toBe(0);
    expect(Object.keys(folder.contents('out'))).toEqual([...OUTPUTS, 'minutes.txt'].sort());
    expect(folder.read('out', 'minutes.txt')).toBe('of the board');
    expect(folder.table('out', 'matches.csv')).toHaveLength(2);
  });

  it('tells machines of the very bottlenecks and proposals that the report shows', () => {
    interface Told {
      readonly sentences: readonly string[];
      readonly effects?: readonly { readonly sentence: string }[];
    }
    const { out } = folder.match('out', '--json');
    const { bottlenecks, recruitment } = JSON.parse(out) as {
      bottlenecks: readonly Told[];
      recruitment: { targets: readonly Told[] };
    };
    const told = [...bottlenecks, ...recruitment.targets].flatMap(({ sentences, effects = [] }) => [
      ...sentences,
      ...effects.map(({ sentence }) => sentence),
    ]);
    expect(told.length).toBeGreaterThan(5);
    const report = folder.read('out/report.html');
    expect(told.filter((sentence) => !report.includes(sentence))).toEqual([]);
  });

  it('counts waiting up to today where no day is given', () => {
    folder.writePeople([aMenteeRow({ waiting_since: '2020-01-01' })], [aMentorRow()]);
    const files = ['--mentees', 'mentees.csv', '--mentors', 'mentors.csv', '--out', 'today'];
    const { code, out } = folder.run(['match', ...files, '--json']);
    expect(code).toBe(0);
    const { priority } = JSON.parse(out) as { priority: number };
    const days = (Date.now() - Date.parse('2020-01-01')) / 86_400_000;
    expect(Math.abs(priority - days)).toBeLessThan(2);
  });

  it('may read one of its files from standard input', () => {
    const fromFiles = folder.match('out');
    const mentorsFile = folder.read('mentors.csv');
    const files = ['--mentees', 'mentees.csv', '--mentors', '-', '--out', 'piped', '--date', DAY];
    const piped = folder.run(['match', ...files], mentorsFile);
    expect({ ...piped, out: piped.out.replaceAll('piped', 'out') }).toEqual(fromFiles);
    expect(folder.contents('piped')).toEqual(folder.contents('out'));
  });

  it('says nothing on standard error while nobody watches a terminal', () => {
    expect(folder.match('out').err).toBe('');
    expect(folder.run(['solve', 'out/problem.json', '--out', 'result.json'])).toEqual({
      code: 0,
      out: 'Matched 2 of 4. The result is in result.json.\n',
      err: '',
    });
  });
});

describe('a second round', () => {
  it('makes no pair again that a former matches.csv holds', () => {
    folder.writePeople([aMenteeRow({ id: 'ana' })], [aMentorRow({ id: 'max' }), aMentorRow({ id: 'nia' })]);
    folder.match('first');
    const [first] = folder.table('first', 'matches.csv');
    folder.match('second', '--earlier', join('first', 'matches.csv'));
    const [second] = folder.table('second', 'matches.csv');
    expect(new Set([first!['mentor_id'], second!['mentor_id']])).toEqual(new Set(['max', 'nia']));
  });
});
