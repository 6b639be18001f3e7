import { LeadershipPlanModule } from '@evenhand/talent';
import { Module } from '@nestjs/common';
import { BoardsController } from '../boards/boards.controller';
import { LeadershipPlanController } from './leadership-plan.controller';
import {
  PlanActionsController,
  PlanRisksController,
  PlanScenariosController,
} from './plan-entries.controller';
import {
  PlanBehavioursController,
  PlanChaptersController,
  PlanReadinessController,
} from './plan-sections.controller';
import { TransparentLeadershipPlansController } from '../transparency/leadership-plans.controller';
import { PlanSnapshotsController } from './plan-snapshots.controller';
import { ScenarioComparisonsController } from './scenario-comparisons.controller';

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
    ScenarioComparisonsController,
    PlanSnapshotsController,
    TransparentLeadershipPlansController,
    BoardsController,
  ],
})
export class LeadershipPlanApiModule {}
