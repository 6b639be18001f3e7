import type { CountTable, CountTables } from '@evenhand/disclosure';
import { MEASURES, type Measure, PARTS } from './measures';
import { CHARACTERISTICS, type Characteristic, NOT_STATED, type ReportDimensions } from './report-dimensions';
import { tablesOf } from './tables-of';

/** Everybody of a profession who answered a question alike, counted: it comes so out of the database, and never by row. */
export interface CharacteristicCount {
  readonly question: Characteristic;
  /** {@link NOT_STATED} of who did not answer. */
  readonly answer: string;
  readonly profession: string;
  readonly counts: Readonly<Record<Measure, number>>;
}

/** Tables of people by characteristic, each alone. */
export function characteristicTables(
  counts: readonly CharacteristicCount[],
  dimensions: ReportDimensions,
): readonly CountTable<Measure>[] {
  const groupOf = dimensions.profession.within!.of;
  return CHARACTERISTICS.flatMap((characteristic) => {
    return tablesOf({
      dimensions: [dimensions.professional_group, dimensions[characteristic]],
      measures: MEASURES,
      parts: PARTS,
      sets: [[characteristic]],
      entries: counts
        .filter(({ question }) => question === characteristic)
        .map(({ answer, profession, counts: each }) => ({
          categories: { [characteristic]: answer, professional_group: groupOf[profession] ?? NOT_STATED },
          counts: each,
        })),
    }).tables;
  });
}

/** The same people counted by characteristic too: everything that is released together is one. */
export function withCharacteristics(
  people: CountTables<Measure>,
  counts: readonly CharacteristicCount[],
  dimensions: ReportDimensions,
): CountTables<Measure> {
  return {
    ...people,
    dimensions: [...people.dimensions, ...CHARACTERISTICS.map((code) => dimensions[code])],
    tables: [...people.tables, ...characteristicTables(counts, dimensions)],
  };
}
