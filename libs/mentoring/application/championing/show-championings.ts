import { type PersonCard, ReadPersonCards } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Championing } from '../../domain/championing';
import { peopleOf } from './find-championing';

/** It with its two people as they may see each other. */
export interface ShownChampioning extends Championing {
  readonly person?: PersonCard;
  readonly champion?: PersonCard;
}

/** Shows who named whom: nobody puts an id forward. */
@Injectable()
export class ShowChampionings {
  constructor(private readonly readCards: ReadPersonCards) {}

  async of(championings: readonly Championing[]): Promise<readonly ShownChampioning[]> {
    const cards = await this.readCards.run(championings.flatMap(peopleOf));
    return championings.map((one) => {
      const person = cards.get(one.personId);
      const champion = one.championPersonId === undefined ? undefined : cards.get(one.championPersonId);
      return {
        ...one,
        ...(person === undefined ? {} : { person }),
        ...(champion === undefined ? {} : { champion }),
      };
    });
  }

  async ofOne(championing: Championing): Promise<ShownChampioning> {
    return (await this.of([championing]))[0]!;
  }
}
