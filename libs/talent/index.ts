export {
  ASSESSMENT_DIMENSIONS,
  type AssessedDimension,
  type AssessmentDimension,
  TOP_LEVEL,
} from './domain/assessment/assessed-dimension';
export {
  type Condition,
  CONDITION_KINDS,
  type ConditionKind,
  type WantedCondition,
} from './domain/criteria/condition';
export { conditionInWords } from './domain/criteria/condition-in-words';
export type { Criteria, Criterion, WantedCriterion } from './domain/criteria/criterion';
export { type CriterionFinding, type Finding, FINDINGS } from './domain/criteria/criterion-finding';
export {
  type NamedCharacteristic,
  namedCharacteristics,
  PROTECTED_CHARACTERISTICS,
  type ProtectedCharacteristic,
} from './domain/criteria/protected-characteristics';
export {
  CRITICAL_POST_STATES,
  type CriticalPost,
  type CriticalPostDetails,
  type CriticalPostState,
} from './domain/critical-posts/critical-post';
export {
  type Choice,
  type CoverOfPosts,
  coverOf,
  type PostCover,
  type ReadyBy,
} from './domain/critical-posts/post-cover';
export {
  type CriteriaVersion,
  POOL_STATES,
  type PoolState,
  type ShownPools,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from './domain/pools/talent-pool';
export {
  type ActingAs,
  type Assessment,
  COUNTED_MEMBER_STATES,
  type CountedMemberState,
  MEMBER_STATES,
  type MemberState,
  type Nomination,
  type Nominator,
  NOMINATORS,
  type PoolMember,
  type Readiness,
} from './domain/pools/pool-member';
export { isConsenting, isShown, type ShownMembers } from './domain/pools/shown-members';
export { DECISION_OUTCOMES, type DecisionOutcome, type PoolDecision } from './domain/pools/pool-decision';
export {
  DECISION_REVIEW_STATES,
  type DecisionReview,
  type DecisionReviewFinding,
  type DecisionReviewState,
} from './domain/pools/decision-review';
export type { GroupRepresentation } from './domain/pools/representation';
export type { CompositionRow, PoolComposition } from './domain/pools/pool-composition';
export type { PoolPublication } from './domain/pools/pool-publication';
export type { PoolFigure } from './domain/pools/pool-figures';
export {
  APPOINTED_FROM,
  type AppointedFrom,
  NO_APPOINTMENTS,
  type ReleasedAppointments,
  type ReleasedComposition,
  type ReleasedDecisions,
  type ReleasedShare,
} from './domain/pools/released-pool';
export { figuresToldAt, type PublishedPool, type ToldFigures } from './domain/pools/told-figures';
export {
  NOTHING_TOLD,
  type PoolToldLast,
  type ReportedTable,
  reportOnPools,
  type ReportToldLast,
  type ToldLast,
  toldOf,
} from './domain/pools/told-last';
export { type PlanOnPools, POOL_MEASURES, type PoolMeasure } from './domain/pools/told-elsewhere';
export { withheldInReport } from './domain/pools/pool-over-time';
export { NO_TIMES, type ReleasedTimes } from './domain/pools/released-times';
export {
  type CriticalPostFilter,
  CriticalPostRepository,
} from './application/ports/critical-post.repository';
export {
  type DecisionReviewFilter,
  DecisionReviewRepository,
} from './application/ports/decision-review.repository';
export { type PoolFilter, TalentPoolRepository } from './application/ports/talent-pool.repository';
export { type MemberFilter, PoolMemberRepository } from './application/ports/pool-member.repository';
export { type DecisionFilter, PoolDecisionRepository } from './application/ports/pool-decision.repository';
export { type Nominee, Nominees } from './application/ports/nominees';
export { PoolPublicationRepository } from './application/ports/pool-publication.repository';
export { ToldOfPools } from './application/ports/told-of-pools';
export type { MemberAddress } from './application/pools/reached-pool';
export { ChangeCriticalPost } from './application/critical-posts/change-critical-post';
export { CloseCriticalPost } from './application/critical-posts/close-critical-post';
export { FillCriticalPost, type FilledPost } from './application/critical-posts/fill-critical-post';
export { ListCriticalPosts } from './application/critical-posts/list-critical-posts';
export { OpenCriticalPost } from './application/critical-posts/open-critical-post';
export type { WantedPost } from './application/critical-posts/post-checks';
export { ReadCover } from './application/critical-posts/read-cover';
export type { ShownPost } from './application/critical-posts/shown-post';
export { ReadCriticalPost } from './application/critical-posts/read-critical-post';
export { AddCriteriaVersion, type WantedCriteria } from './application/pools/add-criteria-version';
export { Apply } from './application/pools/apply';
export { AskForDecisionReview, type WantedDecisionReview } from './application/pools/ask-for-decision-review';
export { Assess } from './application/pools/assess';
export { ChangeTalentPool } from './application/pools/change-talent-pool';
export { CloseTalentPool } from './application/pools/close-talent-pool';
export { CreateTalentPool } from './application/pools/create-talent-pool';
export { Decide } from './application/pools/decide';
export { DeclareInterest } from './application/pools/declare-interest';
export { DeclineNomination } from './application/pools/decline-nomination';
export { ListDecisionReviews } from './application/pools/list-decision-reviews';
export { ListDecisions } from './application/pools/list-decisions';
export { ListMembers } from './application/pools/list-members';
export { ListOwnMemberships, type OwnMembership } from './application/pools/list-own-memberships';
export { ListOwnNominations, type OwnNomination } from './application/pools/list-own-nominations';
export { ListTalentPools } from './application/pools/list-talent-pools';
export { ListTransparentPools } from './application/pools/list-transparent-pools';
export { Nominate } from './application/pools/nominate';
export { OpenTalentPool } from './application/pools/open-talent-pool';
export { PublishPoolCounts } from './application/pools/publish-pool-counts';
export { ReadCriteria } from './application/pools/read-criteria';
export { type CriteriaMet, ReadCriteriaMet } from './application/pools/read-criteria-met';
export { type MemberCard, ReadMemberCards } from './application/pools/read-member-cards';
export { ReadPoolMember } from './application/pools/read-pool-member';
export { type ComparedComposition, ReadPoolComposition } from './application/pools/read-pool-composition';
export { ReadTalentPool } from './application/pools/read-talent-pool';
export { ReadTransparentPool, type TransparentPool } from './application/pools/read-transparent-pool';
export { RecordAppointment } from './application/pools/record-appointment';
export { RecordLeaving } from './application/pools/record-leaving';
export { SettleDecisionReview } from './application/pools/settle-decision-review';
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
  type ShownSection,
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
  POPULATION_CHARACTERISTICS,
  type PopulationCharacteristic,
  type BaselineCount,
  type BaselinePopulation,
  type PopulationBaseline,
  POPULATIONS,
} from './domain/plan/population-baseline';
export type { DashboardGap, FilledPosts, PlanDashboard } from './domain/plan/plan-dashboard';
export type { GroupRow, GroupShare } from './domain/plan/dashboard-groups';
export type { ProfileRow, ProfileShare } from './domain/plan/released-profile';
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
export { type LiveDashboard, ReadPlanDashboard } from './application/plan/read-plan-dashboard';
export { type EntryAddress, ReadPlanEntry } from './application/plan/read-plan-entry';
export { ReadPlanSections } from './application/plan/read-plan-sections';
export { ReadPopulationBaseline } from './application/plan/read-population-baseline';
export {
  PLAN_SNAPSHOT_STATES,
  type PlanOutline,
  type PlanSnapshot,
  type PlanSnapshotDecision,
  type PlanSnapshotState,
  type PublicPlan,
  type PublicPlanSnapshot,
} from './domain/plan/plan-snapshot';
export type { ToldPlan } from './domain/plan/held-still';
export { planOnPools } from './domain/plan/plan-on-pools';
export {
  type CountedCells,
  countedAsKept,
  type CountedPlan,
  type HeldFigure,
  type KeptCounts,
} from './domain/plan/counted-plan';
export { PlanSnapshotRepository } from './application/ports/plan-snapshot.repository';
export { DecidePlanSnapshot } from './application/plan-snapshots/decide-plan-snapshot';
export { PutPlanForward } from './application/plan-snapshots/put-plan-forward';
export { ReadPlanSnapshots, type SnapshotAddress } from './application/plan-snapshots/read-plan-snapshots';
export { LeadershipPlanModule } from './application/plan/leadership-plan.module';
