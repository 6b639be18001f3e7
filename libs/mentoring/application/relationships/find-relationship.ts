import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentoringRelationship, MentoringSide } from '../../domain/mentoring-relationship';
import { MentoringRelationshipRepository } from '../ports/mentoring-relationship.repository';

/** Finds a relationship where the word of whoever asks reaches it: as one of the two, or over its programme. */
@Injectable()
export class FindRelationship {
  constructor(private readonly relationships: MentoringRelationshipRepository) {}

  /** @throws NotFound in the same words for what is missing and what is somebody else’s */
  async run(authority: Authority, id: string): Promise<MentoringRelationship> {
    return reached(authority, await this.relationships.byId(id), id);
  }

  /** Holds it for this transaction. @throws NotFound as {@link run} */
  async lock(authority: Authority, id: string): Promise<MentoringRelationship> {
    return reached(authority, await this.relationships.lock(id), id);
  }
}

/** Which of the two asks; undefined for anybody else. */
export function sideOf(
  authority: Authority,
  { menteeId, mentorId }: MentoringRelationship,
): MentoringSide | undefined {
  if (authority.own({ personIds: [menteeId] }) !== undefined) return 'mentee';
  return authority.own({ personIds: [mentorId] }) === undefined ? undefined : 'mentor';
}

/** The same, where nobody acts for them. @throws Forbidden for anybody else */
export function ownSideOf(authority: Authority, relationship: MentoringRelationship): MentoringSide {
  const side = sideOf(authority, relationship);
  if (side === undefined) {
    throw new Forbidden('Nobody speaks for the two people of a mentoring but themselves.');
  }
  return side;
}

function reached(
  authority: Authority,
  relationship: MentoringRelationship | undefined,
  id: string,
): MentoringRelationship {
  if (
    relationship === undefined ||
    authority.over({
      programmeId: relationship.programmeId,
      personIds: [relationship.menteeId, relationship.mentorId],
    }) === undefined
  ) {
    throw new NotFound('mentoring relationship', id);
  }
  return relationship;
}
