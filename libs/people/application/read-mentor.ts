import { type Mentor, MOST_HOURS, MOST_PLACES } from '../domain/mentor';
import { idKey } from '../domain/person';
import { quoted } from '../domain/quoted';
import { type CellReader, decimalNumber, fault, wholeNumber, yesOrNo } from './cells';
import type { SheetRow } from './people-sheet';
import { given, type ReadBy, readPerson } from './read-person';

/** Reads one row of a file of mentors; what is wrong with it is told to the sheet. */
export function readMentor(row: SheetRow, by: ReadBy): Mentor {
  const person = readPerson(row, by);
  return {
    ...person,
    strengths: row.required('strengths', by.cells.strengths, []),
    capacity: row.required('capacity', places(by.placesInUse.get(idKey(person.id)) ?? 0), 0),
    ...given('protectedHours', row.optional('protected_hours', decimalNumber(0, MOST_HOURS), undefined)),
    peer: row.optional('peer', yesOrNo, false),
    listed: row.optional('listed', yesOrNo, true),
  };
}

const anyPlaces = wholeNumber(0, MOST_PLACES);

function places(inUse: number): CellReader<number> {
  return (text) => {
    const offered = anyPlaces(text);
    return typeof offered === 'number' && offered < inUse
      ? fault(`${quoted(text)} is less than the places in use, ${inUse}: end a proposal first, or offer more`)
      : offered;
  };
}
