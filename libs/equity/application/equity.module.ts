import { PeopleModule } from '@evenhand/people';
import { Module } from '@nestjs/common';
import { GiveEqualityAnswers } from './answers/give-equality-answers';
import { ObjectToEqualityQuestions } from './answers/object-to-equality-questions';
import { ReadEqualityRecord } from './answers/read-equality-record';
import { WithdrawEqualityAnswers } from './answers/withdraw-equality-answers';
import { ReadBaseline } from './baseline/read-baseline';
import { SetBaseline } from './baseline/set-baseline';
import { AskForReport } from './reports/ask-for-report';
import { MakeReport } from './reports/make-report';
import { ReadOrganisationCounts } from './reports/read-organisation-counts';
import { ReadReport } from './reports/read-report';
import { ReadReportCounts } from './reports/read-report-counts';
import { DecideSnapshot } from './snapshots/decide-snapshot';
import { PutReportForward } from './snapshots/put-report-forward';
import { ReadSnapshots } from './snapshots/read-snapshots';

const USE_CASES = [
  ...[GiveEqualityAnswers, ObjectToEqualityQuestions, ReadEqualityRecord, WithdrawEqualityAnswers],
  ...[SetBaseline, ReadBaseline, AskForReport, ReadReport, ReadReportCounts, ReadOrganisationCounts],
  ...[PutReportForward, DecideSnapshot, ReadSnapshots],
];

/** What people say of themselves so that they are counted, and reports on who gets access. A program answers its ports. */
@Module({ imports: [PeopleModule], providers: USE_CASES, exports: USE_CASES })
export class EquityModule {}

/** The same for a program that makes reports. */
@Module({ imports: [PeopleModule], providers: [MakeReport], exports: [MakeReport] })
export class EquityJobsModule {}
