import { DEFAULT_DISCLOSURE_POLICY, type CountTables, releaseTables } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { type Measure, MEASURES, OWN_MEASURES, PARTS } from './measures';
import { reportDimensions } from './report-dimensions';
import { withWhatIsTold } from './report-lattice';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const dimensions = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
const SETS = [
  ...[[], ['stage'], ['professional_group', 'stage'], ['score'], ['professional_group', 'rank']],
  ['professional_group', 'grade'],
];

/** So many who are eligible, and a tenth of them in every other measure. */
function countsOf(eligible: number): CountTables<Measure> {
  const counts = Object.fromEntries(
    MEASURES.map((measure) => [measure, measure === 'eligible' ? eligible : Math.floor(eligible / 10)]),
  ) as Record<Measure, number>;
  return {
    dimensions: Object.values(dimensions),
    ...{ measures: MEASURES, parts: PARTS },
    tables: SETS.map((set) => ({
      dimensions: set,
      rows: set.length === 0 ? [{ categories: [], counts }] : [],
    })),
  };
}

function told(eligible: number): Record<string, readonly string[]> {
  return Object.fromEntries(
    withWhatIsTold(countsOf(eligible), POLICY).tables.map(({ dimensions: set, tells }) => [
      set.join(),
      tells!,
    ]),
  );
}

describe('What a report tells', () => {
  it('is the whole funnel by each dimension, and by two what says who gets a mentor', () => {
    expect(told(10_000)).toEqual({
      '': MEASURES,
      stage: MEASURES,
      'professional_group,stage': ['eligible', 'asked', 'closed', 'matched'],
      score: ['matched'],
      'professional_group,rank': ['matched'],
      'professional_group,grade': ['eligible'],
    });
  });

  it('is nothing that would be nearly always withheld: fewer than five for each combination, or ten of many', () => {
    // Six stages with "not stated", beside eleven groups: 66 combinations.
    expect(told(3_000)['professional_group,stage']).toEqual(['eligible']);
    // And 24 grades: 264.
    expect(told(2_600)['professional_group,grade']).toEqual([]);
    expect(told(250)).toEqual({
      '': MEASURES,
      stage: ['eligible'],
      'professional_group,stage': [],
      score: [],
      'professional_group,rank': [],
      'professional_group,grade': [],
    });
  });

  it('follows the totals as they are told: rounding the true one changes nothing', () => {
    expect(told(2_983)).toEqual(told(2_990));
  });

  it('tells as many bands of scores whether a mentor was erased, and the score with them, or not', async () => {
    const row = (category: readonly string[], eligible: number, matched: number) => ({
      categories: category,
      counts: Object.fromEntries(
        MEASURES.map((measure) => {
          const isReached = ['asked', 'proposed', 'closed', 'matched'].includes(measure);
          return [measure, measure === 'eligible' ? eligible : isReached ? matched : 0];
        }),
      ) as Record<Measure, number>,
    });
    for (const lost of [0, 1]) {
      const counts = withWhatIsTold(
        {
          ...countsOf(0),
          tables: [
            { dimensions: [], rows: [row([], 400, 100)] },
            {
              dimensions: ['score'],
              rows: [
                ...[row(['from_6000'], 60, 60), row(['from_8000'], 40 - lost, 40 - lost)],
                row(['not_stated'], 300 + lost, lost),
              ],
            },
          ],
        },
        POLICY,
      );
      const { tables } = await releaseTables(counts, POLICY);
      const matchedOf = (category: string) =>
        tables[1]!.rows.find(({ categories }) => categories[0] === category)!.counts.matched;
      expect([tables[1]!.tells, matchedOf('not_stated')]).toEqual([['matched'], null]);
      expect([matchedOf('from_6000'), matchedOf('from_8000')]).toEqual([60, null]);
    }
  });

  it("lets the gate know what each organisation's own auditors know", () => {
    const { insiders } = withWhatIsTold(
      {
        ...countsOf(1_000),
        dimensions: Object.values({
          ...dimensions,
          organisation: { ...dimensions.organisation, categories: ['north', 'not_stated'] },
        }),
      },
      POLICY,
    );
    expect(insiders).toEqual({ dimension: 'organisation', categories: ['north'], measures: OWN_MEASURES });
  });
});
