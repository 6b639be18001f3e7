import fc from 'fast-check';
import type { CountTables, ReleasedTables } from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { narrowedCells } from './narrowed-cells';
import { releasedCount } from './released-count';
import { releaseTables } from './release-tables';
import { arbitraryPopulation } from './oracle/arbitrary-population';
import { populationTables } from './oracle/population-tables';
import { straightforwardAttack } from './oracle/straightforward-attack';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const POPULATIONS = 1000;
const { smallest } = POLICY;

describe('tables that are released together', () => {
  it('leave ten values to every withheld count, and 0 to 9 to the small ones, whoever solves for it, in 1,000 populations', async () => {
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const tables = populationTables(population);
        const released = await releaseTables(tables, POLICY);
        expectToBeTrue(released, tables);
        const ranges = await straightforwardAttack(released);
        withheld += ranges.length;
        for (const { table, row, measure, lowest, highest } of ranges) {
          expect(highest - lowest + 1).toBeGreaterThanOrEqual(smallest);
          if (tables.tables[table]!.rows[row]!.counts[measure] < smallest) {
            expect([lowest <= 0, highest >= smallest - 1]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: POPULATIONS, seed: 20261201 },
    );
    expect(withheld).toBeGreaterThan(10 * POPULATIONS);
  }, 600_000);

  it('are found to be safe by the attacker that comes with them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const released = await releaseTables(populationTables(population), POLICY);
        expect(await narrowedCells(released, POLICY)).toEqual([]);
      }),
      { numRuns: 60, seed: 20261201 },
    );
  });
});

/** Every count that is told is the true one, rounded, and in its place. */
function expectToBeTrue<Measure extends string>(
  released: ReleasedTables<Measure>,
  { measures, tables }: CountTables<Measure>,
): void {
  released.tables.forEach(({ rows }, table) => {
    rows.forEach(({ categories, counts }, row) => {
      const truly = tables[table]!.rows[row]!;
      expect(categories).toEqual(truly.categories);
      for (const measure of measures) {
        if (counts[measure] !== null)
          expect(counts[measure]).toBe(releasedCount(truly.counts[measure], POLICY));
      }
    });
  });
}
