import { Clock, Random, Transaction } from '@evenhand/kernel';
import { type Ask, AsksForMentor, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, submitRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { lockOpenProgramme } from '../programme-lock';

/** Mentees of a file ask for a mentor by being there. */
@Injectable()
export class SubmitImportedRequests extends AsksForMentor {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    super();
  }

  /** @throws NotFound, Conflict `programme.closed` where somebody asks */
  override ask(programmeId: string, asks: readonly Ask[]): Promise<number> {
    if (asks.length === 0) {
      return Promise.resolve(0);
    }
    return this.transaction.run(async () => {
      await lockOpenProgramme(this.programmes, programmeId);
      const asking = await this.requests.personsWhoAsked(programmeId);
      const today = this.clock.today();
      const sinceByPerson = new Map(asks.map(({ personId, since = today }) => [personId, since]));
      const requests = [...sinceByPerson]
        .filter(([personId]) => !asking.has(personId))
        .map(([personId, since]): MentoringRequest => {
          const draft: MentoringRequest = {
            ...{ id: this.random.uuid(), programmeId, personId, state: 'draft', version: 1 },
            welcomedAgain: [],
          };
          return submitRequest(draft, since);
        });
      await this.requests.add(requests);
      return requests.length;
    });
  }
}
