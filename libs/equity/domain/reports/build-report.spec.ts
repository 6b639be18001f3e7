import {
  DEFAULT_DISCLOSURE_POLICY,
  releasedCount,
  type CountTables,
  type ReleasedTables,
} from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import fc from 'fast-check';
import { buildReport } from './build-report';
import { countPeople } from './count-people';
import type { EquityReport } from './equity-report';
import type { Measure } from './measures';
import { bitOf, type PeopleFacts, STATED_DIMENSIONS } from './people-facts';
import { reportDimensions } from './report-dimensions';
import { PEOPLE_SETS, withWhatIsTold } from './report-lattice';
import { ReportMaterial } from './report-material';
import { cellsOf } from './sections/columns';
import { countMentors } from './supply-counts';

const dimensions = reportDimensions(healthAndCare.content, {
  organisations: [],
  rounds: [
    { code: 'spring', title: 'Spring' },
    { code: 'autumn', title: 'Autumn' },
  ],
});
const WINDOW = { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' };
const STEPS = ['eligible', 'asked', 'proposed', 'closed', 'matched', 'met'] as const;

/** A programme in which every group has this many, of whom so many got as far as each step. */
const programme = fc
  .record({ people: fc.integer({ min: 40, max: 400 }), seed: fc.integer({ min: 1, max: 1_000 }) })
  .map(({ people, seed }): PeopleFacts => {
    const chance = (person: number, of: number) => (person * 2_654_435_761 + seed * 40_503) % of;
    const reached = Array.from({ length: people }, (_, person) =>
      STEPS.slice(0, 1 + chance(person + 1, STEPS.length)).reduce((bits, step) => bits | bitOf(step), 0),
    );
    return {
      people,
      categories: Object.fromEntries(
        STATED_DIMENSIONS.map((code, at) => [
          code,
          Uint16Array.from({ length: people }, (_, person) =>
            chance(person + at * 31, Math.min(4, dimensions[code].categories.length)),
          ),
        ]),
      ) as PeopleFacts['categories'],
      steps: Uint32Array.from(reached),
      waitedDays: Int32Array.from(reached, (bits, person) =>
        (bits & bitOf('asked')) === 0 ? -1 : chance(person, 400),
      ),
      scores: Int32Array.from(reached, (bits, person) =>
        (bits & bitOf('matched')) === 0 ? -1 : chance(person, 9_999),
      ),
      mentorRanks: Int32Array.from(reached, (bits, person) =>
        (bits & bitOf('matched')) === 0 ? -1 : 1 + chance(person, 30),
      ),
      eligibleMentors: Int32Array.from(reached, (bits) => ((bits & bitOf('matched')) === 0 ? -1 : 30)),
    };
  });

const REACHED = {
  asked: ['eligible', 'asked'],
  proposed: ['eligible', 'asked', 'proposed'],
  matched: ['eligible', 'asked', 'proposed', 'closed', 'matched'],
} as const satisfies Record<string, readonly Measure[]>;
type Reached = keyof typeof REACHED;
interface Somebody {
  readonly profession: string;
  readonly round: string;
  readonly reached: Reached;
}

/** People of a profession whom a round took up, by how far they got. */
function cohort(profession: string, round: string, people: Readonly<Record<Reached, number>>): Somebody[] {
  return (Object.keys(REACHED) as Reached[]).flatMap((reached) =>
    Array.from({ length: people[reached] }, () => ({ profession, round, reached })),
  );
}

function factsOf(everybody: readonly Somebody[]): PeopleFacts {
  const column = (position: (one: Somebody) => number) => Uint16Array.from(everybody, position);
  const nothing = STATED_DIMENSIONS.map((code) => [code, column(() => 0)] as const);
  return {
    people: everybody.length,
    categories: {
      ...(Object.fromEntries(nothing) as PeopleFacts['categories']),
      profession: column(({ profession }) => dimensions.profession.categories.indexOf(profession)),
      round: column(({ round }) => dimensions.round.categories.indexOf(round)),
    },
    steps: Uint32Array.from(everybody, ({ reached }) =>
      REACHED[reached].reduce((bits, step) => bits | bitOf(step), 0),
    ),
    waitedDays: Int32Array.from(everybody, () => 10),
    scores: Int32Array.from(everybody, ({ reached }) => (reached === 'matched' ? 5_000 : -1)),
    ...{
      mentorRanks: Int32Array.from(everybody, () => -1),
      eligibleMentors: Int32Array.from(everybody, () => -1),
    },
  };
}

/** Each count that a table tells, by itself: what the gate does beyond that is for its own tests. */
function rounded<Measure extends string>(
  tables: CountTables<Measure>,
  policy = DEFAULT_DISCLOSURE_POLICY,
): ReleasedTables<Measure> {
  return {
    ...tables,
    tables: tables.tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ categories, counts }) => ({
        categories,
        counts: Object.fromEntries(
          tables.measures.map((measure) => [
            measure,
            (table.tells?.includes(measure) ?? true) ? releasedCount(counts[measure], policy) : null,
          ]),
        ) as Record<Measure, number | null>,
      })),
    })),
  };
}

const counted = (facts: PeopleFacts) =>
  withWhatIsTold(countPeople(facts, dimensions, PEOPLE_SETS), DEFAULT_DISCLOSURE_POLICY);
const supply = countMentors([], dimensions, '4');

function reportOf(facts: PeopleFacts): EquityReport {
  const released = { people: rounded(counted(facts)), supply: rounded(supply) };
  return buildReport(
    new ReportMaterial(dimensions, healthAndCare.content.stages, released, DEFAULT_DISCLOSURE_POLICY),
    WINDOW,
  );
}

describe('An equity report', () => {
  it('says one of three verdicts of every group or that none can be told, and never that anything is fair', () => {
    fc.assert(
      fc.property(programme, (facts) => {
        const report = reportOf(facts);
        for (const { table } of report.sections.filter(({ code }) => code.startsWith('access-by'))) {
          const at = table.columns.findIndex(({ code }) => code === 'access_verdict');
          const verdicts = table.rows.map((row) => row[at]);
          const known = ['Disparity', 'Not enough data', 'No evidence of disparity', 'Not told'];
          expect(verdicts.filter((verdict) => !known.includes(verdict as string))).toEqual([]);
        }
        expect(JSON.stringify(report.sections)).not.toMatch(/\bfair\b/i);
      }),
      { numRuns: 10 },
    );
  });

  it('says by which policy it tells, before anything else', () => {
    const policy = { base: 10, smallest: 20, smallestForExtremes: 40 };
    const [facts] = fc.sample(programme, 1);
    const released = { people: rounded(counted(facts!), policy), supply: rounded(supply, policy) };
    const material = new ReportMaterial(dimensions, healthAndCare.content.stages, released, policy);
    const { notes, ...report } = buildReport(material, WINDOW);
    expect(report.policy).toBe(policy);
    expect(notes[0]).toMatch(
      /^Every count is rounded to the nearest 10, and withheld where it is below 20 .*no national/,
    );
    expect(reportOf(facts!).notes[0]).toMatch(/to the nearest 5, and withheld where it is below 10 /);
  });

  it('lists every group, told or not', () => {
    const [facts] = fc.sample(programme, 1);
    const { sections } = reportOf(facts!);
    const byProfession = sections.find(({ code }) => code === 'access-by-profession')!;
    expect(byProfession.table.rows).toHaveLength(healthAndCare.content.professions.length + 1);
  });

  it('has for every column a cell in every row, and names in charts what there is', () => {
    const [facts] = fc.sample(programme, 1);
    for (const { table, chart } of reportOf(facts!).sections) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      const codes = table.columns.map(({ code }) => code);
      for (const code of [chart!.labels, ...chart!.series]) expect(codes).toContain(code);
    }
  });

  it('has of each round the share that was proposed a mentor of whom it took up, for all and by group', () => {
    const facts = factsOf([
      ...cohort('adult_nurse', 'spring', { asked: 90, proposed: 30, matched: 60 }),
      ...cohort('physiotherapist', 'spring', { asked: 90, proposed: 10, matched: 20 }),
      ...cohort('adult_nurse', 'autumn', { asked: 20, proposed: 0, matched: 80 }),
    ]);
    const { table } = reportOf(facts).sections.find(({ code }) => code === 'trend-by-round')!;
    const cells = (code: string) => cellsOf(table, code).slice(0, 2);
    expect(cellsOf(table, 'label')).toEqual(['Spring', 'Autumn', 'In none of these rounds']);
    expect([cells('asked'), cells('proposed'), cells('matched')]).toEqual([
      [300, 100],
      [120, 80],
      [80, 80],
    ]);
    expect([cells('rate'), cells('rate_nurse'), cells('rate_ahp')]).toEqual([
      [40, 80],
      [50, 80],
      [25, null],
    ]);
  });
});
