import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Strength } from '../../domain/mentor';
import { tellWhoWasShown } from '../people-events';
import { type PersonCard, ReadPersonCards } from '../persons/read-person-cards';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';

/** A mentor as those see them who look for one: who they are, and what they can help with. */
export interface MentorCard extends PersonCard {
  readonly strengths: readonly Strength[];
  /** Whether they would take somebody at their own stage. */
  readonly peer: boolean;
}

/** Lists to those who look for a mentor the mentors of a programme who chose to be shown, by the id of the person. */
@Injectable()
export class ListMentorCards {
  constructor(
    private readonly profiles: MentorProfileRepository,
    private readonly readCards: ReadPersonCards,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<MentorCard>> {
    const found = await this.profiles.listed(programmeId, authority.limitsOfCommons(), page);
    const personIds = found.items.map(({ personId }) => personId);
    const cards = await this.readCards.run(personIds);
    await tellWhoWasShown(this.trail, 'mentor-cards.listed', { authority, programmeId, personIds });
    return {
      ...found,
      items: found.items.flatMap(({ personId, strengths, peer }) => {
        const card = cards.get(personId);
        return card === undefined ? [] : [{ ...card, strengths, peer }];
      }),
    };
  }
}
