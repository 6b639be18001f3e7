import { Conflict, NotFound } from '@evenhand/kernel';
import type { Programme } from '../../domain/programme';
import type { ProgrammeRepository } from '../ports/programme.repository';

/** The programme of that id, held for this transaction. @throws NotFound */
export async function lockedProgramme(programmes: ProgrammeRepository, id: string): Promise<Programme> {
  const programme = await programmes.lock(id);
  if (programme === undefined) {
    throw new NotFound('programme', id);
  }
  return programme;
}

/**
 * The same, where something new is to be put into the programme.
 *
 * @throws NotFound, Conflict `programme.closed`
 */
export async function openProgramme(programmes: ProgrammeRepository, id: string): Promise<Programme> {
  const programme = await lockedProgramme(programmes, id);
  if (programme.state === 'closed') {
    throw new Conflict(
      'programme.closed',
      `The programme ${programme.name} is closed: it takes nothing new.`,
    );
  }
  return programme;
}
