import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { MentoringRelationship, RelationshipState } from '../../domain/mentoring-relationship';

/** Which relationships are listed: those that hold to all that is given. */
export interface RelationshipFilter {
  readonly programmeId?: string;
  /** Relationships in which the person is either side. */
  readonly personId?: string;
  readonly state?: RelationshipState;
}

/** Keeps mentoring relationships. The database itself lets none come back that is completed or ended. */
export abstract class MentoringRelationshipRepository {
  abstract add(relationship: MentoringRelationship): Promise<void>;
  /** @throws StaleVersion when it has another version by now */
  abstract save(relationship: MentoringRelationship): Promise<MentoringRelationship>;
  abstract byId(id: string): Promise<MentoringRelationship | undefined>;
  /** Holds it for this transaction. */
  abstract lock(id: string): Promise<MentoringRelationship | undefined>;
  /** The one that began last first. @param limits undefined for those of every programme */
  abstract list(
    limits: Limits | undefined,
    filter: RelationshipFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRelationship>>;
}
