import type { Catalogue } from '@evenhand/taxonomy';
import type { Likeness, Mentee } from '../domain/mentee';
import { quoted } from '../domain/quoted';
import { gaps, oneOf, pastDay, stageCode, yesOrNo } from './cells';
import type { SheetRow } from './people-sheet';
import { given, readPerson } from './read-person';

const likeness = oneOf<Likeness>([
  ['same', 'same'],
  ['different', 'different'],
  ['any', 'any'],
]);

export function readMentee(row: SheetRow, catalogue: Catalogue, onDate: string | undefined): Mentee {
  const person = readPerson(row, catalogue);
  const peer = row.optional('peer', yesOrNo, false);
  return {
    ...person,
    targetStage: readTargetStage(row, catalogue, person.posts[0].stage, peer),
    gaps: row.required('gaps', gaps(catalogue), []),
    preferProfession: row.optional('prefer_profession', likeness, 'any'),
    preferOrganisation: row.optional('prefer_organisation', likeness, 'any'),
    peer,
    ...given('waitingSince', row.optional('waiting_since', pastDay(onDate), undefined)),
  };
}

function readTargetStage(row: SheetRow, catalogue: Catalogue, present: string, peer: boolean): string {
  const target = row.optional('target_stage', stageCode(catalogue), undefined);
  if (present === '') {
    return '';
  }
  if (target === undefined) {
    return catalogue.stageAfter(present);
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
