import {
  type EquitySnapshot,
  SNAPSHOT_STATES,
  type SnapshotReport,
  type SnapshotState,
} from '@evenhand/equity';
import type { LikelihoodOrder } from '@evenhand/statistics';
import type { AnswerOf } from '../../http/exchange';
import { ChoiceField, ListField, ObjectField, TimeField, UuidField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { contentAnswer, ReportContentAnswer } from './equity-report.dto';

/** A report to be put forward, whole: a snapshot has no filter. */
export class NewEquitySnapshot {
  @UuidField({ description: 'The report.' })
  reportId!: string;
}

/** A snapshot as it stands. */
export class EquitySnapshotAnswer {
  @UuidField({ description: 'Id of the snapshot.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The report that it is of.' })
  reportId!: string;

  @ChoiceField(SNAPSHOT_STATES, { description: 'Where it stands.' })
  state!: SnapshotState;

  @TimeField({ description: 'When it was put forward.' })
  putForwardAt!: string;

  @TimeField({ description: 'When the board decided.', optional: true })
  decidedAt?: string;
}

/** One page of snapshots. */
export class EquitySnapshotPage extends NextPage {
  @ListField(() => EquitySnapshotAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly EquitySnapshotAnswer[];
}

/** A snapshot with its report. */
export class EquitySnapshotReportAnswer extends EquitySnapshotAnswer {
  @ObjectField(() => ReportContentAnswer, { description: 'What it tells.' })
  report!: ReportContentAnswer;
}

/** Shapes a snapshot. */
export function equitySnapshotAnswer(snapshot: EquitySnapshot): AnswerOf<EquitySnapshotAnswer> {
  const { id, programmeId, reportId, state, putForwardAt, decidedAt } = snapshot;
  return {
    ...{ id, programmeId, reportId, state, putForwardAt: putForwardAt.toISOString() },
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
  };
}

/** Shapes a snapshot with its report. */
export function equitySnapshotReportAnswer(
  { snapshot, report }: SnapshotReport,
  likelihood?: LikelihoodOrder,
): AnswerOf<EquitySnapshotReportAnswer> {
  return { ...equitySnapshotAnswer(snapshot), report: contentAnswer(report, likelihood) };
}
