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
export { GiveEqualityAnswers, type GivenAnswers } from './application/answers/give-equality-answers';
export { ObjectToEqualityQuestions } from './application/answers/object-to-equality-questions';
export { ReadEqualityRecord } from './application/answers/read-equality-record';
export { WithdrawEqualityAnswers } from './application/answers/withdraw-equality-answers';
export { EquityModule } from './application/equity.module';
