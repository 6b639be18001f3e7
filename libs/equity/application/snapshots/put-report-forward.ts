import { AuditTrail, type Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EquitySnapshot } from '../../domain/snapshots/equity-snapshot';
import { accountOf } from '../account-of';
import { tellOfEquity } from '../equity-events';
import { EquitySnapshotRepository } from '../ports/equity-snapshot.repository';
import { ReadReport } from '../reports/read-report';

/** An auditor puts a report forward to be published, whole and as it is. */
@Injectable()
export class PutReportForward {
  constructor(
    private readonly reports: ReadReport,
    private readonly snapshots: EquitySnapshotRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /**
   * A report that repeats an earlier one is that one.
   *
   * @throws NotFound, Conflict `equity-report.not-made`, `equity-report.ran-by-you`, `equity-snapshot.exists`
   */
  run(authority: Authority, reportId: string): Promise<EquitySnapshot> {
    return this.transaction.run(async () => {
      const { programmeId, repeats } = await this.reports.export(authority, reportId);
      const snapshot: EquitySnapshot = {
        ...{ id: this.random.uuid(), programmeId, reportId: repeats ?? reportId, state: 'put_forward' },
        ...{ putForwardBy: accountOf(authority), putForwardAt: this.clock.now() },
      };
      await this.snapshots.add(snapshot);
      await tellOfEquity(this.trail, 'equity-snapshot.put-forward', {
        ...{ authority, programmeId, thing: { kind: 'equity-snapshot', id: snapshot.id } },
      });
      return snapshot;
    });
  }
}
