import { Random } from '@evenhand/kernel';
import { ConfirmedPairs, type Proposal } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { MentoringRelationshipRepository } from '../ports/mentoring-relationship.repository';

/** Two people said yes: their mentoring begins with it. */
@Injectable()
export class BeginMentoring extends ConfirmedPairs {
  constructor(
    private readonly relationships: MentoringRelationshipRepository,
    private readonly random: Random,
  ) {
    super();
  }

  override begin(
    { id: proposalId, requestId, menteeId, mentorId, closedAt }: Proposal,
    programmeId: string,
  ): Promise<void> {
    return this.relationships.add({
      ...{ id: this.random.uuid(), programmeId, proposalId, requestId, menteeId, mentorId },
      ...{ state: 'starting', beganAt: closedAt!, version: 1 },
    });
  }
}
