import { solve } from '@evenhand/allocation';
import {
  checkRules,
  CRITERIA,
  type MatchInput,
  type MatchOutcome,
  matchPeople,
  worthOfPlaces,
} from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { parse } from 'csv-parse/sync';
import { outcomeTables } from './outcome-files';

function round(input: Partial<MatchInput> = {}): MatchOutcome {
  return matchPeople({
    mentees: [],
    mentors: [],
    catalogue: healthAndCare,
    rules: checkRules({}),
    onDate: '2026-11-20',
    solve,
    ...input,
  });
}

/** A table of an outcome, without the byte order mark that each of them begins with. */
function tableOf(outcome: MatchOutcome, name: string): string {
  const worth = worthOfPlaces(outcome.allocation.certificate, outcome.mentors.length);
  const text = outcomeTables(outcome, worth).get(`${name}.csv`)!;
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return text.slice(1);
}

function rows(csv: string): Readonly<Record<string, string>>[] {
  return parse(csv, { columns: true });
}

describe('matches.csv', () => {
  const outcome = round({
    mentees: [
      aMentee({ id: 'b', background: 'ahp/dietitian', gaps: ['DA-1.1', 'SE-1.1', 'MP-1.1:4'] }),
      aMentee({ id: 'a', name: 'Ana Ford', email: 'ana@example.org', organisation: 'Eastmoor' }),
    ],
    mentors: [
      aMentor({ id: 'x', name: '=HYPERLINK("there")', capacity: 2, strengths: ['SE-1.1@3', 'MP-1.1@1'] }),
    ],
  });
  const matches = rows(tableOf(outcome, 'matches'));

  it('has a row for each pair, by id of the mentee: who, the score, the points, what the mentor helps with', () => {
    expect(matches.map((row) => [row['mentee_id'], row['mentor_id'], row['mentor_profession']])).toEqual([
      ['a', 'x', 'Adult nurses'],
      ['b', 'x', 'Adult nurses'],
    ]);
    expect(matches[0]).toMatchObject({
      ...{ mentee_name: 'Ana Ford', mentee_email: 'ana@example.org', mentee_organisation: 'Eastmoor' },
      ...{ mentee_profession: 'Adult nurses', mentor_organisation: 'Southfield', mentor_email: '' },
    });
    expect(Object.keys(matches[0]!).slice(10)).toEqual([
      'score',
      ...CRITERIA.map((criterion) => `points_${criterion}`),
      ...['helps_with', 'not_with', 'notes'],
    ]);
  });

  it('gives the points of each criterion, whose sum is the score', () => {
    expect(outcome.matches.map(({ score }) => String(score))).toEqual(matches.map((row) => row['score']));
    for (const row of matches) {
      const points = CRITERIA.map((criterion) => Number(row[`points_${criterion}`]));
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(Number(row['score']));
    }
  });

  it('names each gap that is covered by its place in the mentee’s own order', () => {
    expect(matches[1]!['helps_with']).toBe(
      '2. SE-1.1 Prioritise for productivity: asked at stage 2, practised at stage 3; ' +
        '3. MP-1.1 Create a sense of engagement: asked at stage 2, practised at stage 1, which counts half',
    );
  });

  it('makes no cell a formula', () => {
    expect(matches[0]!['mentor_name']).toBe(`'=HYPERLINK("there")`);
  });

  it('has its headings where there is no pair', () => {
    const empty = tableOf(round(), 'matches');
    expect(empty.split('\n')).toEqual([tableOf(outcome, 'matches').split('\n')[0], '']);
  });
});

describe('unmatched.csv', () => {
  it('gives the rule that most mentors break, of equal ones the first, or the shortage', () => {
    const outcome = round({
      mentees: [
        aMentee({ id: 'a', name: '+Ana', email: 'ana@example.org', waitingSince: '2026-01-01' }),
        aMentee({ id: 'b' }),
        aMentee({ id: 'c', languages: ['pl'], mode: 'in_person' }),
        aMentee({ id: 'd', gaps: ['DA-3.3'], languages: ['cy'] }),
      ],
      mentors: [aMentor({ id: 'x' }), aMentor({ id: 'y', mode: 'remote', capacity: 0 })],
    });
    const columns = [
      'role',
      'id',
      'reason',
      'excluded_most_by',
      'excluded',
      'eligible_mentors',
      'share_places',
      'people_who_share',
    ];
    const unmatched = rows(tableOf(outcome, 'unmatched'));
    expect(unmatched.map((row) => columns.map((column) => row[column]))).toEqual([
      ['mentee', 'b', 'places_taken', '', '', '2', '1', '2'],
      ['mentee', 'c', 'no_eligible_mentor', 'language', '2', '0', '', ''],
      ['mentee', 'd', 'no_eligible_mentor', 'no_gap_covered', '2', '0', '', ''],
    ]);
    expect(unmatched.map((row) => row['why'])).toEqual(outcome.unmatched.map(({ sentence }) => sentence));
  });

  it('tells who somebody is, without a formula in it', () => {
    const mentees = [aMentee({ id: 'a', name: '+Ana', email: 'ana@example.org', organisation: '@Eastmoor' })];
    expect(rows(tableOf(round({ mentees }), 'unmatched'))).toEqual([
      {
        ...{ role: 'mentee', id: 'a', name: "'+Ana", email: 'ana@example.org', organisation: "'@Eastmoor" },
        ...{ profession: 'Adult nurses', reason: 'no_mentors', excluded_most_by: '', excluded: '' },
        ...{
          eligible_mentors: '0',
          share_places: '',
          people_who_share: '',
          why: expect.stringMatching(/\.$/) as unknown,
        },
      },
    ]);
  });

  it('ends with those who take no part, by id alone', () => {
    const outcome = round({
      mentees: [aMentee({ id: 'a', name: 'Ana', email: 'ana@example.org', consent: false })],
      mentors: [aMentor({ id: 'x', name: 'Max', active: false })],
    });
    const nothing = { name: '', email: '', organisation: '', profession: '', excluded_most_by: '' };
    const unknown = {
      ...nothing,
      excluded: '',
      eligible_mentors: '',
      share_places: '',
      people_who_share: '',
    };
    expect(rows(tableOf(outcome, 'unmatched'))).toEqual([
      {
        ...{ role: 'mentee', id: 'a', reason: 'no_consent', ...unknown },
        why: 'They have not consented to being matched.',
      },
      { role: 'mentor', id: 'x', reason: 'not_active', ...unknown, why: 'They are not active at present.' },
    ]);
  });
});

describe('access.csv', () => {
  const mentees = ['a', 'b', 'c'].map((id) => aMentee({ id, background: 'ahp/dietitian' }));
  const mentors = [aMentor({ id: 'x', capacity: 2 })];

  it('has groups, then professions; rates to four places, rounded half up', () => {
    const baseline = new Map([
      ['dietitian', 20_000],
      ['adult_nurse', 0],
      ['midwife', 7],
    ]);
    const rules = checkRules({ prior: { 'ahp/dietitian': { asked: 3, matched: 2 } } });
    expect(tableOf(round({ mentees, mentors, baseline, rules }), 'access').split('\n')).toEqual([
      'level,code,title,in_scope,asked,matched,no_eligible_mentor,short_of_places,nothing_gained,ask_rate,' +
        'access_rate,reach,prior_asked,prior_matched,access_rate_with_prior,mentors,places',
      'group,ahp,Allied health professionals,20000,3,2,0,1,0,0.0002,0.6667,0.0001,,,,0,0',
      'group,midwife,Midwives,7,0,0,0,0,0,0.0000,,0.0000,,,,0,0',
      'group,nurse,Nurses,0,0,0,0,0,0,,,,,,,1,2',
      'profession,ahp/dietitian,Dietitians,20000,3,2,0,1,0,0.0002,0.6667,0.0001,3,2,0.6667,0,0',
      'profession,midwife/midwife,Midwives,7,0,0,0,0,0,0.0000,,0.0000,,,,0,0',
      'profession,nurse/adult_nurse,Adult nurses,0,0,0,0,0,0,,,,,,,1,2',
      '',
    ]);
  });

  it('tells apart whom a match would have gained nothing', () => {
    const mentors = [aMentor({ id: 'x', background: 'ahp/dietitian', capacity: 3 })];
    const rules = checkRules({ objectives: ['priority'] });
    expect(tableOf(round({ mentees, mentors, rules }), 'access').split('\n')[1]).toBe(
      'group,ahp,Allied health professionals,,3,0,0,0,3,,0.0000,,,,,1,3',
    );
  });

  it('has neither headcounts, ask rate nor reach without a baseline, and 1.0000 where all are matched', () => {
    const enough = [aMentor({ id: 'x', background: 'ahp/dietitian', capacity: 3 })];
    expect(
      tableOf(round({ mentees, mentors: enough }), 'access')
        .split('\n')
        .slice(1),
    ).toEqual([
      'group,ahp,Allied health professionals,,3,3,0,0,0,,1.0000,,,,,1,3',
      'profession,ahp/dietitian,Dietitians,,3,3,0,0,0,,1.0000,,,,,1,3',
      '',
    ]);
  });
});

describe('places.csv', () => {
  it('lists every mentor with the places taken, by whom, and those still free, and what one more could bring', () => {
    const mentees = ['a', 'b'].map((id) => aMentee({ id }));
    const mentors = [aMentor({ id: 'x', name: 'Max', capacity: 3 }), aMentor({ id: 'y', capacity: 0 })];
    const columns = ['id', 'name', 'places', 'taken', 'free', 'mentees', 'one_more_place'];
    expect(
      rows(tableOf(round({ mentees, mentors }), 'places')).map((row) => columns.map((column) => row[column])),
    ).toEqual([
      ['x', 'Max', '3', '2', '1', 'a;b', 'One more place would change nothing.'],
      ['y', expect.any(String), '0', '0', '0', '', expect.stringMatching(/^One more place /)],
    ]);
  });
});

describe('gaps.csv', () => {
  it('lists what is asked for and nobody offers, with how many asked', () => {
    const outcome = round({ mentees: [aMentee({ gaps: ['DA-3.3'] })], mentors: [aMentor({})] });
    expect(rows(tableOf(outcome, 'gaps'))).toEqual([
      { topic: 'DA-3.3', title: 'Actively share good practice', stage: '2', asked: '1' },
    ]);
  });
});
