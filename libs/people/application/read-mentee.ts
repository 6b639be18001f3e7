import type { Catalogue } from '@evenhand/taxonomy';
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
    return usualTarget(catalogue, present, peer);
  }
  const fault = targetFault(catalogue, { target, present, peer });
  if (fault !== undefined) {
    row.refuse('target_stage', fault);
  }
  return target;
}

/** The stage that somebody aims for who does not say: the next, or one's own with a peer. */
export function usualTarget(catalogue: Catalogue, present: string, peer: boolean): string {
  return peer ? present : catalogue.stageAfter(present);
}

/** Why nobody at the present stage can aim for that target; nothing where they can. */
export function targetFault(
  catalogue: Catalogue,
  { target, present, peer }: { readonly target: string; readonly present: string; readonly peer: boolean },
): string | undefined {
  const step = catalogue.stageRank(target) - catalogue.stageRank(present);
  if (step < 0) {
    return `${quoted(target)} is below the present stage, ${quoted(present)}`;
  }
  return step === 0 && present !== catalogue.topStage && !peer
    ? `${quoted(target)} is the present stage: only somebody who asks for a peer stays`
    : undefined;
}
