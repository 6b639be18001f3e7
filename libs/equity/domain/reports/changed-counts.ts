import type { CountTable, CountTables, TableSubject } from '@evenhand/disclosure';

/**
 * Whether two counts of a programme can stand beside each other: of no table they differ by fewer people than the
 * smallest count that is told, since the difference would be about so few.
 *
 * How many people changed is not known of counts alone, but that it were at least so many is: whoever comes, goes or
 * moves changes a measure of two cells at most, of one of them up and of the other down.
 */
export function canStandBeside<Measure extends string>(
  earlier: CountTables<Measure>,
  later: CountTables<Measure>,
  smallest: number,
): boolean {
  return subjects(earlier, later).every((subject) => {
    const changed = leastChanged(tableOf(earlier, subject), tableOf(later, subject), later.measures);
    return changed === 0 || changed >= smallest;
  });
}

/** The least number of people by whose change the one table can have become the other. */
export function leastChanged<Measure extends string>(
  earlier: CountTable<Measure>['rows'],
  later: CountTable<Measure>['rows'],
  measures: readonly Measure[],
): number {
  const before = byCategories(earlier);
  const after = byCategories(later);
  const cells = [...new Set([...before.keys(), ...after.keys()])];
  return Math.max(
    0,
    ...measures.flatMap((measure) => {
      const differences = cells.map(
        (cell) => (after.get(cell)?.[measure] ?? 0) - (before.get(cell)?.[measure] ?? 0),
      );
      return [sum(differences, 1), sum(differences, -1)];
    }),
  );
}

function sum(differences: readonly number[], sign: 1 | -1): number {
  return differences.reduce((total, difference) => total + Math.max(0, sign * difference), 0);
}

function byCategories<Measure extends string>(rows: CountTable<Measure>['rows']) {
  return new Map(rows.map(({ categories, counts }) => [JSON.stringify(categories), counts]));
}

function subjects<Measure extends string>(
  ...all: readonly CountTables<Measure>[]
): readonly TableSubject['dimensions'][] {
  const sets = all.flatMap(({ tables }) => tables.map(({ dimensions }) => dimensions));
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

function tableOf<Measure extends string>(
  { tables }: CountTables<Measure>,
  subject: readonly string[],
): CountTable<Measure>['rows'] {
  return tables.find(({ dimensions }) => dimensions.join() === subject.join())?.rows ?? [];
}
