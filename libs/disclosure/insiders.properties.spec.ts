import fc from 'fast-check';
import type { CountTables } from './count-tables';
import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { arbitraryPopulation, type PopulationMeasure } from './oracle/arbitrary-population';
import { organisationTables } from './oracle/organisation-tables';
import { populationTables } from './oracle/population-tables';
import { type KnownCount, straightforwardAttack } from './oracle/straightforward-attack';
import { releaseTables } from './release-tables';

const OWN_MEASURES: readonly PopulationMeasure[] = ['eligible', 'matched'];

/** The same with somebody in each category of a dimension who knows part of its true counts. */
function withInsiders(
  tables: CountTables<PopulationMeasure>,
  dimension: string,
): CountTables<PopulationMeasure> {
  const { categories } = tables.dimensions.find(({ code }) => code === dimension)!;
  return { ...tables, insiders: { dimension, categories, measures: OWN_MEASURES } };
}

/** All that somebody in a category knows, in every table by its dimension. */
function knownIn(
  { tables }: CountTables<PopulationMeasure>,
  dimension: string,
  category: string,
): readonly KnownCount<PopulationMeasure>[] {
  return tables.flatMap(({ dimensions, rows }, table) =>
    rows.flatMap(({ categories, counts }, row) =>
      categories[dimensions.indexOf(dimension)] === category
        ? OWN_MEASURES.map((measure) => ({ table, row, measure, count: counts[measure] }))
        : [],
    ),
  );
}

/** Releases tables, attacks them as each insider, and expects of what is withheld of others that it stays open. */
async function expectClosedToInsiders(tables: CountTables<PopulationMeasure>): Promise<number> {
  const { dimension, categories } = tables.insiders!;
  const released = await releaseTables(tables, DEFAULT_DISCLOSURE_POLICY);
  let withheld = 0;
  for (const category of categories) {
    const own = tables.tables.find(({ dimensions }) => dimensions.join() === dimension)!;
    const ownRow = own.rows.find((row) => row.categories[0] === category)!;
    const ranges = await straightforwardAttack(released, knownIn(tables, dimension, category));
    for (const { table, row, measure, lowest, highest } of ranges) {
      const { dimensions, rows } = tables.tables[table]!;
      const of = rows[row]!.categories[dimensions.indexOf(dimension)];
      if (of === category) continue;
      withheld += 1;
      const what = { category, dimensions, of: rows[row]!.categories, measure, lowest, highest };
      // What may include their own people need not be less than what they know of these. A small count of a row that does
      // is open up to 9 and so, beside these, to fewer than ten of others.
      const floor = of === undefined ? ownRow.counts[measure === 'eligible' ? 'eligible' : 'matched'] : 0;
      const isAnyBeside = lowest > 0 && lowest <= floor && highest >= 9 && dimensions.length > 0;
      const isOpen = highest - lowest >= 9 || isAnyBeside;
      expect({ ...what, isOpen }).toEqual({ ...what, isOpen: true });
      if (rows[row]!.counts[measure] < 10) {
        const isAnySmall = lowest <= floor && highest >= 9;
        expect({ ...what, isAnySmall }).toEqual({ ...what, isAnySmall: true });
      }
    }
  }
  return withheld;
}

describe('tables of which insiders know a part', () => {
  it('leave ten values to what is withheld of others, where organisations stand beside a total', async () => {
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(organisationTables, async (tables) => {
        withheld += await expectClosedToInsiders(withInsiders(tables, 'organisation'));
      }),
      { numRuns: 120, seed: 20261201 },
    );
    expect(withheld).toBeGreaterThan(1000);
  }, 600_000);

  it('leave as many where the dimension that they know stands beside others', async () => {
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, fc.boolean(), async (population, isStage) => {
        // Where one of two stages has nobody matched, the other one's auditor knows of everybody who was.
        const byStage = isStage && population.stages > 1 && !population.lastStageUnmatched;
        withheld += await expectClosedToInsiders(
          withInsiders(populationTables(population), byStage ? 'stage' : 'sex'),
        );
      }),
      { numRuns: 100, seed: 20261201 },
    );
    expect(withheld).toBeGreaterThan(1000);
  }, 600_000);
});
