import { DEFAULT_DISCLOSURE_POLICY } from '../disclosure-policy';
import type { Population } from '../oracle/arbitrary-population';
import { populationTables } from '../oracle/population-tables';
import { straightforwardAttack } from '../oracle/straightforward-attack';
import { releaseTables } from '../release-tables';

/** Tables by total, group, profession, stage, sex, group and stage, group and sex, profession and stage, in this order. */
type Tells = Population['tells'];

async function narrowed(population: Population): Promise<readonly unknown[]> {
  const tables = populationTables(population);
  const ranges = await straightforwardAttack(await releaseTables(tables, DEFAULT_DISCLOSURE_POLICY));
  return ranges.filter(({ table, row, measure, lowest, highest }) => {
    const isSmall = tables.tables[table]!.rows[row]!.counts[measure] < 10;
    return highest - lowest < 9 || (isSmall && (lowest > 0 || highest < 9));
  });
}

const person = (
  [profession, stage, sex]: readonly [number, number, number],
  [eligible, asked, matched]: readonly [number, number, number],
): Population['people'][number] => ({ profession, stage, sex, eligible, asked, matched });

describe('Measures that a table does not tell', () => {
  it('are held where a side is told them by a finer table alone', async () => {
    // Who asked is told by profession, not by group, and by sex: so it is limited where groups and sexes meet.
    const tells: Tells = [
      ...[undefined, ['matched'] as const, undefined, ['matched'] as const],
      ...[undefined, undefined, ['eligible'] as const, undefined],
    ];
    const people = [
      ...[person([1, 0, 0], [2, 2, 1]), person([1, 0, 1], [2, 2, 0]), person([0, 0, 1], [5, 3, 1])],
      ...[person([1, 1, 0], [26, 25, 25]), person([0, 0, 1], [8, 7, 0])],
    ];
    const population = { professions: 2, stages: 2, tells, lastStageUnmatched: false, people };
    expect(await narrowed(population)).toEqual([]);
  });

  it('are held where one is told along one side and its whole along another', async () => {
    const [eligible, asked, matched] = [['eligible'], ['asked'], ['matched']] as const;
    const tells: Tells = [...[eligible, asked, asked, eligible], ...[matched, eligible, eligible, eligible]];
    const people = [
      ...[person([0, 0, 0], [10, 10, 10]), person([0, 0, 1], [14, 14, 0]), person([1, 0, 0], [56, 4, 3])],
      ...[person([0, 0, 1], [117, 75, 69]), person([0, 1, 1], [6, 3, 3])],
    ];
    const population = { professions: 5, stages: 4, tells, lastStageUnmatched: false, people };
    expect(await narrowed(population)).toEqual([]);
  });
});
