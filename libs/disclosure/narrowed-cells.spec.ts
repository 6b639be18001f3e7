import type { ReleasedCountTable, ReleasedTables } from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { narrowedCells, withheldRanges } from './narrowed-cells';
import type { ReleasedCount } from './released-count';

const POLICY = DEFAULT_DISCLOSURE_POLICY;

/** Exact margins, as nobody should release them: they show the mechanism. */
const EXACT = { base: 1, smallest: 1, smallestForExtremes: 1 };

const DIMENSIONS = ['row', 'column'].map((code) => ({ code, categories: ['0', '1', '2'] }));

function table(
  dimensions: readonly string[],
  counts: Record<string, ReleasedCount>,
): ReleasedCountTable<'people'> {
  const rows = Object.entries(counts).map(([key, people]) => ({
    categories: key.split(''),
    counts: { people },
  }));
  return { dimensions, rows };
}

/** [[3, 12, 25], [14, 9, 30], [22, 35, 8]] with its margins; what is hidden by row and column. */
function demonstration(...hidden: string[]): ReleasedTables<'people'> {
  const counts = { '00': 3, '01': 12, '02': 25, '10': 14, '11': 9, '12': 30, '20': 22, '21': 35, '22': 8 };
  const told = Object.entries(counts).map(([key, count]) => [key, hidden.includes(key) ? null : count]);
  return {
    ...{ dimensions: DIMENSIONS, measures: ['people'], parts: [] },
    tables: [
      table([], { '': 158 }),
      table(['row'], { 0: 40, 1: 53, 2: 65 }),
      table(['column'], { 0: 39, 1: 56, 2: 63 }),
      table(['row', 'column'], Object.fromEntries(told) as Record<string, ReleasedCount>),
    ],
  };
}

const rangesOf = async (...hidden: string[]) =>
  (await withheldRanges(demonstration(...hidden), EXACT)).map(({ categories, range }) => [
    categories.join(''),
    range.lowest,
    range.highest,
  ]);

describe('an attack on exact margins', () => {
  it('gives one withheld count away, and two in the same row', async () => {
    expect(await rangesOf('00')).toEqual([['00', 3, 3]]);
    expect(await rangesOf('00', '01')).toEqual([
      ['00', 3, 3],
      ['01', 12, 12],
    ]);
  });

  it('leaves 0 to 15 where two rows are withheld in two columns', async () => {
    expect(await rangesOf('00', '01', '10', '11')).toEqual([
      ['00', 0, 15],
      ['01', 0, 15],
      ['10', 2, 17],
      ['11', 6, 21],
    ]);
  });
});

describe('the attacker that comes with the gate', () => {
  const DEFAULT_DIMENSIONS = [{ code: 'sex', categories: ['a', 'b'] }];
  const release = (...[total, a, b]: readonly ReleasedCount[]): ReleasedTables<'people'> => ({
    ...{ dimensions: DEFAULT_DIMENSIONS, measures: ['people'], parts: [] },
    tables: [table([], { '': total! }), table(['sex'], { a: a!, b: b! })],
  });

  it('subtracts what is told of a table from its total', async () => {
    expect(await narrowedCells(release(205, null, 200), POLICY)).toEqual([
      {
        table: { dimensions: ['sex'], rows: expect.anything() as unknown },
        categories: ['a'],
        measure: 'people',
        range: { lowest: 1, highest: 9 },
      },
    ]);
  });

  it('finds nothing where another count is withheld, or the total', async () => {
    expect(await narrowedCells(release(205, null, null), POLICY)).toEqual([]);
    expect(await narrowedCells(release(null, null, 200), POLICY)).toEqual([]);
  });

  it('refuses tables that contradict each other', async () => {
    await expect(narrowedCells(release(100, 200, null), POLICY)).rejects.toThrow(
      'The tables contradict each other',
    );
  });
});
