import type { CountTable } from './count-tables';

/**
 * The least number of people by whose change the one table can have become the other.
 *
 * How many people changed is not known of counts alone, but that it were at least so many is: whoever comes, goes or
 * moves changes a measure of two cells at most, of one of them up and of the other down.
 *
 * @param measures that both tables tell: what is not told cannot be compared by anybody
 */
export function leastChanged<Measure extends string>(
  earlier: CountTable<Measure>['rows'],
  later: CountTable<Measure>['rows'],
  measures: readonly Measure[],
): number {
  const before = byCategories(earlier);
  const after = byCategories(later);
  const cells = [...new Set([...before.keys(), ...after.keys()])];
  return measures.reduce((most, measure) => {
    let [up, down] = [0, 0];
    for (const cell of cells) {
      const difference = (after.get(cell)?.[measure] ?? 0) - (before.get(cell)?.[measure] ?? 0);
      if (difference > 0) up += difference;
      else down -= difference;
    }
    return Math.max(most, up, down);
  }, 0);
}

function byCategories<Measure extends string>(rows: CountTable<Measure>['rows']) {
  return new Map(rows.map(({ categories, counts }) => [JSON.stringify(categories), counts]));
}
