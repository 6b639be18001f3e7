import { InputRefused, inParts, isIdentifier } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import {
  MENTEE_COLUMNS,
  MENTOR_COLUMNS,
  REQUIRED_MENTEE_COLUMNS,
  REQUIRED_MENTOR_COLUMNS,
} from '../domain/columns';
import type { Mentee } from '../domain/mentee';
import type { Mentor } from '../domain/mentor';
import { type ColumnRules, mapTable, ownColumns, type PeopleMap } from '../domain/people-map';
import { idKey } from '../domain/person';
import type { Table } from '../domain/table';
import { catalogueCells } from './catalogue-cells';
import { anyText } from './cells';
import { checkPeople, type ReadPerson } from './check-people';
import { ignoredColumns, unknownExclusions, unknownLineManagers } from './notices';
import { PeopleSheet, type SheetRow } from './people-sheet';
import { readMentee } from './read-mentee';
import { readMentor } from './read-mentor';
import type { ReadBy } from './read-person';

/** The two files of a matching round, and what to read them by. In a file that is not there, there is nobody. */
export interface PeopleFiles {
  readonly mentees?: Table;
  readonly mentors?: Table;
  readonly catalogue: Catalogue;
  /** How to read files that are not in our columns. */
  readonly map?: PeopleMap;
  /** Ids of people who are known without being in either file; ids in the files are read in this spelling. */
  readonly registered?: readonly string[];
  /** By `idKey`, how many places of people who are known are in use: no file offers fewer of theirs. */
  readonly placesInUse?: ReadonlyMap<string, number>;
  /** The day of the round, `YYYY-MM-DD`: nobody has been waiting since a later one. */
  readonly onDate?: string;
}

/** Everybody in the order of their files. */
export interface People {
  /** Columns of ours that each file has: what a file has no column for, it says of nobody. */
  readonly columns: { readonly mentees: ReadonlySet<string>; readonly mentors: ReadonlySet<string> };
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  /**
   * What is worth a look, one line each: columns that were not read (what they hold is kept nowhere), and ids under
   * `exclude` and `line_manager` that are in neither file.
   */
  readonly notices: readonly string[];
}

/** Two files that are open, with nobody read yet. */
interface OpenFiles {
  readonly menteeSheet: PeopleSheet;
  readonly mentorSheet: PeopleSheet;
  readonly by: ReadBy;
}

const NO_MENTEES: Table = { name: 'mentees', columns: REQUIRED_MENTEE_COLUMNS, rows: [] };
const NO_MENTORS: Table = { name: 'mentors', columns: REQUIRED_MENTOR_COLUMNS, rows: [] };

/**
 * Reads mentees and mentors from two tables, whole or not at all.
 *
 * @throws InputRefused with every problem of both, each one line naming file, row and column, in the order of the rows
 */
export function readPeople(files: PeopleFiles): People {
  const { menteeSheet, mentorSheet, by } = openFiles(files);
  const asking = menteeSheet.rows.map((row) => ({ person: readMentee(row, by), row }));
  const offering = mentorSheet.rows.map((row) => ({ person: readMentor(row, by), row }));
  return checkedPeople({ menteeSheet, mentorSheet, by }, asking, offering);
}

/** The same, in parts between which a server answers others: see {@link inParts}. @throws as {@link readPeople} */
export async function readPeopleInParts(files: PeopleFiles): Promise<People> {
  const { menteeSheet, mentorSheet, by } = openFiles(files);
  const asking = await inParts(menteeSheet.rows, (row) => ({ person: readMentee(row, by), row }));
  const offering = await inParts(mentorSheet.rows, (row) => ({ person: readMentor(row, by), row }));
  return checkedPeople({ menteeSheet, mentorSheet, by }, asking, offering);
}

function openFiles({ mentees, mentors, catalogue, map, ...known }: PeopleFiles): OpenFiles {
  const menteeSheet = sheetOf(
    mentees ?? NO_MENTEES,
    MENTEE_COLUMNS,
    REQUIRED_MENTEE_COLUMNS,
    mentees && map?.mentees,
  );
  const mentorSheet = sheetOf(
    mentors ?? NO_MENTORS,
    MENTOR_COLUMNS,
    REQUIRED_MENTOR_COLUMNS,
    mentors && map?.mentors,
  );
  const by: ReadBy = {
    catalogue,
    cells: catalogueCells(catalogue),
    knownIds: idsOf([...menteeSheet.rows, ...mentorSheet.rows], known.registered ?? []),
    placesInUse: known.placesInUse ?? new Map(),
    onDate: known.onDate,
  };
  return { menteeSheet, mentorSheet, by };
}

/** What no row can show alone, and then everybody. */
function checkedPeople(
  { menteeSheet, mentorSheet, by: { knownIds } }: OpenFiles,
  asking: readonly ReadPerson<Mentee>[],
  offering: readonly ReadPerson<Mentor>[],
): People {
  checkPeople(asking, offering);
  InputRefused.ifAny([...menteeSheet.problemLines(), ...mentorSheet.problemLines()]);
  return {
    columns: { mentees: menteeSheet.columns, mentors: mentorSheet.columns },
    mentees: asking.map(({ person }) => person),
    mentors: offering.map(({ person }) => person),
    notices: [
      ...ignoredColumns(menteeSheet, MENTEE_COLUMNS),
      ...unknownExclusions(menteeSheet, asking, knownIds),
      ...ignoredColumns(mentorSheet, MENTOR_COLUMNS),
      ...unknownExclusions(mentorSheet, offering, knownIds),
      ...unknownLineManagers([...asking, ...offering], knownIds),
    ],
  };
}

function sheetOf(
  table: Table,
  columns: readonly string[],
  required: readonly string[],
  rules: ColumnRules | undefined,
): PeopleSheet {
  return rules === undefined
    ? new PeopleSheet(mapTable(table, ownColumns(table, columns)), required, 'is missing')
    : new PeopleSheet(mapTable(table, rules), required, 'is missing from the map');
}

/** Taken before anybody is read, since a row may name somebody who stands below it. */
function idsOf(rows: readonly SheetRow[], registered: readonly string[]): ReadonlyMap<string, string> {
  const ids = rows.map((row) => row.optional('id', anyText, ''));
  return new Map([...ids.filter(isIdentifier), ...registered].map((id) => [idKey(id), id]));
}
