import type { Authority } from '@evenhand/kernel';
import { type PersonCard, ReadPersonCards } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type Championing, isChampionShown } from '../../domain/championing';
import { peopleOf } from './find-championing';

/** It with its two people as they may see each other. */
export interface ShownChampioning extends Championing {
  readonly person?: PersonCard;
  readonly champion?: PersonCard;
}

/**
 * Shows who named whom: nobody puts an id forward. The person named somebody and shows themselves by that; they see who the
 * champion is once the champion did something for them, and those of the programme see both.
 */
@Injectable()
export class ShowChampionings {
  constructor(private readonly readCards: ReadPersonCards) {}

  async of(authority: Authority, championings: readonly Championing[]): Promise<readonly ShownChampioning[]> {
    const cards = await this.readCards.run(championings.flatMap(peopleOf));
    return championings.map((one) => {
      const person = cards.get(one.personId);
      const champion = seesChampion(authority, one) ? cards.get(one.championPersonId ?? '') : undefined;
      return {
        ...one,
        ...(person === undefined ? {} : { person }),
        ...(champion === undefined ? {} : { champion }),
      };
    });
  }

  async ofOne(authority: Authority, championing: Championing): Promise<ShownChampioning> {
    return (await this.of(authority, [championing]))[0]!;
  }
}

function seesChampion(authority: Authority, championing: Championing): boolean {
  const { programmeId, championPersonId: champion } = championing;
  return (
    isChampionShown(championing) ||
    authority.reachesProgramme(programmeId) ||
    (champion !== undefined && authority.own({ personIds: [champion] }) !== undefined)
  );
}
