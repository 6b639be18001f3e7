import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import { EarlierTellings } from './earlier-tellings';
import type { EquityReport } from './equity-report';
import { repeatedInWords } from './repeated-in-words';
import { countsBehind, takeOver } from './repeated-tables';
import { reportDimensions } from './report-dimensions';
import type { CountedReport, TrueCounts } from './true-counts';

const countsOf = (stage: readonly number[], region: readonly number[], stages = ['1', '2']): TrueCounts =>
  ({
    people: {
      dimensions: [
        { code: 'stage', categories: stages },
        { code: 'region', categories: ['x'] },
      ],
      ...{ measures: ['eligible', 'asked'], parts: [['asked', 'eligible']] },
      tables: [
        {
          dimensions: ['stage'],
          rows: stage.map((eligible, at) => ({ categories: [stages[at]], counts: { eligible, asked: 0 } })),
        },
        { dimensions: ['region'], rows: [{ categories: ['x'], counts: { eligible: region[0], asked: 0 } }] },
      ],
    },
    supply: { dimensions: [], measures: [], parts: [], tables: [] },
  }) as unknown as TrueCounts;
const released = (stages: Record<string, number>) =>
  ({
    counts: {
      people: {
        tables: [
          {
            dimensions: ['stage'],
            rows: Object.entries(stages).map(([stage, eligible]) => ({
              categories: [stage],
              counts: { eligible, asked: null },
            })),
          },
        ],
      },
      supply: { tables: [] },
    },
  }) as unknown as EquityReport;
const before: CountedReport = {
  ...{ id: 'before', months: 24, countedAt: new Date('2026-03-01T09:00:00Z') },
  ...{ counts: countsOf([50, 60], [110]), policy: DEFAULT_DISCLOSURE_POLICY },
};
function tellingsOf(now: TrueCounts): EarlierTellings {
  const tellings = new EarlierTellings(now, 24, DEFAULT_DISCLOSURE_POLICY);
  tellings.compare(before);
  return tellings;
}

describe('What a report takes over from an earlier one', () => {
  it('is what was told then, and the counts of then stay behind it', () => {
    const now = countsOf([53, 60], [190]);
    const told = released({ 1: 50, 2: 60 });
    const taken = takeOver(now, tellingsOf(now), told);
    expect(taken.before.people).toEqual(told.counts.people.tables);
    expect(taken.repeated).toEqual([
      { of: 'people', dimensions: ['stage'], countedAt: '2026-03-01T09:00:00.000Z', months: 24 },
    ]);
    const behind = countsBehind(taken.counts, before.counts, taken.counts, taken.repeated);
    expect(behind.people.tables).toEqual([before.counts.people.tables[0], now.people.tables[1]]);
  });

  it('keeps the day of the counts, however often they are repeated', () => {
    const now = countsOf([53, 60], [190]);
    const told = {
      ...released({ 1: 50, 2: 60 }),
      repeated: [
        { of: 'people' as const, dimensions: ['stage'], countedAt: '2026-01-01T09:00:00.000Z', months: 12 },
      ],
    };
    expect(takeOver(now, tellingsOf(now), told).repeated).toEqual(told.repeated);
  });

  it('withholds a category that is new, and has none that is gone', () => {
    const now = countsOf([50, 60, 4], [190], ['2', '1', 'new']);
    const then = countsOf([60, 50], [110], ['1', '2']);
    const tellings = new EarlierTellings(now, 24, DEFAULT_DISCLOSURE_POLICY);
    tellings.compare({ ...before, counts: then });
    const taken = takeOver(now, tellings, released({ 1: 60, 2: 50, gone: null as never }));
    expect(
      taken.before.people[0]!.rows.map(({ categories, counts }) => [categories[0], counts['eligible']]),
    ).toEqual([
      ['2', 50],
      ['1', 60],
      ['new', null],
    ]);
  });

  it('is told to readers by the day of the counts', () => {
    const dimensions = reportDimensions(healthAndCare.content, { organisations: [], rounds: [] });
    const countedAt = '2026-03-01T09:00:00.000Z';
    expect(
      repeatedInWords(
        [
          { of: 'people', dimensions: [], countedAt, months: 24 },
          { of: 'people', dimensions: ['professional_group', 'stage'], countedAt, months: 24 },
          { of: 'supply', dimensions: ['region'], countedAt, months: 12 },
        ],
        dimensions,
        24,
      ),
    ).toEqual([
      'These figures are those of 1 March 2026, since too few people have changed for new ones to be told: people ' +
        'altogether; people by professional group and stage.',
      'These figures are those of 1 March 2026, of the 12 months before, since too few people have changed for new ones ' +
        'to be told: mentors by region.',
    ]);
  });
});
