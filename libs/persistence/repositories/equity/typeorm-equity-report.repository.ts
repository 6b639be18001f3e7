import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from '@evenhand/disclosure';
import {
  type CountedReport,
  EquityReportRepository,
  type MadeReport,
  type ReportOrder,
  type ReportOutcome,
  type ReportFilter,
  type ReportProgress,
} from '@evenhand/equity';
import type { JobFailure, Limits, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { EquityReportRow } from '../../rows/equity/equity-report.row';
import { DeliveredRows } from '../matching/delivered-rows';
import { byMoment, pageOf, positionOf } from '../paging';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';
import { reportOf } from './kept-report';

/** All that a server may read; the true counts are no part of it. */
const LISTED = `id, programme_id, months, last_day::text as last_day, state, asked_by, asked_at, deliveries, progress,
  failure, made_at, repeats, counted_at`;
const COLUMNS = `${LISTED}, report`;
const NEWEST_FIRST = 'order by made_at desc, id desc';

type ListedRow = Omit<EquityReportRow, 'report'>;
interface CountedRow extends Pick<CountedReport, 'id' | 'months' | 'counts'> {
  readonly counted_at: Date;
  readonly policy: DisclosurePolicy | null;
}

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
    const counted = row.repeats === null ? row : await this.repeated(row.repeats);
    return {
      ...orderOf(row),
      ...whereSet({
        report: counted.report && reportOf(counted.report),
        countedAt: counted.counted_at,
      }),
    };
  }

  override async list(
    { programmeId, states, askedBy }: ReportFilter,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<ReportOrder>> {
    const order = byMoment<ListedRow>((row) => row.asked_at);
    const [at, id] = positionOf(request, order);
    const rows = await this.database.query<ListedRow>(
      `select ${LISTED} from equity_report
      where ($1::uuid[] is null or programme_id = any($1)) and ($2::uuid is null or asked_by = $2)
        and ($3::uuid is null or programme_id = $3) and ($4::text[] is null or state = any($4))
        and ($5::timestamptz is null or (asked_at, id) < ($5, $6::uuid))
      order by asked_at desc, id desc limit $7`,
      [
        ...[limits?.programmeIds ?? null, askedBy ?? null, programmeId ?? null, states ?? null],
        ...[at, id, request.limit + 1],
      ],
    );
    return pageOf(rows, request, order, orderOf);
  }

  override async ordersOf(ids: readonly string[]): Promise<readonly ReportOrder[]> {
    const rows = await this.database.query<ListedRow>(
      `select ${LISTED} from equity_report where id = any($1)`,
      [ids],
    );
    return rows.map(orderOf);
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

  override async *counted(programmeId: string): AsyncIterable<CountedReport> {
    const made = await this.database.query<{ id: string }>(
      `select id from equity_report where programme_id = $1 and counts is not null ${NEWEST_FIRST}`,
      [programmeId],
    );
    for (const { id } of made) {
      const [row] = await this.database.query<CountedRow>(
        `select id, months, counted_at, report -> 'policy' as policy, counts from equity_report where id = $1`,
        [id],
      );
      const { counted_at: countedAt, policy, ...report } = row!;
      yield { ...report, countedAt, policy: policy ?? DEFAULT_DISCLOSURE_POLICY };
    }
  }

  override async holdNewest(programmeId: string): Promise<string | undefined> {
    await this.database.query('select id from programme where id = $1 for no key update', [programmeId]);
    const [newest] = await this.database.query<{ id: string }>(
      `select id from equity_report where programme_id = $1 and counts is not null ${NEWEST_FIRST} limit 1`,
      [programmeId],
    );
    return newest?.id;
  }

  override finish(id: string, made: ReportOutcome, at: Date): Promise<boolean> {
    const [repeats, report, counts, countedAt] =
      'repeats' in made
        ? [made.repeats, null, null, null]
        : [null, JSON.stringify(made.report), JSON.stringify(made.counts), made.countedAt];
    return this.delivered.changed(
      `state = 'made', made_at = $2, repeats = $3, report = $4, counts = $5, counted_at = $6
      where id = $1 and state = 'running'`,
      [id, at, repeats, report, counts, countedAt],
    );
  }

  override fail(id: string, failure: JobFailure): Promise<boolean> {
    return this.delivered.fail(id, failure);
  }

  private async repeated(id: string): Promise<EquityReportRow> {
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
    counted_at: null,
    report: null,
  } satisfies EquityReportRow;
}

function orderOf(row: ListedRow): ReportOrder {
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
