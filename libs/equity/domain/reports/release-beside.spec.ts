import {
  type CountTables,
  DEFAULT_DISCLOSURE_POLICY,
  narrowedCells,
  type ReleasedCountTable,
  releaseTables,
} from '@evenhand/disclosure';
import fc from 'fast-check';
import { releaseBeside } from './release-beside';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
type Somebody = readonly [sex: string, stage: string];
const SEX = ['f', 'm'];
const STAGE = ['1', '2', '3'];

/** Everybody in all, by sex, and by sex and stage. */
function counted(people: readonly Somebody[]): CountTables<'eligible'> {
  const rows = (...sets: readonly (readonly string[])[]) =>
    sets.map((categories) => ({
      categories,
      counts: {
        eligible: people.filter((one) => categories.every((category) => one.includes(category))).length,
      },
    }));
  return {
    dimensions: [
      { code: 'sex', categories: SEX },
      { code: 'stage', categories: STAGE },
    ],
    ...{ measures: ['eligible'], parts: [] },
    tables: [
      { dimensions: [], rows: rows([]) },
      { dimensions: ['sex'], rows: rows(['f'], ['m']) },
      { dimensions: ['stage'], rows: rows(...STAGE.map((stage) => [stage])) },
      {
        dimensions: ['sex', 'stage'],
        rows: rows(...SEX.flatMap((sex) => STAGE.map((stage) => [sex, stage]))),
      },
    ],
  };
}
const of = (women: number, men: number): Somebody[] => [
  ...Array.from({ length: women }, (): Somebody => ['f', '1']),
  ...Array.from({ length: men }, (): Somebody => ['m', '2']),
];
const key = ({ dimensions }: { dimensions: readonly string[] }) => dimensions.join();
const policy = DEFAULT_DISCLOSURE_POLICY;

describe('What is told anew beside what is repeated', () => {
  it('is the repeated tables as they were, and the others as they are', async () => {
    const before = await releaseTables(counted(of(100, 60)), POLICY);
    const total = before.tables.filter((table) => key(table) === '');
    const { tables } = await releaseBeside(counted(of(80, 82)), total, policy);
    expect(tables.map(key)).toEqual(['', 'sex', 'stage', 'sex,stage']);
    expect(tables[0]).toEqual(total[0]);
    expect(tables[1]!.rows.map(({ counts }) => counts.eligible)).toEqual([80, 80]);
  });

  it('leaves out tables with withheld counts that contradict what is repeated, and fails for none', async () => {
    // Nine more in all, which is not told anew, and twenty who are counted otherwise by sex.
    const before = await releaseTables(counted(of(100, 60)), POLICY);
    const total = before.tables.filter((table) => key(table) === '');
    const { tables } = await releaseBeside(counted(of(80, 89)), total, policy);
    // By sex nothing is withheld, and nothing can be narrowed down.
    expect(tables.map(key)).toEqual(['', 'sex']);
    expect(tables[0]).toEqual(total[0]);
  });

  it('is what was told before, all of it, where everything is repeated', async () => {
    const before = await releaseTables(counted(of(100, 60)), POLICY);
    expect(await releaseBeside(counted(of(103, 60)), before.tables, policy)).toEqual(before);
  });

  it('lets no withheld count be narrowed down, whoever came and went meanwhile', async () => {
    const somebody = fc.tuple(fc.constantFrom(...SEX), fc.constantFrom(...STAGE));
    const people = fc.array(somebody, { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(people, people, fc.subarray([0, 1, 2, 3]), async (then, now, repeated) => {
        const before = await releaseTables(counted(then), POLICY);
        const kept = repeated.map((at): ReleasedCountTable<'eligible'> => before.tables[at]!);
        const released = await releaseBeside(counted(now), kept, policy);
        expect(await narrowedCells(released, POLICY)).toEqual([]);
        for (const table of kept) expect(released.tables).toContainEqual(table);
      }),
      { numRuns: 60 },
    );
  });
});
