import fc from 'fast-check';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { narrowedCells } from './narrowed-cells';
import { releasedCount } from './released-count';
import { releaseTables } from './release-tables';
import { arbitraryPopulation } from './oracle/arbitrary-population';
import { populationTables } from './oracle/population-tables';
import { straightforwardAttack } from './oracle/straightforward-attack';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const POPULATIONS = 1000;

describe('tables that are released together', () => {
  it('leave ten values to every withheld count, whoever solves for it, in 1,000 populations', async () => {
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const released = await releaseTables(populationTables(population), POLICY);
        const ranges = await straightforwardAttack(released);
        withheld += ranges.length;
        for (const { lowest, highest } of ranges) {
          expect(highest - lowest + 1).toBeGreaterThanOrEqual(DEFAULT_DISCLOSURE_POLICY.smallest);
        }
      }),
      { numRuns: POPULATIONS, seed: 20261201 },
    );
    expect(withheld).toBeGreaterThan(10 * POPULATIONS);
  }, 600_000);

  it('leave every count from 0 to 9 to whatever is withheld for being small, and tell nothing that is not so', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const tables = populationTables(population);
        const released = await releaseTables(tables, POLICY);
        const ranges = await straightforwardAttack(released);
        for (const { table, row, measure, lowest, highest } of ranges) {
          if (tables.tables[table]!.rows[row]!.counts[measure] < 10) {
            expect([lowest <= 0, highest >= 9]).toEqual([true, true]);
          }
        }
        released.tables.forEach(({ rows }, table) => {
          rows.forEach(({ categories, counts }, row) => {
            const truly = tables.tables[table]!.rows[row]!;
            expect(categories).toEqual(truly.categories);
            for (const measure of tables.measures) {
              if (counts[measure] !== null)
                expect(counts[measure]).toBe(releasedCount(truly.counts[measure], POLICY));
            }
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are found to be safe by the attacker that comes with them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const released = await releaseTables(populationTables(population), POLICY);
        expect(await narrowedCells(released, POLICY)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
