export {
  choicesOf,
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  type EqualityChoice,
  type EqualityQuestion,
  type EqualityQuestionCode,
  PREFER_NOT_TO_SAY,
} from './domain/answers/equality-questions';
export type { EqualityAnswers, EqualityRecord } from './domain/answers/equality-record';
export { EqualityRecordRepository } from './application/ports/equality-record.repository';
export {
  ANSWER_STANDINGS,
  type AnswerStanding,
  BARRIER_ACTION_STATES,
  BARRIER_REVIEW_STATES,
  BARRIER_STRENGTHS,
  type BarrierAction,
  type BarrierActionState,
  type BarrierAnswer,
  type BarrierJudgement,
  type BarrierReview,
  type BarrierReviewState,
  type BarrierStrength,
  MOST_ACTIONS,
  type ReviewLeads,
} from './domain/barriers/barrier-review';
export {
  type BarrierChange,
  type Change,
  type Direction,
  DIRECTIONS,
} from './domain/barriers/barrier-change';
export {
  type BarrierReviewFilter,
  BarrierReviewRepository,
} from './application/barriers/ports/barrier-review.repository';
export { type NamedProfessions, ProfessionsNamed } from './application/barriers/ports/named-professions';
export { BeginBarrierReview, type BarrierReviewInput } from './application/barriers/begin-barrier-review';
export { ChangeBarrierReview, type SettledAction } from './application/barriers/change-barrier-review';
export { ListBarrierReviews } from './application/barriers/list-barrier-reviews';
export { ListNamedProfessions } from './application/barriers/list-named-professions';
export {
  CEILING_FINDINGS,
  type CeilingFinding,
  type CeilingsFound,
  type FoundCeiling,
} from './domain/barriers/ceilings-found';
export { type PublishedCeilings, ReadBarrierCeilings } from './application/barriers/read-barrier-ceilings';
export { ReadBarrierChange } from './application/barriers/read-barrier-change';
export { ReadBarrierReview } from './application/barriers/read-barrier-review';
export { BarriersModule } from './application/barriers/barriers.module';
export { GiveEqualityAnswers, type GivenAnswers } from './application/answers/give-equality-answers';
export { ObjectToEqualityQuestions } from './application/answers/object-to-equality-questions';
export { ReadEqualityRecord } from './application/answers/read-equality-record';
export { WithdrawEqualityAnswers } from './application/answers/withdraw-equality-answers';
export { EquityJobsModule, EquityModule, EquitySettingsModule } from './application/equity.module';
export type {
  Baseline,
  BaselineCharacteristic,
  BaselinePart,
  KeptBaseline,
} from './domain/baseline/baseline';
export type { CharacteristicCount } from './domain/reports/characteristic-counts';
export {
  type CellKind,
  CELL_KINDS,
  type EquityReport,
  type ReleasedCounts,
  type RepeatedTable,
  type ReportCell,
  type ReportChart,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
  type ReportWindow,
} from './domain/reports/equity-report';
export { inLikelihoodOrder, LIKELIHOOD_ORDERS } from './domain/reports/likelihood-order';
export {
  type Measure,
  MEASURES,
  OWN_MEASURES,
  type OwnMeasure,
  PARTS,
  type SupplyMeasure,
} from './domain/reports/measures';
export {
  bitOf,
  type MentorFact,
  type PeopleFacts,
  STATED_DIMENSIONS,
  type StatedDimension,
} from './domain/reports/people-facts';
export {
  type Characteristic,
  CHARACTERISTICS,
  NOT_STATED,
  type ProgrammeParts,
  type ReportDimensions,
  reportDimensions,
} from './domain/reports/report-dimensions';
export { type GateTask, releaseCounts } from './domain/reports/release-beside';
export { NOTHING_BEFORE, type TablesBefore } from './domain/reports/repeated-tables';
export {
  COUNTED_OF,
  type CountedOf,
  type CountedReport,
  type TrueCounts,
} from './domain/reports/true-counts';
export { REPORT_LATTICE } from './domain/reports/report-lattice';
export {
  type MadeReport,
  REPORT_STATES,
  type ReportOrder,
  type ReportProgress,
  type ReportState,
  USUAL_WINDOW_MONTHS,
  WINDOW_MONTHS,
} from './domain/reports/report-order';
export {
  type EquitySnapshot,
  type PublicSnapshot,
  type PublicSnapshotReport,
  SNAPSHOT_STATES,
  type SnapshotDecision,
  type SnapshotState,
} from './domain/snapshots/equity-snapshot';
export { AuditedRounds } from './application/ports/audited-rounds';
export { BaselineRepository } from './application/ports/baseline.repository';
export { EquityFacts, type FactsLook } from './application/ports/equity-facts';
export {
  EquityReportRepository,
  type ReportFilter,
  type ReportOutcome,
} from './application/ports/equity-report.repository';
export { ReportGate } from './application/ports/report-gate';
export {
  EquitySnapshotRepository,
  type SnapshotFilter,
} from './application/ports/equity-snapshot.repository';
export {
  type OrganisationCount,
  OrganisationCounts,
  type OrganisationLook,
} from './application/ports/organisation-counts';
export { type BaselineTables, SetBaseline } from './application/baseline/set-baseline';
export { ReadBaseline } from './application/baseline/read-baseline';
export { AskForReport } from './application/reports/ask-for-report';
export { countEverything, tellCounted } from './application/reports/count-everything';
export { ListReports } from './application/reports/list-reports';
export { MakeReport } from './application/reports/make-report';
export {
  type CountedOrganisation,
  ReadOrganisationCounts,
} from './application/reports/read-organisation-counts';
export { type FinishedReport, ReadReport } from './application/reports/read-report';
export { ReadReportCounts, type ReportCounts } from './application/reports/read-report-counts';
export { DecideSnapshot } from './application/snapshots/decide-snapshot';
export { PutReportForward } from './application/snapshots/put-report-forward';
export { ReadSnapshots, type SnapshotReport } from './application/snapshots/read-snapshots';
export {
  type DecisionBar,
  ReadWaitingSnapshots,
  type WaitingSnapshot,
} from './application/snapshots/read-waiting-snapshots';
