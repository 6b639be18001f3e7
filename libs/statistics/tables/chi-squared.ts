import { chiSquaredUpperTail } from '../distributions/chi-squared-tail';
import type { TestResult } from '../estimate';
import { reasonOf } from '../reasons';
import { requireWhole } from '../refused-arguments';

/** What Pearson's χ² test finds. */
export interface ChiSquared extends TestResult {
  /** The smallest count that independence leads to expect: below 5, χ² is a rough guide only. `null` without a test. */
  readonly smallestExpected: number | null;
}

/**
 * Pearson's test of whether rows and columns of a table of counts are independent: Σ (observed − expected)² ÷ expected,
 * without correction.
 *
 * Source: Pearson, "On the criterion that a given system of deviations…" (1900). χ² from 0 up. A zero cell counts like
 * any other; rows and columns of nothing but zeros tell nothing and are left aside, and where fewer than two rows or two
 * columns are left there is no test (`nothing_to_compare`).
 *
 * @param table rows of equal length, of whole numbers from 0 up
 * @throws RangeError naming the row or cell that is out of range
 */
export function chiSquared(table: readonly (readonly number[])[]): ChiSquared {
  requireTable(table);
  const rowTotals = table.map(sum).filter((total) => total > 0);
  const columnTotals = columnSums(table).filter((total) => total > 0);
  const degreesOfFreedom = Math.max(0, rowTotals.length - 1) * Math.max(0, columnTotals.length - 1);
  if (degreesOfFreedom === 0) {
    const reason = reasonOf('nothing_to_compare');
    return { statistic: null, degreesOfFreedom, pValue: null, smallestExpected: null, reason };
  }
  const statistic = distance(table);
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    smallestExpected: (Math.min(...rowTotals) * Math.min(...columnTotals)) / sum(rowTotals),
  };
}

function distance(table: readonly (readonly number[])[]): number {
  const rowTotals = table.map(sum);
  const columnTotals = columnSums(table);
  const everybody = sum(rowTotals);
  const cells = table.flatMap((row, at) =>
    row.map((observed, column) => {
      const expected = (rowTotals[at]! * columnTotals[column]!) / everybody;
      return expected === 0 ? 0 : (observed - expected) ** 2 / expected;
    }),
  );
  return sum(cells);
}

function requireTable(table: readonly (readonly number[])[]): void {
  table.forEach((row, at) => {
    if (row.length !== table[0]!.length) {
      throw new RangeError(
        `table[${at}] must be as long as table[0] (${table[0]!.length}), not ${row.length}`,
      );
    }
    row.forEach((count, column) => requireWhole(`table[${at}][${column}]`, count));
  });
}

function columnSums(table: readonly (readonly number[])[]): number[] {
  return (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column]!)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
