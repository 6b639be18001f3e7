import { PeopleModule } from '@evenhand/people';
import { type DynamicModule, Module } from '@nestjs/common';
import { GiveEqualityAnswers } from './answers/give-equality-answers';
import { ObjectToEqualityQuestions } from './answers/object-to-equality-questions';
import { ReadEqualityRecord } from './answers/read-equality-record';
import { WithdrawEqualityAnswers } from './answers/withdraw-equality-answers';
import { ReadBaseline } from './baseline/read-baseline';
import { SetBaseline } from './baseline/set-baseline';
import { ReportSettings } from './ports/report-settings';
import { AskForReport } from './reports/ask-for-report';
import { ListReports } from './reports/list-reports';
import { MakeReport } from './reports/make-report';
import { ReadOrganisationCounts } from './reports/read-organisation-counts';
import { ReadReport } from './reports/read-report';
import { ReadReportCounts } from './reports/read-report-counts';
import { DecideSnapshot } from './snapshots/decide-snapshot';
import { PutReportForward } from './snapshots/put-report-forward';
import { ReadSnapshots } from './snapshots/read-snapshots';
import { ReadWaitingSnapshots } from './snapshots/read-waiting-snapshots';

const USE_CASES = [
  ...[GiveEqualityAnswers, ObjectToEqualityQuestions, ReadEqualityRecord, WithdrawEqualityAnswers],
  ...[
    SetBaseline,
    ReadBaseline,
    AskForReport,
    ListReports,
    ReadReport,
    ReadReportCounts,
    ReadOrganisationCounts,
  ],
  ...[PutReportForward, DecideSnapshot, ReadSnapshots, ReadWaitingSnapshots],
];

/** What people say of themselves so that they are counted, and reports on who gets access. A program answers its ports. */
@Module({ imports: [PeopleModule], providers: USE_CASES, exports: USE_CASES })
export class EquityModule {}

/** What {@link EquityModule} needs to be told of the installation, once for all who use it. */
@Module({})
export class EquitySettingsModule {
  static with(settings: ReportSettings): DynamicModule {
    return {
      module: EquitySettingsModule,
      global: true,
      providers: [{ provide: ReportSettings, useValue: settings }],
      exports: [ReportSettings],
    };
  }
}

/** The same for a program that makes reports. */
@Module({ imports: [PeopleModule], providers: [MakeReport], exports: [MakeReport] })
export class EquityJobsModule {}
