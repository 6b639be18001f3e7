import type { PublicSnapshot, PublicSnapshotReport } from '@evenhand/equity';
import type { LikelihoodOrder } from '@evenhand/statistics';
import type { AnswerOf } from '../../http/exchange';
import { ListField, ObjectField, TextField, TimeField, UuidField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { contentAnswer, ReportContentAnswer } from '../equity/equity-report.dto';

/** A published snapshot. */
export class PublicSnapshotSummary {
  @UuidField({ description: 'Id of the snapshot.' })
  id!: string;

  @TextField({ description: 'The programme.', max: 200 })
  programmeTitle!: string;

  @TimeField({ description: 'When it was published. It never changes.' })
  publishedAt!: string;

  @TimeField({ description: 'When its counts were taken.' })
  countedAt!: string;
}

/** One page of snapshots. */
export class PublicSnapshotPage extends NextPage {
  @ListField(() => PublicSnapshotSummary, { description: 'The newest first.', max: 200 })
  items!: readonly PublicSnapshotSummary[];
}

/** A published snapshot with its report. */
export class PublicSnapshotAnswer extends PublicSnapshotSummary {
  @ObjectField(() => ReportContentAnswer, { description: 'What it tells.' })
  report!: ReportContentAnswer;
}

/** Shapes what a list shows of a snapshot. */
export function publicSnapshotSummary(snapshot: PublicSnapshot): AnswerOf<PublicSnapshotSummary> {
  const { id, programmeTitle, publishedAt, countedAt } = snapshot;
  return { id, programmeTitle, publishedAt: publishedAt.toISOString(), countedAt: countedAt.toISOString() };
}

/** Shapes a snapshot for everybody. */
export function publicSnapshotAnswer(
  snapshot: PublicSnapshotReport,
  likelihood?: LikelihoodOrder,
): AnswerOf<PublicSnapshotAnswer> {
  return { ...publicSnapshotSummary(snapshot), report: contentAnswer(snapshot.report, likelihood) };
}
