import { Transaction } from '@evenhand/kernel';
import { ProgrammeClosing, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { moveRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { lockProgramme } from '../programme-lock';

/** When a programme closes, requests that nobody answered run out. Those in a round do when the round gives them back. */
@Injectable()
export class ExpireRequestsOfProgramme extends ProgrammeClosing {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly requests: MentoringRequestRepository,
  ) {
    super();
  }

  override closed(programmeId: string): Promise<void> {
    return this.transaction.run(async () => {
      await lockProgramme(this.programmes, programmeId);
      const waiting = await this.requests.lockUnanswered(programmeId);
      await this.requests.save(waiting.map((request) => moveRequest(request, 'expire')));
    });
  }
}
