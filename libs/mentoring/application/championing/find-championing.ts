import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Championing } from '../../domain/championing';
import { ChampioningRepository } from '../ports/championing.repository';

/** Finds it where the word of whoever asks reaches it: as the person or the champion, or over the programme. */
@Injectable()
export class FindChampioning {
  constructor(private readonly championings: ChampioningRepository) {}

  /** @throws NotFound in the same words for what is missing and what is somebody else’s */
  async run(authority: Authority, id: string): Promise<Championing> {
    return reached(authority, await this.championings.byId(id), id);
  }

  /** Holds it for this transaction. @throws NotFound as {@link run} */
  async lock(authority: Authority, id: string): Promise<Championing> {
    return reached(authority, await this.championings.lock(id), id);
  }
}

/** The people of it who are kept. */
export function peopleOf({ personId, championPersonId }: Championing): readonly string[] {
  return championPersonId === undefined ? [personId] : [personId, championPersonId];
}

/** @throws Forbidden unless this is one’s own to do */
export function refuseUnlessOwn(authority: Authority, personIds: readonly string[], sentence: string): void {
  if (authority.own({ personIds }) === undefined) {
    throw new Forbidden(sentence);
  }
}

function reached(authority: Authority, championing: Championing | undefined, id: string): Championing {
  if (
    championing === undefined ||
    authority.over({ programmeId: championing.programmeId, personIds: peopleOf(championing) }) === undefined
  ) {
    throw new NotFound('championing', id);
  }
  return championing;
}
