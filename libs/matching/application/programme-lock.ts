import { Conflict, NotFound } from '@evenhand/kernel';
import { type Programme, type ProgrammeRepository } from '@evenhand/people';

/**
 * Holds a programme for this transaction.
 *
 * Whatever is held in one transaction is held in one order, so that no two of them ever wait for each other:
 * programme, round, run, requests (by id), persons (by id), proposals. Nobody goes back: who needs the round of a
 * request holds the programme first, under which requests neither enter nor leave a round, and reads it there.
 */
export async function lockProgramme(programmes: ProgrammeRepository, id: string): Promise<Programme> {
  const programme = await programmes.lock(id);
  if (programme === undefined) {
    throw new NotFound('programme', id);
  }
  return programme;
}

/** Holds a programme that takes something new. @throws Conflict `programme.closed` where it is closed */
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
