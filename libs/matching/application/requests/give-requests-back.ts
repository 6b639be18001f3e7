import type { Programme } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { givenBack } from './given-back';

/** What a round took up and has no match for waits again, so that another round can take it. Who does this holds the round. */
@Injectable()
export class GiveRequestsBack {
  constructor(private readonly requests: MentoringRequestRepository) {}

  async run(roundId: string, programme: Programme): Promise<void> {
    const ofRound = await this.requests.lockOfRound(roundId);
    const inRound = ofRound.filter(({ state }) => state === 'in_round');
    await this.requests.save(inRound.map((request) => givenBack(request, programme)));
  }
}
