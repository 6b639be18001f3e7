import {
  AuditTrail,
  type Authority,
  Clock,
  Conflict,
  InputRefused,
  Outbox,
  Random,
  Transaction,
} from '@evenhand/kernel';
import { ProgrammeRepository, lockProgramme } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type ReportOrder, USUAL_WINDOW_MONTHS, WINDOW_MONTHS } from '../../domain/reports/report-order';
import { accountOf, refuseUnreached } from '../account-of';
import { tellOfEquity } from '../equity-events';
import { AuditedRounds } from '../ports/audited-rounds';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { ReportSettings } from '../ports/report-settings';
import { coveredMonths, refuseUncovered } from './covered-months';
import { refuseOwnRounds } from './refuse-own-rounds';
import { windowOf } from './window-of';

/** A report looks at everybody of a programme; there is no need for many at a time. */
const MOST_UNDER_WAY = 2;

/** Leaves an equity report to a worker. */
@Injectable()
export class AskForReport {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly reports: EquityReportRepository,
    private readonly rounds: AuditedRounds,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly transaction: Transaction,
    private readonly settings: ReportSettings,
  ) {}

  /** Months that a report can look back now: those in which nobody is missing, the fewest first. */
  windows(): readonly number[] {
    return coveredMonths(this.clock.today(), this.settings.closedRecordDays);
  }

  /**
   * @param months that it looks back, one of `WINDOW_MONTHS`; 24 unless said otherwise
   * @throws NotFound, InputRefused for other months, and for those that what is kept does not cover, Conflict `equity-report.ran-by-you`, `equity-report.too-many-under-way`
   */
  run(authority: Authority, programmeId: string, months = USUAL_WINDOW_MONTHS): Promise<ReportOrder> {
    return this.transaction.run(async () => {
      refuseUnreached(authority, programmeId);
      refuseOtherMonths(months);
      refuseUncovered(months, this.clock.today(), this.settings.closedRecordDays);
      await lockProgramme(this.programmes, programmeId);
      if ((await this.reports.underWay(programmeId)) >= MOST_UNDER_WAY) {
        throw new Conflict(
          'equity-report.too-many-under-way',
          `${MOST_UNDER_WAY} reports on this programme are queued or running: ask again when one of them is made.`,
        );
      }
      const order: ReportOrder = {
        ...{ id: this.random.uuid(), programmeId, months, lastDay: this.clock.today() },
        ...{ state: 'queued', askedBy: accountOf(authority), askedAt: this.clock.now(), deliveries: 0 },
        progress: { stage: 'waiting', done: 0, total: 1 },
      };
      await refuseOwnRounds(this.rounds, authority, programmeId, windowOf(order));
      await this.reports.add(order);
      await this.outbox.leave({ kind: 'make-equity-report', subject: order.id, attempt: 1 });
      await tellOfEquity(this.trail, 'equity-report.asked', {
        ...{ authority, programmeId, thing: { kind: 'equity-report', id: order.id } },
        details: { months },
      });
      return order;
    });
  }
}

/** Of any number of months two reports would differ by the few people of a month. */
function refuseOtherMonths(months: number): void {
  if (!(WINDOW_MONTHS as readonly number[]).includes(months)) {
    throw new InputRefused([`months: it must be one of ${WINDOW_MONTHS.join(', ')}`]);
  }
}
