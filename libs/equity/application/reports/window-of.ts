import type { ReportWindow } from '../../domain/reports/equity-report';
import { firstDayOf, type ReportOrder } from '../../domain/reports/report-order';

/** The days that a report is about. */
export function windowOf({ months, lastDay }: Pick<ReportOrder, 'months' | 'lastDay'>): ReportWindow {
  return { months, firstDay: firstDayOf(lastDay, months), lastDay };
}
