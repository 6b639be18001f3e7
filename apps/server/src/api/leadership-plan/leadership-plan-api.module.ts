import { LeadershipPlanModule } from '@evenhand/talent';
import { Module } from '@nestjs/common';
import { BoardsController } from '../boards/boards.controller';
import { LeadershipPlanController } from './leadership-plan.controller';
import { PlanActionsController } from './plan-actions.controller';
import { PlanBehavioursController } from './plan-behaviours.controller';
import { PlanChaptersController } from './plan-chapters.controller';
import { PlanReadinessController } from './plan-readiness.controller';
import { PlanRisksController } from './plan-risks.controller';
import { PlanScenariosController } from './plan-scenarios.controller';

/** Everything under `/leadership-plan` and `/boards`. */
@Module({
  imports: [LeadershipPlanModule],
  controllers: [
    LeadershipPlanController,
    PlanReadinessController,
    PlanBehavioursController,
    PlanChaptersController,
    PlanActionsController,
    PlanRisksController,
    PlanScenariosController,
    BoardsController,
  ],
})
export class LeadershipPlanApiModule {}
