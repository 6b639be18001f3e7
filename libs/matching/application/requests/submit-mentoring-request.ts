import { AuditTrail, type Authority, Clock, NotFound, Transaction } from '@evenhand/kernel';
import { MenteeProfileRepository, PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, submitRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { lockOpenProgramme } from '../programme-lock';
import { refuseUnlessMayAsk } from './may-ask';
import { recordChange } from './record-change';
import { ownRequest } from './visible-request';

/** A draft becomes a request that the next round takes up. */
@Injectable()
export class SubmitMentoringRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly persons: PersonRepository,
    private readonly profiles: MenteeProfileRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, Forbidden, Conflict `mentoring-request.cannot-submit`, and whatever keeps somebody from asking at all
   */
  run(authority: Authority, id: string): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const { programmeId, personId } = ownRequest(authority, await this.requests.byId(id), id);
      await lockOpenProgramme(this.programmes, programmeId);
      const [held] = await this.requests.lock([id]);
      const submitted = submitRequest(ownRequest(authority, held, id), this.clock.today());
      const person = await this.persons.byId(personId);
      if (person === undefined) {
        throw new NotFound('person', personId);
      }
      refuseUnlessMayAsk(person, await this.profiles.byPersonId(personId));
      await recordChange(this.trail, authority, submitted, 'submitted');
      const [saved] = await this.requests.save([submitted]);
      return saved!;
    });
  }
}
