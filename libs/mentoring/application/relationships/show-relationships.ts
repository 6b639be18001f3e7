import type { Authority } from '@evenhand/kernel';
import { type PersonCard, ReadPersonCards } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Feedback, MentoringRelationship } from '../../domain/mentoring-relationship';
import { sideOf } from './find-relationship';

/** A relationship as one reader may see it: with both people, and of what was said about it only their own word. */
export interface ShownRelationship extends Omit<MentoringRelationship, 'menteeFeedback' | 'mentorFeedback'> {
  readonly mentee?: PersonCard;
  readonly mentor?: PersonCard;
  readonly ownFeedback?: Feedback;
}

/** Shows relationships. What one of the two says about it is neither for the other nor for those who run the programme. */
@Injectable()
export class ShowRelationships {
  constructor(private readonly readCards: ReadPersonCards) {}

  async of(
    authority: Authority,
    relationships: readonly MentoringRelationship[],
  ): Promise<readonly ShownRelationship[]> {
    const cards = await this.readCards.run(
      relationships.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
    );
    return relationships.map((relationship) => {
      const { menteeFeedback, mentorFeedback, ...rest } = relationship;
      const own = { mentee: menteeFeedback, mentor: mentorFeedback };
      const side = sideOf(authority, relationship);
      const ownFeedback = side === undefined ? undefined : own[side];
      const [mentee, mentor] = [cards.get(rest.menteeId), cards.get(rest.mentorId)];
      return {
        ...rest,
        ...(mentee === undefined ? {} : { mentee }),
        ...(mentor === undefined ? {} : { mentor }),
        ...(ownFeedback === undefined ? {} : { ownFeedback }),
      };
    });
  }

  async ofOne(authority: Authority, relationship: MentoringRelationship): Promise<ShownRelationship> {
    return (await this.of(authority, [relationship]))[0]!;
  }
}
