import {
  type EquitySnapshot,
  SNAPSHOT_STATES,
  type SnapshotReport,
  type SnapshotState,
} from '@evenhand/equity';
import type { LikelihoodOrder } from '@evenhand/statistics';
import type { AnswerOf } from '../../http/exchange';
import { choice } from '../../http/fields/field-kind';
import {
  ChoiceField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { contentAnswer, ReportContentAnswer } from './equity-report.dto';

/** A report to be put forward, whole: a snapshot has no filter. */
export class NewEquitySnapshot {
  @UuidField({ description: 'The report.' })
  reportId!: string;
}

/** Which snapshots are listed. */
export class EquitySnapshotQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ListField(choice(SNAPSHOT_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: SNAPSHOT_STATES.length,
    optional: true,
  })
  state?: SnapshotState[];
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

  @TextField({ description: 'Why it was turned down.', max: 2000, lines: true, optional: true })
  reason?: string;
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
  const { id, programmeId, reportId, state, putForwardAt, decidedAt, reason } = snapshot;
  return {
    ...{ id, programmeId, reportId, state, putForwardAt: putForwardAt.toISOString() },
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Shapes a snapshot with its report. */
export function equitySnapshotReportAnswer(
  { snapshot, report }: SnapshotReport,
  likelihood?: LikelihoodOrder,
): AnswerOf<EquitySnapshotReportAnswer> {
  return { ...equitySnapshotAnswer(snapshot), report: contentAnswer(report, likelihood) };
}
