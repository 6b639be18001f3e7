import type { Programme } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { LeaveRefill } from '../runs/leave-refill';
import { givenBack } from './given-back';

/**
 * What a round took up and has no match for waits again, so that another round can take it. A published round may have
 * places that were given back while it was away, and nobody to fill them with: it looks again. Who does this holds the
 * programme and the round.
 */
@Injectable()
export class GiveRequestsBack {
  constructor(
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly leaveRefill: LeaveRefill,
  ) {}

  async run(roundId: string, programme: Programme): Promise<void> {
    const ofRound = await this.requests.lockOfRound(roundId);
    const inRound = ofRound.filter(({ state }) => state === 'in_round');
    await this.requests.save(inRound.map((request) => givenBack(request, programme)));
    if (inRound.length > 0 && programme.state === 'open') {
      for (const other of await this.proposals.roundsWithFreedPlaces(programme.id)) {
        await this.leaveRefill.of(other);
      }
    }
  }
}
