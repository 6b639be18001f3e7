import {
  AuditTrail,
  type Authority,
  NotFound,
  type Page,
  type PageRequest,
  Transaction,
} from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EquityReport } from '../../domain/reports/equity-report';
import type {
  EquitySnapshot,
  PublicSnapshot,
  PublicSnapshotReport,
} from '../../domain/snapshots/equity-snapshot';
import { tellOfEquity } from '../equity-events';
import { AuditedRounds } from '../ports/audited-rounds';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { EquitySnapshotRepository, type SnapshotFilter } from '../ports/equity-snapshot.repository';
import { refuseOwnRounds } from '../reports/refuse-own-rounds';
import { windowOf } from '../reports/window-of';

/** A snapshot with the report that it is of. */
export interface SnapshotReport {
  readonly snapshot: EquitySnapshot;
  readonly report: EquityReport;
}

/** Reads snapshots: whoever puts them forward or decides about them all of them, everybody those that are published. */
@Injectable()
export class ReadSnapshots {
  constructor(
    private readonly snapshots: EquitySnapshotRepository,
    private readonly reports: EquityReportRepository,
    private readonly rounds: AuditedRounds,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  list(authority: Authority, filter: SnapshotFilter, page: PageRequest): Promise<Page<EquitySnapshot>> {
    return this.snapshots.list(filter, authority.limits(), page);
  }

  /** The last that was put forward of a report; undefined where none was, or none is reached. */
  async lastOf(authority: Authority, reportId: string): Promise<EquitySnapshot | undefined> {
    return (await this.snapshots.list({ reportId }, authority.limits(), { limit: 1 })).items[0];
  }

  /** @throws NotFound, Conflict `equity-report.ran-by-you` while it is not published: then it is read to be judged */
  one(authority: Authority, id: string): Promise<SnapshotReport> {
    return this.transaction.run(() => this.#one(authority, id, 'equity-snapshot.read'));
  }

  /** The same to take away. @throws as {@link one} */
  export(authority: Authority, id: string): Promise<SnapshotReport> {
    return this.transaction.run(() => this.#one(authority, id, 'equity-snapshot.exported'));
  }

  published(page: PageRequest): Promise<Page<PublicSnapshot>> {
    return this.snapshots.published(page);
  }

  /** @throws NotFound where there is none, or it is not published */
  async publishedOne(id: string): Promise<PublicSnapshotReport> {
    const snapshot = await this.snapshots.publishedById(id);
    if (snapshot === undefined) {
      throw new NotFound('equity snapshot', id);
    }
    return snapshot;
  }

  async #one(
    authority: Authority,
    id: string,
    action: 'equity-snapshot.read' | 'equity-snapshot.exported',
  ): Promise<SnapshotReport> {
    const snapshot = await this.snapshots.byId(id);
    if (snapshot === undefined || !authority.reachesProgramme(snapshot.programmeId)) {
      throw new NotFound('equity snapshot', id);
    }
    const made = (await this.reports.byId(snapshot.reportId))!;
    if (snapshot.state !== 'published') {
      await refuseOwnRounds(this.rounds, authority, snapshot.programmeId, windowOf(made));
    }
    await tellOfEquity(this.trail, action, {
      ...{ authority, programmeId: snapshot.programmeId, thing: { kind: 'equity-snapshot', id } },
    });
    return { snapshot, report: made.report! };
  }
}
