import { type Mentor, MOST_HOURS, MOST_PLACES } from '../domain/mentor';
import { decimalNumber, wholeNumber, yesOrNo } from './cells';
import type { SheetRow } from './people-sheet';
import { given, type ReadBy, readPerson } from './read-person';

/** Reads one row of a file of mentors; what is wrong with it is told to the sheet. */
export function readMentor(row: SheetRow, by: ReadBy): Mentor {
  return {
    ...readPerson(row, by),
    strengths: row.required('strengths', by.cells.strengths, []),
    capacity: row.required('capacity', wholeNumber(0, MOST_PLACES), 0),
    ...given('protectedHours', row.optional('protected_hours', decimalNumber(0, MOST_HOURS), undefined)),
    peer: row.optional('peer', yesOrNo, false),
    listed: row.optional('listed', yesOrNo, true),
  };
}
