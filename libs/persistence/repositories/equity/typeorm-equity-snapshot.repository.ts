import {
  type EquitySnapshot,
  EquitySnapshotRepository,
  type PublicSnapshot,
  type PublicSnapshotReport,
  type SnapshotFilter,
} from '@evenhand/equity';
import { Conflict, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { KeptReport } from '../../rows/equity/equity-report.row';
import type { EquitySnapshotRow } from '../../rows/equity/equity-snapshot.row';
import { byMoment, pageOf, positionOf } from '../paging';
import { refusing } from '../refusals';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';
import { reportOf } from './kept-report';

interface PublishedRow {
  readonly id: string;
  readonly programme_title: string;
  readonly decided_at: Date;
  readonly counted_at: Date;
}

interface PublishedReportRow extends PublishedRow {
  readonly report: KeptReport;
}

const PUBLISHED = `
  from equity_snapshot snapshot
    join equity_report report on report.id = snapshot.report_id
  where snapshot.state = 'published'`;

const PUBLISHED_REPORT = `
  select snapshot.id, snapshot.programme_title, snapshot.decided_at, report.counted_at, report.report ${PUBLISHED}`;

/** Keeps snapshots in `equity_snapshot`. */
@Injectable()
export class TypeormEquitySnapshotRepository extends EquitySnapshotRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override add(snapshot: EquitySnapshot): Promise<void> {
    return refusing(
      {
        equity_snapshot_once: () =>
          new Conflict('equity-snapshot.exists', 'These figures are put forward already, or published.'),
      },
      insertRows(this.database, 'equity_snapshot', [rowOf(snapshot)]),
    );
  }

  override async lock(id: string): Promise<EquitySnapshot | undefined> {
    const rows = await this.database.query<EquitySnapshotRow>(
      'select * from equity_snapshot where id = $1 for update',
      [id],
    );
    return rows.map(snapshotOf)[0];
  }

  override async byId(id: string): Promise<EquitySnapshot | undefined> {
    const rows = await this.database.query<EquitySnapshotRow>('select * from equity_snapshot where id = $1', [
      id,
    ]);
    return rows.map(snapshotOf)[0];
  }

  override async save(snapshot: EquitySnapshot): Promise<void> {
    const { state, decided_by, decided_at, reason } = rowOf(snapshot);
    await this.database.query(
      `update equity_snapshot set state = $2, decided_by = $3, decided_at = $4, reason = $5, programme_title =
        case when $2 = 'published' then (select name from programme where id = programme_id) end where id = $1`,
      [snapshot.id, state, decided_by, decided_at, reason],
    );
  }

  override async list(
    { programmeId, states, reportId }: SnapshotFilter,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<EquitySnapshot>> {
    const order = byMoment<EquitySnapshotRow>((row) => row.put_forward_at);
    const [at, id] = positionOf(request, order);
    const rows = await this.database.query<EquitySnapshotRow>(
      `select * from equity_snapshot
      where ($1::uuid[] is null or programme_id = any($1)) and ($2::uuid is null or programme_id = $2)
        and ($3::text[] is null or state = any($3)) and ($4::uuid is null or report_id = $4)
        and ($5::timestamptz is null or (put_forward_at, id) < ($5, $6::uuid))
      order by put_forward_at desc, id desc limit $7`,
      [
        ...[limits?.programmeIds ?? null, programmeId ?? null, states ?? null, reportId ?? null],
        ...[at, id, request.limit + 1],
      ],
    );
    return pageOf(rows, request, order, snapshotOf);
  }

  override async published(request: PageRequest): Promise<Page<PublicSnapshot>> {
    const order = byMoment<PublishedRow>((row) => row.decided_at);
    const [at, id] = positionOf(request, order);
    const rows = await this.database.query<PublishedRow>(
      `select snapshot.id, snapshot.programme_title, snapshot.decided_at, report.counted_at ${PUBLISHED}
        and ($1::timestamptz is null or (snapshot.decided_at, snapshot.id) < ($1, $2::uuid))
      order by snapshot.decided_at desc, snapshot.id desc limit $3`,
      [at, id, request.limit + 1],
    );
    return pageOf(rows, request, order, publicOf);
  }

  override async publishedById(id: string): Promise<PublicSnapshotReport | undefined> {
    const rows = await this.database.query<PublishedReportRow>(`${PUBLISHED_REPORT} and snapshot.id = $1`, [
      id,
    ]);
    return rows.map(publicReportOf)[0];
  }

  override async latestPublishedOf(programmeId: string): Promise<PublicSnapshotReport | undefined> {
    const rows = await this.database.query<PublishedReportRow>(
      `${PUBLISHED_REPORT} and snapshot.programme_id = $1
      order by report.counted_at desc, snapshot.decided_at desc, snapshot.id desc limit 1`,
      [programmeId],
    );
    return rows.map(publicReportOf)[0];
  }
}

function publicOf({
  id,
  programme_title: programmeTitle,
  decided_at: publishedAt,
  counted_at: countedAt,
}: PublishedRow): PublicSnapshot {
  return { id, programmeTitle, publishedAt, countedAt };
}

function publicReportOf({ report, ...row }: PublishedReportRow): PublicSnapshotReport {
  return { ...publicOf(row), report: reportOf(report) };
}

function rowOf(snapshot: EquitySnapshot) {
  return {
    id: snapshot.id,
    programme_id: snapshot.programmeId,
    report_id: snapshot.reportId,
    state: snapshot.state,
    put_forward_by: snapshot.putForwardBy,
    put_forward_at: snapshot.putForwardAt,
    decided_by: snapshot.decidedBy ?? null,
    decided_at: snapshot.decidedAt ?? null,
    reason: snapshot.reason ?? null,
  } satisfies EquitySnapshotRow;
}

function snapshotOf(row: EquitySnapshotRow): EquitySnapshot {
  return {
    id: row.id,
    programmeId: row.programme_id,
    reportId: row.report_id,
    state: row.state,
    putForwardBy: row.put_forward_by,
    putForwardAt: row.put_forward_at,
    ...whereSet({ decidedBy: row.decided_by, decidedAt: row.decided_at, reason: row.reason }),
  };
}
