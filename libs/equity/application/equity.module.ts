import { Module } from '@nestjs/common';
import { GiveEqualityAnswers } from './give-equality-answers';
import { ObjectToEqualityQuestions } from './object-to-equality-questions';
import { ReadEqualityRecord } from './read-equality-record';
import { WithdrawEqualityAnswers } from './withdraw-equality-answers';

const USE_CASES = [
  GiveEqualityAnswers,
  ObjectToEqualityQuestions,
  ReadEqualityRecord,
  WithdrawEqualityAnswers,
];

/** What people say of themselves so that they are counted. Its ports are answered by the program that loads it. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class EquityModule {}
