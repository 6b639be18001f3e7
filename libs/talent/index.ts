export {
  type CriteriaVersion,
  type Criterion,
  POOL_STATES,
  type PoolState,
  type ShownPools,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from './domain/talent-pool';
export {
  type ActingAs,
  type Assessment,
  type CountedMemberState,
  LIVE_MEMBER_STATES,
  MEMBER_STATES,
  type MemberState,
  type Nomination,
  type Nominator,
  NOMINATORS,
  type PoolMember,
  type Readiness,
} from './domain/pool-member';
export { isConsenting, isShown, type ShownMembers } from './domain/shown-members';
export { DECISION_OUTCOMES, type DecisionOutcome, type PoolDecision } from './domain/pool-decision';
export type { CompositionRow, PoolComposition } from './domain/pool-composition';
export type { PoolPublication } from './domain/pool-publication';
export type { ReleasedComposition, ReleasedDecisions, ReleasedShare } from './domain/released-composition';
export { type PoolFilter, TalentPoolRepository } from './application/ports/talent-pool.repository';
export { type MemberFilter, PoolMemberRepository } from './application/ports/pool-member.repository';
export { type DecisionFilter, PoolDecisionRepository } from './application/ports/pool-decision.repository';
export { PoolPublicationRepository } from './application/ports/pool-publication.repository';
export type { MemberAddress } from './application/reached-pool';
export { AddCriteriaVersion } from './application/add-criteria-version';
export { Apply } from './application/apply';
export { Assess } from './application/assess';
export { ChangeTalentPool } from './application/change-talent-pool';
export { CloseTalentPool } from './application/close-talent-pool';
export { CreateTalentPool } from './application/create-talent-pool';
export { Decide } from './application/decide';
export { DeclareInterest } from './application/declare-interest';
export { DeclineNomination } from './application/decline-nomination';
export { ListDecisions } from './application/list-decisions';
export { ListMembers } from './application/list-members';
export { ListTalentPools } from './application/list-talent-pools';
export { ListTransparentPools } from './application/list-transparent-pools';
export { Nominate, type Nominee } from './application/nominate';
export { OpenTalentPool } from './application/open-talent-pool';
export { PublishPoolCounts } from './application/publish-pool-counts';
export { ReadCriteria } from './application/read-criteria';
export { type MemberCard, ReadMemberCards } from './application/read-member-cards';
export { ReadPoolMember } from './application/read-pool-member';
export { ReadPoolComposition } from './application/read-pool-composition';
export { ReadTalentPool } from './application/read-talent-pool';
export { ReadTransparentPool, type TransparentPool } from './application/read-transparent-pool';
export { RecordAppointment } from './application/record-appointment';
export { RecordLeaving } from './application/record-leaving';
export { TalentModule } from './application/talent.module';
export {
  type ExpectedVacancies,
  type PlanBase,
  type PlannedPost,
  type ReadyMembership,
  type ReadyPeople,
} from './domain/plan/plan-base';
export type { LeadershipPlan } from './domain/plan/leadership-plan';
export { GAP_DIMENSIONS, type GapDimension } from './domain/plan/gap';
export type { ShownComparison, ShownFigures, ShownGap } from './domain/plan/shown-gap';
export {
  type Assumption,
  ASSUMPTION_KINDS,
  type AssumptionKind,
  type AssumptionScope,
  type PercentRange,
  type Scenario,
  SCENARIO_CASES,
  type ScenarioCase,
} from './domain/plan/scenario';
export {
  type AnsweredSection,
  type PlanSection,
  SECTION_KINDS,
  SECTION_STATES,
  type SectionKind,
  type SectionState,
  type TalentRelease,
} from './domain/plan/plan-section';
export {
  ACTION_STATES,
  type ActionState,
  type PlanAction,
  type PlanEntry,
  type PlanEntryContents,
  type PlanEntryKind,
  type PlanRisk,
  RISK_KINDS,
  RISK_STATES,
} from './domain/plan/plan-entry';
export {
  BASELINE_CHARACTERISTICS,
  type BaselineCharacteristic,
  type BaselineCount,
  type BaselinePopulation,
  type PopulationBaseline,
  POPULATIONS,
} from './domain/plan/population-baseline';
export type {
  DashboardGap,
  FilledPosts,
  PlanDashboard,
  ProfileRow,
  ProfileShare,
} from './domain/plan/plan-dashboard';
export {
  type Board,
  BOARD_KINDS,
  type BoardKind,
  type BoardSeat,
  SEAT_ROLES,
  type SeatBackground,
  type SeatRole,
} from './domain/board/board';
export type {
  BoardComposition,
  BoardFinding,
  OpenSeats,
  RuleForce,
  RuleOutcome,
} from './domain/board/composition-check';
export { LeadershipPlanRepository } from './application/ports/leadership-plan.repository';
export { type EntriesOf, PlanEntryRepository } from './application/ports/plan-entry.repository';
export { PlanFigures } from './application/ports/plan-figures';
export { PopulationBaselineRepository } from './application/ports/population-baseline.repository';
export { BoardRepository } from './application/ports/board.repository';
export type { AskedSection } from './application/plan/asked-sections';
export type { Put } from './application/plan/reached-plan';
export { AddBoard } from './application/board/add-board';
export { ChangeBoard } from './application/board/change-board';
export { CheckBoard } from './application/board/check-board';
export { ListBoards } from './application/board/list-boards';
export { ReadBoard } from './application/board/read-board';
export { AddPlanEntry } from './application/plan/add-plan-entry';
export { ChangePlanEntry } from './application/plan/change-plan-entry';
export { CompareScenario } from './application/plan/compare-scenario';
export { ListPlanEntries } from './application/plan/list-plan-entries';
export { PutLeadershipPlan } from './application/plan/put-leadership-plan';
export { PutPlanSection, type SectionAddress } from './application/plan/put-plan-section';
export { PutPopulationBaseline } from './application/plan/put-population-baseline';
export { ReadGap } from './application/plan/read-gap';
export { ReadLeadershipPlan } from './application/plan/read-leadership-plan';
export { ReadPlanDashboard } from './application/plan/read-plan-dashboard';
export { type EntryAddress, ReadPlanEntry } from './application/plan/read-plan-entry';
export { ReadPlanSections } from './application/plan/read-plan-sections';
export { ReadPopulationBaseline } from './application/plan/read-population-baseline';
export { LeadershipPlanModule } from './application/plan/leadership-plan.module';
