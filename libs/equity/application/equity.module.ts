import { Module } from '@nestjs/common';
import { GiveEqualityAnswers } from './answers/give-equality-answers';
import { ObjectToEqualityQuestions } from './answers/object-to-equality-questions';
import { ReadEqualityRecord } from './answers/read-equality-record';
import { WithdrawEqualityAnswers } from './answers/withdraw-equality-answers';

const USE_CASES = [
  GiveEqualityAnswers,
  ObjectToEqualityQuestions,
  ReadEqualityRecord,
  WithdrawEqualityAnswers,
];

/** What people say of themselves so that they are counted. Its ports are answered by the program that loads it. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class EquityModule {}
