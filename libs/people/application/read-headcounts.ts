import { InputRefused } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import { quoted } from '../domain/quoted';
import { headingKey, rowNumber, type Table } from '../domain/table';
import type { Headcounts } from './ports/workforce.repository';

/**
 * Reads the headcounts of those in scope from a table with the columns `profession` (any of its labels) and
 * `headcount`. Other columns are not read.
 *
 * @throws InputRefused with every fault by row and column
 */
export function readHeadcounts(table: Table, catalogue: Catalogue): Headcounts {
  const keys = table.columns.map(headingKey);
  const at = { profession: keys.indexOf('profession'), headcount: keys.indexOf('headcount') };
  InputRefused.ifAny(
    Object.entries(at).flatMap(([column, position]) =>
      position === -1 ? [`${table.name}: column ${column} is missing`] : [],
    ),
  );

  const headcounts = new Map<string, number>();
  const problems: string[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.length === 0) {
      return;
    }
    const refuse = (column: string, what: string): number =>
      problems.push(`${table.name}: row ${rowNumber(index)}, column ${column}: ${what}`);
    const label = cells[at.profession]!.trim();
    const count = cells[at.headcount]!.trim();
    const profession = catalogue.profession(label);
    if (profession === undefined) {
      refuse('profession', `${quoted(label)} is no profession`);
    } else if (headcounts.has(profession.code)) {
      refuse('profession', `${quoted(label)} is the profession of an earlier row`);
    }
    if (!/^\d{1,9}$/.test(count)) {
      refuse('headcount', `${quoted(count)} is no whole number from 0 up`);
    }
    if (profession !== undefined) {
      headcounts.set(profession.code, Number(count));
    }
  });
  InputRefused.ifAny(problems);
  return headcounts;
}
