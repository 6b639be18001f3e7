import {
  BoardRepository,
  LeadershipPlanRepository,
  PlanEntryRepository,
  PlanFigures,
  PlanSnapshotRepository,
  PopulationBaselineRepository,
} from '@evenhand/talent';
import type { Provider } from '@nestjs/common';
import { SqlPlanFigures } from './sql-plan-figures';
import { TypeormBoardRepository } from './typeorm-board.repository';
import { TypeormLeadershipPlanRepository } from './typeorm-leadership-plan.repository';
import { TypeormPlanEntryRepository } from './typeorm-plan-entry.repository';
import { TypeormPlanSnapshotRepository } from './typeorm-plan-snapshot.repository';
import { TypeormPopulationBaselineRepository } from './typeorm-population-baseline.repository';

/** What answers the ports of plans and boards. */
export const PLAN_REPOSITORIES: readonly Provider[] = [
  { provide: LeadershipPlanRepository, useClass: TypeormLeadershipPlanRepository },
  { provide: PlanEntryRepository, useClass: TypeormPlanEntryRepository },
  { provide: PopulationBaselineRepository, useClass: TypeormPopulationBaselineRepository },
  { provide: BoardRepository, useClass: TypeormBoardRepository },
  { provide: PlanSnapshotRepository, useClass: TypeormPlanSnapshotRepository },
  { provide: PlanFigures, useClass: SqlPlanFigures },
];
