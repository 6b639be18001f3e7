import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  MentoringRelationshipRepository,
  type RelationshipFilter,
} from '../ports/mentoring-relationship.repository';
import { type ShownRelationship, ShowRelationships } from './show-relationships';

/** Lists relationships as far as they are reached, the one that began last first. */
@Injectable()
export class ListRelationships {
  constructor(
    private readonly relationships: MentoringRelationshipRepository,
    private readonly show: ShowRelationships,
    private readonly trail: AuditTrail,
  ) {}

  async run(
    authority: Authority,
    filter: RelationshipFilter,
    page: PageRequest,
  ): Promise<Page<ShownRelationship>> {
    const { items, ...rest } = await this.relationships.list(authority.limits(), filter, page);
    // Whoever reads the log reads what was done in their own programme.
    for (const programmeId of new Set(items.map((one) => one.programmeId))) {
      const ofProgramme = items.filter((one) => one.programmeId === programmeId);
      const personIds = new Set(ofProgramme.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]));
      await this.trail.record({
        ...{ kind: 'read', action: 'mentoring-relationships.listed', authority, programmeId },
        personIds: [...personIds],
      });
    }
    return { items: await this.show.of(authority, items), ...rest };
  }
}
