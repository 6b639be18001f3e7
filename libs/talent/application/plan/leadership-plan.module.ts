import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Module } from '@nestjs/common';
import { AddBoard } from '../board/add-board';
import { ChangeBoard } from '../board/change-board';
import { CheckBoard } from '../board/check-board';
import { ListBoards } from '../board/list-boards';
import { ReadBoard } from '../board/read-board';
import { DecidePlanSnapshot } from '../plan-snapshots/decide-plan-snapshot';
import { PutPlanForward } from '../plan-snapshots/put-plan-forward';
import { ReadPlanSnapshots } from '../plan-snapshots/read-plan-snapshots';
import { AddPlanEntry } from './add-plan-entry';
import { ChangePlanEntry } from './change-plan-entry';
import { CompareScenario } from './compare-scenario';
import { DashboardInputs } from './dashboard-inputs';
import { ListPlanEntries } from './list-plan-entries';
import { Nameable } from './nameable';
import { PlanBases } from './plan-bases';
import { PutLeadershipPlan } from './put-leadership-plan';
import { PutPlanSection } from './put-plan-section';
import { PutPopulationBaseline } from './put-population-baseline';
import { ReadGap } from './read-gap';
import { ReadLeadershipPlan } from './read-leadership-plan';
import { ReadPlanDashboard } from './read-plan-dashboard';
import { ReadPlanEntry } from './read-plan-entry';
import { ReadPlanSections } from './read-plan-sections';
import { ReadPopulationBaseline } from './read-population-baseline';

const USE_CASES = [
  AddBoard,
  AddPlanEntry,
  ChangeBoard,
  ChangePlanEntry,
  CheckBoard,
  CompareScenario,
  DecidePlanSnapshot,
  ListBoards,
  ListPlanEntries,
  PutLeadershipPlan,
  PutPlanForward,
  PutPlanSection,
  PutPopulationBaseline,
  ReadBoard,
  ReadGap,
  ReadLeadershipPlan,
  ReadPlanDashboard,
  ReadPlanEntry,
  ReadPlanSections,
  ReadPlanSnapshots,
  ReadPopulationBaseline,
];

/** Everything that can be done with leadership plans and boards. Its ports are answered by the program that loads it. */
@Module({
  providers: [
    { provide: Catalogue, useValue: healthAndCare },
    Nameable,
    PlanBases,
    DashboardInputs,
    ...USE_CASES,
  ],
  exports: USE_CASES,
})
export class LeadershipPlanModule {}
