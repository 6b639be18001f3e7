import type { Likeness, Mentee } from '../domain/mentee';
import { quoted } from '../domain/quoted';
import { oneOf, pastDay, yesOrNo } from './cells';
import type { SheetRow } from './people-sheet';
import { given, type ReadBy, readPerson } from './read-person';

const likeness = oneOf<Likeness>([
  ['same', 'same'],
  ['different', 'different'],
  ['any', 'any'],
]);

/** Reads one row of a file of mentees; what is wrong with it is told to the sheet. */
export function readMentee(row: SheetRow, by: ReadBy): Mentee {
  const person = readPerson(row, by);
  const peer = row.optional('peer', yesOrNo, false);
  return {
    ...person,
    targetStage: readTargetStage(row, by, person.posts[0].stage, peer),
    gaps: row.required('gaps', by.cells.gaps, []),
    preferProfession: row.optional('prefer_profession', likeness, 'any'),
    preferOrganisation: row.optional('prefer_organisation', likeness, 'any'),
    peer,
    ...given('waitingSince', row.optional('waiting_since', pastDay(by.onDate), undefined)),
  };
}

function readTargetStage(
  row: SheetRow,
  { catalogue, cells }: ReadBy,
  present: string,
  peer: boolean,
): string {
  const target = row.optional('target_stage', cells.stage, undefined);
  if (present === '') {
    return '';
  }
  if (target === undefined) {
    return peer ? present : catalogue.stageAfter(present);
  }
  const step = catalogue.stageRank(target) - catalogue.stageRank(present);
  if (step < 0) {
    row.refuse('target_stage', `${quoted(target)} is below the present stage, ${quoted(present)}`);
  } else if (step === 0 && present !== catalogue.topStage && !peer) {
    row.refuse(
      'target_stage',
      `${quoted(target)} is the present stage: only somebody who asks for a peer stays`,
    );
  }
  return target;
}
