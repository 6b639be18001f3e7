import { AuditTrail, type Authority, NotFound, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EquityReport } from '../../domain/reports/equity-report';
import type {
  EquitySnapshot,
  PublicSnapshot,
  PublicSnapshotReport,
} from '../../domain/snapshots/equity-snapshot';
import { tellOfEquity } from '../equity-events';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { EquitySnapshotRepository } from '../ports/equity-snapshot.repository';

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
    private readonly trail: AuditTrail,
  ) {}

  list(authority: Authority, page: PageRequest): Promise<Page<EquitySnapshot>> {
    return this.snapshots.list(authority.limits(), page);
  }

  /** @throws NotFound */
  async one(authority: Authority, id: string): Promise<SnapshotReport> {
    const snapshot = await this.snapshots.byId(id);
    if (snapshot === undefined || !authority.reachesProgramme(snapshot.programmeId)) {
      throw new NotFound('equity snapshot', id);
    }
    const { report } = (await this.reports.byId(snapshot.reportId))!;
    await tellOfEquity(this.trail, 'equity-snapshot.read', {
      ...{ authority, programmeId: snapshot.programmeId, thing: { kind: 'equity-snapshot', id } },
    });
    return { snapshot, report: report! };
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
}
