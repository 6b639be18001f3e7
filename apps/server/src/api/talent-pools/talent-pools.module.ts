import { TalentModule } from '@evenhand/talent';
import { Module } from '@nestjs/common';
import { TransparentTalentPoolsController } from '../transparency/talent-pools.controller';
import { CriticalPostsController } from '../critical-posts/critical-posts.controller';
import { DecisionReviewsController } from './decision-reviews.controller';
import { PoolDecisionsController } from './pool-decisions.controller';
import { PoolMembersController } from './pool-members.controller';
import { PoolMembershipsController } from './pool-memberships.controller';
import { PoolNominationsController } from './pool-nominations.controller';
import { TalentPoolsController } from './talent-pools.controller';

/** Everything under `/talent-pools` and `/critical-posts`, and what everybody may read of them. */
@Module({
  imports: [TalentModule],
  controllers: [
    TalentPoolsController,
    PoolMembersController,
    PoolDecisionsController,
    PoolNominationsController,
    PoolMembershipsController,
    DecisionReviewsController,
    CriticalPostsController,
    TransparentTalentPoolsController,
  ],
})
export class TalentPoolsModule {}
