import { AuditTrail, type Authority, Clock, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { decide, type EquitySnapshot, type SnapshotDecision } from '../../domain/snapshots/equity-snapshot';
import { accountOf } from '../account-of';
import { tellOfEquity } from '../equity-events';
import { AuditedRounds } from '../ports/audited-rounds';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { EquitySnapshotRepository } from '../ports/equity-snapshot.repository';
import { refuseOwnRounds } from '../reports/refuse-own-rounds';
import { windowOf } from '../reports/window-of';

/** The board approves that a report is published, for good, or turns it down. */
@Injectable()
export class DecideSnapshot {
  constructor(
    private readonly snapshots: EquitySnapshotRepository,
    private readonly reports: EquityReportRepository,
    private readonly rounds: AuditedRounds,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Whoever ran one of its rounds neither publishes what is found of it nor keeps it from being published.
   *
   * @throws NotFound, Conflict `equity-snapshot.own-report`, `equity-snapshot.decided`, `equity-report.ran-by-you`
   */
  run(authority: Authority, id: string, decision: SnapshotDecision): Promise<EquitySnapshot> {
    return this.transaction.run(async () => {
      const snapshot = await this.snapshots.lock(id);
      if (snapshot === undefined || !authority.reachesProgramme(snapshot.programmeId)) {
        throw new NotFound('equity snapshot', id);
      }
      const made = (await this.reports.byId(snapshot.reportId))!;
      const decided = decide(snapshot, decision, {
        ...{ account: accountOf(authority), reportAskedBy: made.askedBy, at: this.clock.now() },
      });
      await refuseOwnRounds(this.rounds, authority, snapshot.programmeId, windowOf(made));
      await this.snapshots.save(decided);
      await tellOfEquity(
        this.trail,
        decision.state === 'published' ? 'equity-snapshot.published' : 'equity-snapshot.turned-down',
        { authority, programmeId: snapshot.programmeId, thing: { kind: 'equity-snapshot', id } },
      );
      return decided;
    });
  }
}
