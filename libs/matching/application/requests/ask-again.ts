import { AuditTrail, type Authority, Conflict, Random, Transaction } from '@evenhand/kernel';
import { MenteeProfileRepository, PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, submitRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { lockOpenProgramme } from '../programme-lock';
import { refuseUnlessMayAsk } from './may-ask';
import { recordChange } from './record-change';
import { visibleRequest } from './visible-request';

/**
 * Somebody whose match came to nothing waits again, from the day on which they first asked. What a published round did
 * for the old request stays as it is, so a new one takes over its day and whom they would accept again.
 */
@Injectable()
export class AskAgain {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly persons: PersonRepository,
    private readonly profiles: MenteeProfileRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly random: Random,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, Conflict `mentoring-request.not-matched`, `programme.closed`, `mentoring-request.no-profile`,
   *   `mentoring-request.not-taking-part`, `mentoring-request.already-open`
   */
  run(authority: Authority, requestId: string): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const earlier = visibleRequest(authority, await this.requests.byId(requestId), requestId);
      const { programmeId, personId, welcomedAgain, state } = earlier;
      if (state !== 'matched') {
        throw new Conflict(
          'mentoring-request.not-matched',
          'Only a request that found a match can be taken up again after it.',
        );
      }
      await lockOpenProgramme(this.programmes, programmeId);
      refuseUnlessMayAsk((await this.persons.byId(personId))!, await this.profiles.byPersonId(personId));
      const draft: MentoringRequest = {
        ...{ id: this.random.uuid(), programmeId, personId, state: 'draft', version: 1 },
        welcomedAgain,
      };
      const request = submitRequest(draft, earlier.firstSubmittedOn!);
      await this.requests.add([request]);
      await recordChange(this.trail, authority, request, 'submitted');
      return request;
    });
  }
}
