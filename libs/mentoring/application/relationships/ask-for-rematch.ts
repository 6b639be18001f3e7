import { AuditTrail, type Authority, Clock, Forbidden, Transaction } from '@evenhand/kernel';
import { AskAgain, type MentoringRequest } from '@evenhand/matching';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { askForRematch } from '../../domain/mentoring-relationship';
import { MentoringRelationshipRepository } from '../ports/mentoring-relationship.repository';
import { FindRelationship, ownSideOf } from './find-relationship';
import { relationshipEvent } from './relationship-event';

/** The mentee of a relationship that ended waits for another mentor, from the day on which they first asked. */
@Injectable()
export class AskForRematch {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly relationships: MentoringRelationshipRepository,
    private readonly find: FindRelationship,
    private readonly askAgain: AskAgain,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, Forbidden, Conflict `mentoring-relationship.not-ended`, `mentoring-relationship.rematch-asked`, and
   *   as `AskAgain`
   */
  run(authority: Authority, id: string): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const { programmeId } = await this.find.run(authority, id);
      // Held first, as by everybody who makes a request.
      await lockOpenProgramme(this.programmes, programmeId);
      const held = await this.find.lock(authority, id);
      if (ownSideOf(authority, held) !== 'mentee') {
        throw new Forbidden('It is the mentee who asks for another mentor.');
      }
      const asked = await this.relationships.save(askForRematch(held, this.clock.now()));
      const request = await this.askAgain.run(authority, asked.requestId);
      await this.trail.record(relationshipEvent(authority, asked, 'change', 'rematch-asked'));
      return request;
    });
  }
}
