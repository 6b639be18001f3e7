import { wholePercent } from '@evenhand/kernel';
import type { AccessRow } from '@evenhand/matching';

const HEADINGS = ['Professional group', 'Places', 'Asked', 'Matched', 'Ask rate', 'Access rate', 'Reach'];

/** How each professional group, or profession, fared in a round: a table in lines of equal width. */
export function accessTable(rows: readonly AccessRow[]): string[] {
  const cells = rows.map((row) => [
    row.title,
    String(row.places),
    String(row.asked),
    String(row.matched),
    wholePercent(row.askRate),
    wholePercent(row.accessRate),
    wholePercent(row.reach),
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return [line(HEADINGS), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)];
}
