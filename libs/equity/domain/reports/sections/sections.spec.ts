import {
  type CountTables,
  DEFAULT_DISCLOSURE_POLICY,
  releasedCount,
  type ReleasedTables,
} from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import fc from 'fast-check';
import { buildReport } from '../build-report';
import { type CharacteristicCount, withCharacteristics } from '../characteristic-counts';
import { countPeople } from '../count-people';
import type { EquityReport } from '../equity-report';
import { inLikelihoodOrder, sectionsIn } from '../likelihood-order';
import { type Measure, MEASURES } from '../measures';
import { bitOf, type PeopleFacts, type StatedDimension, STATED_DIMENSIONS } from '../people-facts';
import { type Characteristic, NOT_STATED, reportDimensions } from '../report-dimensions';
import { PEOPLE_SETS, withWhatIsTold } from '../report-lattice';
import { ReportMaterial } from '../report-material';
import { countMentors } from '../supply-counts';
import { countWorkforce } from '../workforce-counts';
import { cellsOf } from './columns';

const dimensions = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
const WINDOW = { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' };

/** So many people alike, who all did the same. */
interface Alike {
  readonly people: number;
  readonly of: Partial<Record<StatedDimension, string>>;
  readonly did: readonly Measure[];
  readonly waited?: number;
  /** Of the mentor among those eligible. */
  readonly rank?: readonly [rank: number, eligible: number];
}

const ASKED: readonly Measure[] = ['eligible', 'asked'];
const ENDED: readonly Measure[] = [...ASKED, 'closed'];
const MATCHED: readonly Measure[] = [...ENDED, 'proposed', 'matched'];
const MET: readonly Measure[] = [...MATCHED, 'met', 'completed'];

/** Midwives at two stages, of whom fewer are matched, paramedics, and five dietitians. */
const PROGRAMME: readonly Alike[] = [
  { people: 100, of: { profession: 'midwife', stage: '1', grade: 'afc_6' }, did: ['eligible'] },
  { people: 60, of: { profession: 'midwife', stage: '1', grade: 'afc_6' }, did: ENDED, waited: 40 },
  { people: 20, of: { profession: 'midwife', stage: '2', grade: 'afc_6' }, did: MATCHED, waited: 20 },
  { people: 20, of: { profession: 'midwife', stage: '2', grade: 'afc_6' }, did: MET, waited: 20 },
  { people: 15, of: { profession: 'midwife', stage: '2', grade: 'afc_6' }, did: ASKED, waited: 10 },
  { people: 100, of: { profession: 'paramedic', stage: '1', grade: 'afc_6' }, did: MET, waited: 20 },
  { people: 30, of: { profession: 'paramedic', stage: '2', grade: 'afc_6' }, did: ENDED, waited: 20 },
  { people: 50, of: { profession: 'paramedic', stage: '2', grade: 'afc_6' }, did: MATCHED, waited: 20 },
  { people: 5, of: { profession: 'dietitian', stage: '1', grade: 'afc_6' }, did: ENDED, waited: 20 },
];

function factsOf(programme: readonly Alike[]): PeopleFacts {
  const everybody = programme.flatMap((alike) => Array.from({ length: alike.people }, () => alike));
  const place = (code: StatedDimension, category = NOT_STATED) =>
    dimensions[code].categories.indexOf(category);
  return {
    people: everybody.length,
    categories: Object.fromEntries(
      STATED_DIMENSIONS.map((code) => [code, Uint16Array.from(everybody, ({ of }) => place(code, of[code]))]),
    ) as PeopleFacts['categories'],
    steps: Uint32Array.from(everybody, ({ did }) => did.reduce((bits, step) => bits | bitOf(step), 0)),
    waitedDays: Int32Array.from(everybody, ({ waited = -1 }) => waited),
    scores: Int32Array.from(everybody, () => -1),
    mentorRanks: Int32Array.from(everybody, ({ rank = [-1, -1] }) => rank[0]),
    eligibleMentors: Int32Array.from(everybody, ({ rank = [-1, -1] }) => rank[1]),
  };
}

/** Each count by itself, a row for every combination: what the gate does beyond that is for its own tests. */
function rounded<Counted extends string>(tables: CountTables<Counted>): ReleasedTables<Counted> {
  return {
    ...tables,
    tables: tables.tables.map((table) => {
      const known = new Map(table.rows.map(({ categories, counts }) => [categories.join(), counts]));
      return {
        ...table,
        rows: combinations(table.dimensions, tables).map((categories) => ({
          categories,
          counts: Object.fromEntries(
            tables.measures.map((measure) => [
              measure,
              releasedCount(known.get(categories.join())?.[measure] ?? 0, DEFAULT_DISCLOSURE_POLICY),
            ]),
          ) as Record<Counted, number | null>,
        })),
      };
    }),
  };
}

function combinations(
  codes: readonly string[],
  tables: Pick<CountTables<string>, 'dimensions'>,
): readonly (readonly string[])[] {
  return codes.reduce<readonly (readonly string[])[]>(
    (all, code) =>
      all.flatMap((one) =>
        tables.dimensions.find((each) => each.code === code)!.categories.map((other) => [...one, other]),
      ),
    [[]],
  );
}

const answered = (
  question: Characteristic,
  answer: string,
  ...[eligible, asked, closed, matched]: readonly number[]
) => ({
  ...{ question, answer, profession: 'midwife' },
  counts: {
    ...(Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>),
    ...{ eligible: eligible!, asked: asked!, closed: closed!, proposed: matched!, matched: matched! },
  },
});
const BASELINE = {
  parts: [
    { profession: 'midwife', stage: '1', people: 900 },
    { profession: 'paramedic', stage: '1', people: 300 },
    { profession: 'paramedic', stage: '2', people: 300 },
  ],
  characteristics: [
    { question: 'sex', answer: 'female', people: 1_000 },
    { question: 'sex', answer: 'male', people: 500 },
    { question: 'disability', answer: 'yes', people: 100 },
  ],
};

interface Made {
  readonly programme?: readonly Alike[];
  readonly baseline?: boolean;
  readonly whatIsTold?: boolean;
  readonly answers?: readonly CharacteristicCount[];
}

/** Everybody has said, women and men. */
const SEXES = [answered('sex', 'female', 250, 200, 180, 100), answered('sex', 'male', 150, 100, 105, 90)];

function reportOf({ programme = PROGRAMME, answers = SEXES, ...with_ }: Made = {}): EquityReport {
  const people = withCharacteristics(
    countPeople(factsOf(programme), dimensions, PEOPLE_SETS),
    answers,
    dimensions,
  );
  const mentor = { profession: 'midwife', stage: '4', region: 'london', organisation: NOT_STATED };
  const supply = countMentors(
    Array.from({ length: 40 }, () => ({
      ...mentor,
      ...{ places: 2, placesInUse: 1, offers: 1, answeredInTime: 1 },
    })),
    dimensions,
    '4',
  );
  const released = {
    ...{
      people: rounded(with_.whatIsTold ? withWhatIsTold(people, DEFAULT_DISCLOSURE_POLICY) : people),
      supply: rounded(supply),
    },
    ...(with_.baseline ? { workforce: rounded(countWorkforce(BASELINE, dimensions)) } : {}),
  };
  return buildReport(
    new ReportMaterial(dimensions, healthAndCare.content.stages, released, DEFAULT_DISCLOSURE_POLICY),
    WINDOW,
  );
}

const plain = reportOf();
const beside = reportOf({ baseline: true });

function sectionOf({ sections }: EquityReport, code: string) {
  return sections.find((section) => section.code === code)!;
}

/** A row by what its columns are called. */
function row(report: EquityReport, code: string, label: string) {
  const { columns, rows } = sectionOf(report, code).table;
  const found = rows.find((cells) => cells[0] === label)!;
  return Object.fromEntries(columns.map((column, at) => [column.code, found[at]]));
}

const columnsOf = (report: EquityReport, code: string) =>
  sectionOf(report, code).table.columns.map((column) => column.code);

describe('Access by profession', () => {
  it('has every share with its whole, intervals of the rounded counts, and verdicts', () => {
    expect(row(plain, 'access-by-profession', 'Midwives')).toMatchObject({
      ...{ eligible: 215, asked: 115, closed: 100, matched: 40, met: 20, completed: 20 },
      ...{ ask_rate: 53, access_rate: 40, reach: 19, proposed_rate: 35, met_rate: 50, completed_rate: 50 },
      ...{ access_lower: 31, access_upper: 50, access_verdict: 'Disparity', access_needed: 'No more' },
    });
    const titles = sectionOf(plain, 'access-by-profession').table.columns.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['Ask rate (asked of eligible)', 'Access rate (matched of closed)']),
    );
  });

  it('says of nobody who is withheld that there is a disparity, or that there is none', () => {
    expect(row(plain, 'access-by-profession', 'Dietitians')).toMatchObject({
      ...{ eligible: null, access_verdict: 'Not told', access_needed: 'Not told' },
    });
    expect(sectionOf(plain, 'access-by-profession').sentence).toMatch(
      /Left out, since their rates are withheld: .*Dietitians/,
    );
  });

  it('has the workforce, and how many of it are eligible, where there is a baseline', () => {
    expect(columnsOf(plain, 'access-by-profession')).not.toContain('workforce');
    expect(row(beside, 'access-by-profession', 'Midwives')).toMatchObject({
      ...{ workforce: 900, eligible_rate: 24 },
    });
    expect(columnsOf(beside, 'access-by-region')).not.toContain('workforce');
  });
});

describe('Access by a characteristic', () => {
  const answers = [
    answered('disability', 'no', 250, 200, 180, 120),
    answered('disability', 'yes', 100, 80, 70, 50),
    answered('disability', 'prefer_not_to_say', 60, 60, 60, 10),
    answered('disability', NOT_STATED, 60, 60, 60, 15),
  ];
  const report = reportOf({ answers });
  const code = 'access-by-disability';

  it.each(['Prefer not to say', 'Did not answer'])(
    'counts those of “%s”, and compares them with nobody',
    (title) => {
      for (const each of [report, inLikelihoodOrder(report, 'wres')]) {
        expect(row(each, code, title)).toMatchObject({
          ...{ closed: 60, likelihood: null, lower: null, upper: null, direction: 'Not compared' },
          ...{
            access_verdict: 'Not compared',
            asking_verdict: 'Not compared',
            access_needed: 'Not compared',
          },
        });
        expect(sectionOf(each, code).sentence).not.toContain(title);
      }
    },
  );

  it('names groups as they are read without the question', () => {
    expect(row(report, code, 'With a disability')['direction']).toMatch(
      /^People in the group “With a disability” were /,
    );
    expect(sectionOf(report, code).sentence).toMatch(
      /from 67% \(Without a disability\) to 71% \(With a disability\)/,
    );
    expect(report.notes.at(-1)).toContain('compared with nobody');
  });

  it('says that a group is about as likely as everyone else where the ratio reads as 1', () => {
    const alike = reportOf({
      answers: [answered('sex', 'female', 100, 80, 60, 40), answered('sex', 'male', 200, 160, 225, 150)],
    });
    for (const each of [alike, inLikelihoodOrder(alike, 'wres')]) {
      const { likelihood, direction } = row(each, 'access-by-sex', 'Female');
      expect([likelihood, direction]).toEqual([1, expect.stringContaining(' about as likely as ')]);
    }
  });
});

describe('Access by professional group and grade', () => {
  it('has counts, rates and intervals of each of the two together', () => {
    const { rows } = sectionOf(plain, 'access-by-group-and-grade').table;
    const { professional_group: group, grade } = dimensions;
    expect(rows).toHaveLength(group.categories.length * grade.categories.length);
    const title = `${group.titles.get('ahp')}, ${grade.titles.get('afc_6')}`;
    expect(row(plain, 'access-by-group-and-grade', title)).toMatchObject({
      ...{ eligible: 185, matched: 150, access_rate: 81, access_verdict: 'Disparity' },
      likelihood: expect.any(Number) as unknown,
      lower: expect.any(Number) as unknown,
    });
  });
});

describe('Representation', () => {
  it('by sex stands beside the sexes of the baseline, where it counts everybody by them', () => {
    expect(row(beside, 'representation-by-sex', 'Female')).toMatchObject({
      ...{ baseline: 1_000, matched: 100, matched_p: expect.anything() as unknown },
    });
    expect(sectionOf(beside, 'representation-by-sex').sentence).toContain('the workforce');
    expect(sectionOf(beside, 'representation-by-disability').sentence).toContain('eligible');
  });

  it('by a characteristic is of those who answered: who did not makes no group look as if too few were matched', () => {
    // Women and men are matched as the workforce has them; two of five did not say.
    const answers = [
      answered('sex', 'female', 200, 160, 120, 80),
      answered('sex', 'male', 100, 80, 60, 40),
      answered('sex', 'prefer_not_to_say', 20, 20, 20, 20),
      answered('sex', NOT_STATED, 80, 60, 50, 50),
    ];
    for (const baseline of [true, false]) {
      const report = reportOf({ answers, baseline });
      const [female, male, rather, silent] = ['Female', 'Male', 'Prefer not to say', 'Did not answer'].map(
        (title) => row(report, 'representation-by-sex', title),
      );
      expect([female!['matched_index'], male!['matched_index']]).toEqual([1, 1]);
      expect(rather).toMatchObject({ matched: 20, matched_index: null, matched_p: null });
      expect(silent).toMatchObject({ matched: 50, matched_index: null, matched_p: null });
      expect(sectionOf(report, 'representation-by-sex').sentence).toContain('those alone who answered');
      expect(sectionOf(report, 'representation-by-stage').sentence).not.toContain('answered');
    }
  });

  it('by a characteristic of which one answer alone is told compares nothing', () => {
    const answers = [answered('sex', 'female', 200, 160, 120, 80), answered('sex', 'male', 100, 80, 60, 4)];
    expect(row(reportOf({ answers }), 'representation-by-sex', 'Female')).toMatchObject({
      ...{ matched: 80, matched_index: null },
    });
  });

  it('has no column that can hold nothing', () => {
    const told = reportOf({ whatIsTold: true });
    expect(columnsOf(plain, 'representation-by-stage')).toContain('in_pool_index');
    expect(columnsOf(told, 'representation-by-stage')).toContain('matched_index');
    for (const code of ['profession', 'stage', 'grade', 'organisation', 'sex']) {
      expect(columnsOf(told, `representation-by-${code}`).join()).not.toContain('in_pool');
    }
    expect(told.sections.map(({ code }) => code)).not.toContain('talent-pools-by-stage');
  });

  it('tells no probability of 0', () => {
    const ps = plain.sections.flatMap(({ table: { columns, rows } }) =>
      columns.flatMap(({ kind }, at) => (kind === 'probability' ? rows.map((cells) => cells[at]) : [])),
    );
    expect(ps).toContain('under 0.0001');
    expect(ps).not.toContain(0);
  });
});

describe('Access within strata', () => {
  it('is compared both ways: groups within stages, and stages within groups', () => {
    const group = dimensions.professional_group.titles.get('ahp')!;
    expect(row(plain, 'stratified-by-stage', group)['compared']).toBeGreaterThan(0);
    const stage = dimensions.stage.titles.get('2')!;
    expect(row(plain, 'stratified-stage-by-professional-group', stage)).toMatchObject({
      ...{ crude: 1.24, within: 1.21, compared: 2 },
    });
  });
});

describe('A report in the order of the WRES', () => {
  const wres = inLikelihoodOrder(plain, 'wres');

  it('divides the rate of everyone else by that of the group, and says so', () => {
    expect(row(plain, 'access-by-profession', 'Midwives')).toMatchObject({
      ...{ closed: 100, matched: 40, likelihood: 0.49 },
      direction:
        'People in the group “Midwives” were 0.49 times as likely as everyone else to be matched once their request was closed.',
    });
    expect(row(wres, 'access-by-profession', 'Midwives')).toMatchObject({
      ...{ closed: 100, matched: 40, likelihood: 2.03, access_verdict: 'Disparity' },
      direction:
        'Everyone else was 2.03 times as likely as people in the group “Midwives” to be matched once their request was closed.',
    });
    const titles = sectionOf(wres, 'access-by-profession').table.columns.map(({ title }) => title);
    expect(titles).toContain('Relative likelihood (everyone else ÷ this group)');
    expect(wres.notes[0]).toContain('above 1 is to the group’s disadvantage');
  });

  it('does the same within strata', () => {
    const stage = dimensions.stage.titles.get('2')!;
    const code = 'stratified-stage-by-professional-group';
    const { crude, within, ...before } = row(plain, code, stage);
    expect(row(wres, code, stage)).toEqual({
      ...before,
      ...{ crude: 0.81, within: 0.83, lower: expect.any(Number) as unknown },
      upper: expect.any(Number) as unknown,
    });
    expect({ crude, within }).toEqual({ crude: 1.24, within: 1.21 });
    expect(wres.sections.map((section) => section.code)).toEqual(
      plain.sections.map((section) => section.code),
    );
    expect(sectionOf(wres, code).sentence).toMatch(
      /^How likely everyone else of the same professional group was to be matched beside the people of each stage/,
    );
  });

  it('leaves out what cannot be turned, and what is no likelihood as it was', () => {
    const unknown = { ...plain.counts, people: { ...plain.counts.people, tables: [] } };
    const left = inLikelihoodOrder({ ...plain, counts: unknown }, 'wres').sections.map(({ code }) => code);
    expect(left.filter((code) => code.startsWith('stratified'))).toEqual([]);
    expect(sectionOf(wres, 'quality-by-professional-group')).toEqual(
      sectionOf(plain, 'quality-by-professional-group'),
    );
  });

  const alike = fc.record({
    people: fc.integer({ min: 1, max: 120 }),
    of: fc.record({
      profession: fc.constantFrom('midwife', 'paramedic', 'dietitian', 'physiotherapist'),
      stage: fc.constantFrom('1', '2', '3'),
      grade: fc.constantFrom('afc_6', 'afc_8a'),
    }),
    did: fc.constantFrom(['eligible'] as const, ASKED, ENDED, MATCHED, MET),
  });

  const saysNot = (report: EquityReport) =>
    report.sections
      .filter(({ code }) => code.startsWith('access-by'))
      .map(({ code, table }) => [
        code,
        cellsOf(table, 'direction').map((cell) => String(cell).startsWith('Not told')),
      ]);

  it('is worked out from nothing but the report, and is silent where the other order is', () => {
    fc.assert(
      fc.property(fc.array(alike, { minLength: 1, maxLength: 8 }), (programme) => {
        const made = JSON.parse(JSON.stringify(reportOf({ programme }))) as EquityReport;
        expect(sectionsIn(made, 'group_to_rest')).toEqual(made.sections);
        expect(saysNot(inLikelihoodOrder(made, 'wres'))).toEqual(saysNot(made));
      }),
      { numRuns: 5, seed: 20261201 },
    );
  });
});

describe('Whom to invite', () => {
  it('has those behind first, and last those too few to tell, who are not dropped', () => {
    const { table, sentence } = sectionOf(plain, 'outreach-by-profession');
    expect(table.rows[0]![0]).toBe('Midwives');
    const dietitians = table.rows.find((cells) => cells[0] === 'Dietitians')!;
    expect(dietitians[3]).toBe('Too few to tell');
    expect(sentence).toContain('too few');
  });
});

describe('The quality of matches', () => {
  const matched = (people: number, rank?: readonly [number, number]): Alike => ({
    ...{ people, of: { profession: 'paramedic' }, did: MATCHED },
    ...(rank === undefined ? {} : { rank }),
  });

  it('tells where mentors stand among those eligible, of how many that is not known, and guesses nothing', () => {
    const report = reportOf({
      programme: [
        ...[
          matched(40, [1, 3]),
          matched(30, [2, 20]),
          matched(20, [10, 20]),
          matched(10, [2, 2]),
          matched(25),
        ],
        { people: 50, of: { profession: 'paramedic' }, did: ENDED },
      ],
    });
    const code = 'quality-by-professional-group';
    expect(row(report, code, dimensions.professional_group.titles.get('ahp')!)).toMatchObject({
      ...{ rank_best: 40, rank_best_tenth: 30, rank_best_half: 20, rank_other_half: 10, rank_not_known: 25 },
    });
    expect(sectionOf(report, code).sentence).toContain('It is not known of matches from before it was kept');
  });
});

describe('Waiting', () => {
  it('tells apart who ended without a match and who waits yet', () => {
    const group = dimensions.professional_group;
    const midwives = group.titles.get(dimensions.profession.within!.of['midwife']!)!;
    expect(row(plain, 'waiting-by-professional-group', midwives)).toMatchObject({
      ...{ matched: 40, ended: 60, waiting: 15 },
    });
    expect(row(plain, 'waiting-by-professional-group', 'Everybody')['waiting']).toBe(15);
  });
});

describe('Mentors', () => {
  it('have the share of their places that is used', () => {
    expect(row(plain, 'supply-by-region', 'London')).toMatchObject({
      places: 80,
      places_free: 40,
      used_rate: 50,
    });
  });
});

describe('The notes of a report', () => {
  it('say who is eligible, what “withheld” is, when a verdict is told and what Holm counts', () => {
    const notes = plain.notes.join(' ');
    for (const said of [
      'active in the programme, with their consent, and not a mentor only',
      '“withheld” is no zero',
    ]) {
      expect(notes).toContain(said);
    }
    expect(notes).toMatch(/“Not told”.*Holm.*Tarone/);
    expect(notes).not.toContain('blank');
  });
});
