import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentoringRelationship, MentoringSide } from '../../domain/mentoring-relationship';
import { MentoringRelationshipRepository } from '../ports/mentoring-relationship.repository';
import { FindRelationship, ownSideOf } from './find-relationship';
import { relationshipEvent } from './relationship-event';
import { type ShownRelationship, ShowRelationships } from './show-relationships';

/** A change of a relationship by one of its two people, held while it is made, so that of two at once the second meets the first. */
@Injectable()
export class ChangeRelationship {
  constructor(
    private readonly transaction: Transaction,
    private readonly relationships: MentoringRelationshipRepository,
    private readonly find: FindRelationship,
    private readonly show: ShowRelationships,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden for anybody but the two, and what the change throws */
  run(
    authority: Authority,
    id: string,
    done: string,
    change: (held: MentoringRelationship, side: MentoringSide) => MentoringRelationship,
  ): Promise<ShownRelationship> {
    return this.transaction.run(async () => {
      const held = await this.find.lock(authority, id);
      const saved = await this.relationships.save(change(held, ownSideOf(authority, held)));
      await this.trail.record(relationshipEvent(authority, saved, 'change', done));
      return this.show.ofOne(authority, saved);
    });
  }
}
