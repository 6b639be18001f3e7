import { AuditTrail, type Authority, Conflict, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EquityReport } from '../../domain/reports/equity-report';
import type { MadeReport } from '../../domain/reports/report-order';
import { tellOfEquity } from '../equity-events';
import { AuditedRounds } from '../ports/audited-rounds';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { refuseOwnRounds } from './refuse-own-rounds';
import { windowOf } from './window-of';

/** A report that is made. */
export interface FinishedReport extends MadeReport {
  readonly report: EquityReport;
}

/** An auditor reads a report, or how far it has come. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly reports: EquityReportRepository,
    private readonly rounds: AuditedRounds,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `equity-report.ran-by-you` */
  run(authority: Authority, id: string): Promise<MadeReport> {
    return this.transaction.run(() => this.#read(authority, id, 'equity-report.read'));
  }

  /** The same to take away. @throws as {@link run}, Conflict `equity-report.not-made` while it is not */
  export(authority: Authority, id: string): Promise<FinishedReport> {
    return this.transaction.run(async () => {
      const made = await this.#read(authority, id, 'equity-report.exported');
      if (made.report === undefined) {
        throw new Conflict(
          'equity-report.not-made',
          `The report is ${made.state}: there is nothing to take away yet.`,
        );
      }
      return { ...made, report: made.report };
    });
  }

  async #read(
    authority: Authority,
    id: string,
    action: 'equity-report.read' | 'equity-report.exported',
  ): Promise<MadeReport> {
    const made = await this.reports.byId(id);
    if (made === undefined || !authority.reachesProgramme(made.programmeId)) {
      throw new NotFound('equity report', id);
    }
    await refuseOwnRounds(this.rounds, authority, made.programmeId, windowOf(made));
    if (made.report !== undefined) {
      await tellOfEquity(this.trail, action, {
        ...{ authority, programmeId: made.programmeId, thing: { kind: 'equity-report', id } },
      });
    }
    return made;
  }
}
