import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { MenteeProfileRepository, PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, submitRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { lockOpenProgramme } from '../programme-lock';
import { refuseUnlessMayAsk } from './may-ask';
import { recordChange } from './record-change';

/** A request as it is made. */
export interface NewMentoringRequest {
  readonly programmeId: string;
  readonly personId: string;
  /** Ids of mentors who may be proposed again although such a pair was declined, ran out or ended. */
  readonly welcomedAgain?: readonly string[];
  /** Submits it at once; otherwise it is a draft. */
  readonly submit?: boolean;
}

/** Somebody asks for a mentor, for themselves: others only by a file of the programme. */
@Injectable()
export class CreateMentoringRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly persons: PersonRepository,
    private readonly profiles: MenteeProfileRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, also where it is for somebody else; Conflict `programme.closed`, `mentoring-request.no-profile`, `mentoring-request.not-taking-part`,
   *   `mentoring-request.already-open`
   */
  run(authority: Authority, asked: NewMentoringRequest): Promise<MentoringRequest> {
    const { programmeId, personId, welcomedAgain = [], submit = false } = asked;
    return this.transaction.run(async () => {
      const person = await this.persons.byId(personId);
      const own = authority.own({ personIds: [personId] });
      if (person?.programmeId !== programmeId || own === undefined) {
        throw new NotFound('person', personId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      refuseUnlessMayAsk(person, await this.profiles.byPersonId(personId));
      const draft: MentoringRequest = {
        ...{ id: this.random.uuid(), programmeId, personId, state: 'draft', version: 1 },
        welcomedAgain: [...new Set(welcomedAgain)],
      };
      const request = submit ? submitRequest(draft, this.clock.today()) : draft;
      await this.requests.add([request]);
      await recordChange(this.trail, authority, request, submit ? 'submitted' : 'made');
      return request;
    });
  }
}
