import type { MentorCard } from '@evenhand/people';
import { FlagField, ListField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { PersonCardAnswer } from '../people/person-card.dto';
import { MOST_STRENGTHS, StrengthBody } from './profiles.dto';

/** A mentor as those see them who look for one. */
export class MentorCardAnswer extends PersonCardAnswer {
  @ListField(() => StrengthBody, { description: 'What they have practised.', max: MOST_STRENGTHS })
  strengths!: readonly StrengthBody[];

  @FlagField({ description: 'Willing to mentor somebody at their own stage.' })
  peer!: boolean;
}

/** One page of such mentors. */
export class MentorCardPage extends NextPage {
  @ListField(() => MentorCardAnswer, { description: 'By the id of the person.', max: 200 })
  items!: readonly MentorCardAnswer[];
}

/** Shapes a card for the caller. */
export function mentorCardAnswer(card: MentorCard): MentorCardAnswer {
  const { personId, name, organisation, professionalGroup, profession, stage, strengths, peer } = card;
  return {
    personId,
    ...(name === undefined ? {} : { name }),
    ...{ organisation, professionalGroup, profession, stage },
    strengths,
    peer,
  };
}
