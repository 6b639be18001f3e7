import { Conflict, NotFound } from '@evenhand/kernel';
import type { Programme } from '../../domain/programme';
import type { ProgrammeRepository } from '../ports/programme.repository';

/** Holds the programme of that id for this transaction. @throws NotFound */
export async function lockProgramme(programmes: ProgrammeRepository, id: string): Promise<Programme> {
  const programme = await programmes.lock(id);
  if (programme === undefined) {
    throw new NotFound('programme', id);
  }
  return programme;
}

/**
 * Holds a programme that is to take something new for this transaction.
 *
 * @throws NotFound, Conflict `programme.closed` where it is closed
 */
export async function lockOpenProgramme(programmes: ProgrammeRepository, id: string): Promise<Programme> {
  const programme = await lockProgramme(programmes, id);
  if (programme.state === 'closed') {
    throw new Conflict(
      'programme.closed',
      `The programme "${programme.name}" is closed: it takes nothing new.`,
    );
  }
  return programme;
}
