import { Module } from '@nestjs/common';
import { TransparentRoundsController } from '../transparency/rounds.controller';
import { MatchingRoundsController } from './matching-rounds.controller';
import { MentoringRequestsController } from './mentoring-requests.controller';
import { ProposalsController } from './proposals.controller';

/** Requests, rounds and proposals, and what everybody may read of rounds. */
@Module({
  controllers: [
    MentoringRequestsController,
    MatchingRoundsController,
    ProposalsController,
    TransparentRoundsController,
  ],
})
export class MatchingApiModule {}
