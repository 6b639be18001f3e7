import { guardingColumnLike } from '../domain/guarding-columns';
import { idKey } from '../domain/person';
import { quoted, shown } from '../domain/quoted';
import type { ReadPerson } from './check-people';
import type { PeopleSheet } from './people-sheet';

/** More unknown ids than this are counted only. */
const MOST_NAMED = 20;

/**
 * The columns of a file that were not read: a line of its own for each that looks like one of ours that guards people
 * and is not there, one line for all the others.
 *
 * @param ours the columns that such a file can have
 */
export function ignoredColumns(sheet: PeopleSheet, ours: readonly string[]): string[] {
  const absent = ours.filter((column) => sheet.position(column) === undefined);
  const lines: string[] = [];
  const others: string[] = [];
  for (const heading of sheet.ignored) {
    const like = guardingColumnLike(heading, absent);
    if (like === undefined) {
      others.push(shown(heading));
    } else {
      const what = `the column ${quoted(heading)} is not read, though it looks like ${like}`;
      lines.push(`${sheet.name}: ${what}: rename it, or name it in a map`);
    }
  }
  return others.length === 0 ? lines : [`${sheet.name}: ignored columns: ${others.join(', ')}`, ...lines];
}

/** A line for the exclusions of a file that exclude nobody, which may be slips of the keyboard. */
export function unknownExclusions(
  sheet: PeopleSheet,
  people: readonly ReadPerson[],
  knownIds: ReadonlyMap<string, string>,
): string[] {
  const unknown = people.flatMap(({ person, row }) =>
    person.exclude.filter((id) => !knownIds.has(idKey(id))).map((id) => `row ${row.number}: ${id}`),
  );
  if (unknown.length === 0) {
    return [];
  }
  const more = unknown.length > MOST_NAMED ? ` and ${unknown.length - MOST_NAMED} more` : '';
  const named = `${unknown.slice(0, MOST_NAMED).join(', ')}${more}`;
  return [`${sheet.name}: ${sheet.label('exclude')}: ids in neither file keep nobody apart: ${named}`];
}

/** A line for the line managers who take no part: the line is followed no further than to them. */
export function unknownLineManagers(
  people: readonly ReadPerson[],
  knownIds: ReadonlyMap<string, string>,
): string[] {
  const managers = new Set(
    people.flatMap(({ person }) =>
      person.posts.flatMap(({ lineManager }) => (lineManager === undefined ? [] : [idKey(lineManager)])),
    ),
  );
  const unknown = [...managers].filter((manager) => !knownIds.has(manager)).length;
  return unknown === 0
    ? []
    : [
        `${unknown} of ${managers.size} line managers ${unknown === 1 ? 'is' : 'are'} in neither file: ` +
          'who manages them, and so the second level of the line, is not known.',
      ];
}
