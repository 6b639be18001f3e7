import { healthAndCare } from '@evenhand/taxonomy';
import fc from 'fast-check';
import { countPeople } from './count-people';
import { MEASURES, PARTS } from './measures';
import { bitOf, type PeopleFacts, STATED_DIMENSIONS } from './people-facts';
import { reportDimensions } from './report-dimensions';
import { PEOPLE_SETS, REPORT_LATTICE } from './report-lattice';

const dimensions = reportDimensions(healthAndCare.content, {
  organisations: [{ code: 'a', title: 'A trust' }],
  rounds: [{ code: 'r', title: 'Spring' }],
});

/** Everything that somebody can have reached, with what it takes. */
const steps = fc.subarray([...MEASURES]).map((reached) => {
  const all = new Set(['eligible', ...reached]);
  for (let grown = -1; grown !== all.size;) {
    grown = all.size;
    for (const [part, whole] of PARTS) if (all.has(part)) all.add(whole);
  }
  return MEASURES.filter((measure) => all.has(measure)).reduce((bits, measure) => bits | bitOf(measure), 0);
});
const somebody = fc.record({
  at: fc.tuple(...STATED_DIMENSIONS.map((code) => fc.nat(dimensions[code].categories.length - 1))),
  steps,
  waited: fc.integer({ min: -1, max: 500 }),
  score: fc.integer({ min: -1, max: 10_000 }),
  rank: fc.oneof(
    fc.constant([-1, -1]),
    fc
      .integer({ min: 1, max: 300 })
      .chain((eligible) => fc.tuple(fc.integer({ min: 1, max: eligible }), fc.constant(eligible))),
  ),
});
type Somebody = typeof somebody extends fc.Arbitrary<infer One> ? One : never;

function factsOf(everybody: readonly Somebody[]): PeopleFacts {
  return {
    people: everybody.length,
    categories: Object.fromEntries(
      STATED_DIMENSIONS.map((code, at) => [code, Uint16Array.from(everybody, (one) => one.at[at]!)]),
    ) as PeopleFacts['categories'],
    steps: Uint32Array.from(everybody, (one) => one.steps),
    waitedDays: Int32Array.from(everybody, ({ waited }) => waited),
    scores: Int32Array.from(everybody, ({ score }) => score),
    mentorRanks: Int32Array.from(everybody, ({ rank: [rank] }) => rank),
    eligibleMentors: Int32Array.from(everybody, ({ rank: [, eligible] }) => eligible),
  };
}

describe('People counted for a report', () => {
  it('add up to everybody in every table, and no part is more than its whole', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 80 }), (everybody) => {
        const { tables } = countPeople(factsOf(everybody), dimensions, PEOPLE_SETS);
        expect(tables.map(({ dimensions: set }) => set)).toEqual(PEOPLE_SETS);
        const sums = tables.map(({ rows }) =>
          MEASURES.map((measure) => rows.reduce((sum, { counts }) => sum + counts[measure], 0)),
        );
        const reached = MEASURES.map(
          (measure) => everybody.filter((one) => (one.steps & bitOf(measure)) !== 0).length,
        );
        expect(sums).toEqual(tables.map(() => reached));
        const beyond = tables.flatMap(({ rows }) =>
          rows.filter(({ counts }) => PARTS.some(([part, whole]) => counts[part] > counts[whole])),
        );
        expect(beyond).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('stand in the group of their profession, and in the band of their wait, score and rank', () => {
    const paramedic = dimensions.profession.categories.indexOf('paramedic');
    const one: Somebody = {
      ...{ at: [paramedic, 0, 0, 0, 0, 0], steps: bitOf('eligible'), waited: 57, score: 10_000 },
      rank: [6, 60],
    };
    const { tables } = countPeople(factsOf([one]), dimensions, PEOPLE_SETS);
    const rowsOf = (...set: string[]) => tables.find((table) => table.dimensions.join() === set.join())!.rows;
    expect(rowsOf('professional_group', 'waiting')[0]!.categories).toEqual(['ahp', 'up_to_13_weeks']);
    expect(rowsOf('professional_group', 'score')[0]!.categories).toEqual(['ahp', 'from_8000']);
    expect(rowsOf('professional_group', 'rank')[0]!.categories).toEqual(['ahp', 'best_tenth']);
  });
});

describe('The lattice of reports', () => {
  it('has a characteristic with nothing beside it', () => {
    const withSex = REPORT_LATTICE.sets.filter((set) => set.includes('sex'));
    expect(withSex).toEqual([['sex']]);
  });

  it('has no set of three, which would be a few people at a time', () => {
    expect(REPORT_LATTICE.sets.every((set) => set.length <= 2)).toBe(true);
  });
});
