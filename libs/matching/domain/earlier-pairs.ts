import { InputRefused, isIdentifier } from '@evenhand/kernel';
import { headingKey, quoted, rowNumber, type Table } from '@evenhand/people';
import { pairKey } from './compiled-people';

/**
 * Reads pairs that were matched or declined before, by `pairKey`, from a table with the columns `mentee_id` and
 * `mentor_id`: a former `matches.csv` will do. Other columns are not read; the ids may be of people who have left.
 *
 * @throws InputRefused with every fault by row and column
 */
export function readEarlierPairs(table: Table): ReadonlySet<string> {
  const keys = table.columns.map(headingKey);
  const columns = ['mentee_id', 'mentor_id'].map((name) => ({ name, at: keys.indexOf(name) }));
  InputRefused.ifAny(
    columns.flatMap(({ name, at }) => (at === -1 ? [`${table.name}: column ${name} is missing`] : [])),
  );

  const pairs = new Set<string>();
  const problems: string[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.length === 0) {
      return;
    }
    const [menteeId = '', mentorId = ''] = columns.map(({ name, at }) => {
      // A former outcome guards an id that starts with a hyphen from being calculated.
      const id = cells[at]!.trim().replace(/^'/, '');
      if (!isIdentifier(id)) {
        const what = id === '' ? 'an id is missing' : `${quoted(id)} is no id`;
        problems.push(`${table.name}: row ${rowNumber(index)}, column ${name}: ${what}`);
      }
      return id;
    });
    pairs.add(pairKey(menteeId, mentorId));
  });
  InputRefused.ifAny(problems);
  return pairs;
}
