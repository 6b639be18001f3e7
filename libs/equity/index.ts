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
