import { type Authority, NotFound, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { ReportOrder } from '../../domain/reports/report-order';
import { accountOf } from '../account-of';
import { EquityReportRepository, type ReportFilter } from '../ports/equity-report.repository';

/** Lists reports, the newest first: where they stand, and nothing of what they tell. */
@Injectable()
export class ListReports {
  constructor(private readonly reports: EquityReportRepository) {}

  run(authority: Authority, filter: ReportFilter, page: PageRequest): Promise<Page<ReportOrder>> {
    return this.reports.list(filter, authority.limits(), page);
  }

  /** How far one of them has come. @throws NotFound */
  async one(authority: Authority, id: string): Promise<ReportOrder> {
    const order = await this.reports.byId(id);
    if (order === undefined || !authority.reachesProgramme(order.programmeId)) {
      throw new NotFound('equity report', id);
    }
    return order;
  }

  /** Those that whoever asks has asked for. */
  own(authority: Authority, page: PageRequest): Promise<Page<ReportOrder>> {
    return this.reports.list({ askedBy: accountOf(authority) }, authority.limits(), page);
  }
}
