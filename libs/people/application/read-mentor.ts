import type { Catalogue } from '@evenhand/taxonomy';
import { type Mentor, MOST_PLACES } from '../domain/mentor';
import { decimalNumber, strengths, wholeNumber, yesOrNo } from './cells';
import type { SheetRow } from './people-sheet';
import { given, readPerson } from './read-person';

/** Nobody is given more than every working hour of a month. */
const MOST_HOURS = 160;

export function readMentor(row: SheetRow, catalogue: Catalogue): Mentor {
  return {
    ...readPerson(row, catalogue),
    strengths: row.required('strengths', strengths(catalogue), []),
    capacity: row.required('capacity', wholeNumber(0, MOST_PLACES), 0),
    ...given('protectedHours', row.optional('protected_hours', decimalNumber(0, MOST_HOURS), undefined)),
    peer: row.optional('peer', yesOrNo, false),
    listed: row.optional('listed', yesOrNo, true),
  };
}
