export {
  choicesOf,
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  type EqualityChoice,
  type EqualityQuestion,
  type EqualityQuestionCode,
  PREFER_NOT_TO_SAY,
} from './domain/equality-questions';
export type { EqualityAnswers, EqualityRecord } from './domain/equality-record';
export { EqualityRecordRepository } from './application/ports/equality-record.repository';
export { GiveEqualityAnswers, type GivenAnswers } from './application/give-equality-answers';
export { ObjectToEqualityQuestions } from './application/object-to-equality-questions';
export { ReadEqualityRecord } from './application/read-equality-record';
export { WithdrawEqualityAnswers } from './application/withdraw-equality-answers';
export { EquityModule } from './application/equity.module';
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
export { ReadBarrierChange } from './application/barriers/read-barrier-change';
export { ReadBarrierReview } from './application/barriers/read-barrier-review';
export { BarriersModule } from './application/barriers/barriers.module';
