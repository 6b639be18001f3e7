import {
  type CountedReport,
  type EquityReport,
  EquityReportRepository,
  type MadeReport,
  type ReportOrder,
  type ReportProgress,
  type TrueCounts,
} from '@evenhand/equity';
import type { JobFailure } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { EquityReportRow } from '../../rows/equity/equity-report.row';
import { DeliveredRows } from '../matching/delivered-rows';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';

/** All that a server may read; the true counts are no part of it. */
const COLUMNS = `id, programme_id, months, last_day::text as last_day, state, asked_by, asked_at, deliveries, progress,
  failure, made_at, repeats, report`;

/** Keeps reports in `equity_report`. */
@Injectable()
export class TypeormEquityReportRepository extends EquityReportRepository {
  private readonly delivered: DeliveredRows<EquityReportRow>;

  constructor(private readonly database: Database) {
    super();
    this.delivered = new DeliveredRows(database, 'equity_report', COLUMNS);
  }

  override async add(order: ReportOrder): Promise<void> {
    await insertRows(this.database, 'equity_report', [rowOf(order)]);
  }

  override async byId(id: string): Promise<MadeReport | undefined> {
    const [row] = await this.database.query<EquityReportRow>(
      `select ${COLUMNS} from equity_report where id = $1`,
      [id],
    );
    if (row === undefined) return undefined;
    const counted = row.repeats === null ? row : await this.counted(row.repeats);
    return { ...orderOf(row), ...whereSet({ report: counted.report, countedAt: counted.made_at }) };
  }

  override async underWay(programmeId: string): Promise<number> {
    const rows = await this.database.query(
      `select id from equity_report where programme_id = $1 and state in ('queued', 'running')`,
      [programmeId],
    );
    return rows.length;
  }

  override async begin(id: string): Promise<ReportOrder | undefined> {
    const begun = await this.delivered.begin(id);
    return begun && orderOf(begun);
  }

  override giveBack(id: string): Promise<void> {
    return this.delivered.giveBack(id);
  }

  override reportProgress(id: string, progress: ReportProgress): Promise<boolean> {
    return this.delivered.reportProgress(id, progress);
  }

  override async holdCounted(programmeId: string): Promise<readonly CountedReport[]> {
    await this.database.query('select id from programme where id = $1 for no key update', [programmeId]);
    return this.database.query<CountedReport>(
      `select id, months, counts from equity_report where programme_id = $1 and counts is not null
      order by made_at desc, id desc`,
      [programmeId],
    );
  }

  override finish(
    id: string,
    made: { readonly report: EquityReport; readonly counts: TrueCounts } | { readonly repeats: string },
    at: Date,
  ): Promise<boolean> {
    const [repeats, report, counts] =
      'repeats' in made
        ? [made.repeats, null, null]
        : [null, JSON.stringify(made.report), JSON.stringify(made.counts)];
    return this.delivered.changed(
      `state = 'made', made_at = $2, repeats = $3, report = $4, counts = $5 where id = $1 and state = 'running'`,
      [id, at, repeats, report, counts],
    );
  }

  override fail(id: string, failure: JobFailure): Promise<boolean> {
    return this.delivered.fail(id, failure);
  }

  private async counted(id: string): Promise<EquityReportRow> {
    const [row] = await this.database.query<EquityReportRow>(
      `select ${COLUMNS} from equity_report where id = $1`,
      [id],
    );
    return row!;
  }
}

function rowOf(order: ReportOrder) {
  return {
    id: order.id,
    programme_id: order.programmeId,
    months: order.months,
    last_day: order.lastDay,
    state: order.state,
    asked_by: order.askedBy,
    asked_at: order.askedAt,
    deliveries: order.deliveries,
    progress: order.progress,
    failure: null,
    made_at: null,
    repeats: null,
    report: null,
  } satisfies EquityReportRow;
}

function orderOf(row: EquityReportRow): ReportOrder {
  return {
    id: row.id,
    programmeId: row.programme_id,
    months: row.months,
    lastDay: row.last_day,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    deliveries: row.deliveries,
    progress: row.progress,
    ...whereSet({ failure: row.failure, madeAt: row.made_at, repeats: row.repeats }),
  };
}
