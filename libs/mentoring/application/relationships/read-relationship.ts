import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { FindRelationship } from './find-relationship';
import { relationshipEvent } from './relationship-event';
import { type ShownRelationship, ShowRelationships } from './show-relationships';

/** Reads one relationship. */
@Injectable()
export class ReadRelationship {
  constructor(
    private readonly find: FindRelationship,
    private readonly show: ShowRelationships,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<ShownRelationship> {
    const found = await this.find.run(authority, id);
    await this.trail.record(relationshipEvent(authority, found, 'read', 'read'));
    return this.show.ofOne(authority, found);
  }
}
