import { Module } from '@nestjs/common';
import { JobsController } from '../jobs/jobs.controller';
import { TransparentRoundsController } from '../transparency/rounds.controller';
import { BottlenecksController } from './bottlenecks.controller';
import { EnquiriesController } from './enquiries.controller';
import { ExplanationReviewsController } from './explanation-reviews.controller';
import { MatchingRoundsController } from './matching-rounds.controller';
import { MentoringRequestsController } from './mentoring-requests.controller';
import { OverridesController } from './overrides.controller';
import { ProposalsController } from './proposals.controller';

/** Requests, rounds, enquiries into them and proposals, and what everybody may read of rounds. */
@Module({
  controllers: [
    MentoringRequestsController,
    MatchingRoundsController,
    BottlenecksController,
    EnquiriesController,
    OverridesController,
    ExplanationReviewsController,
    ProposalsController,
    JobsController,
    TransparentRoundsController,
  ],
})
export class MatchingApiModule {}
