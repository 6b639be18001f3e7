import type { OverdueTable } from '../../domain/retention';

/** Removes what was held long enough. */
export abstract class OverdueData {
  /**
   * Removes, or empties, rows of a table that were over at a moment: some of them, where there are many.
   *
   * @returns how many; 0 when none is left
   */
  abstract remove(table: OverdueTable, since: Date): Promise<number>;
}
