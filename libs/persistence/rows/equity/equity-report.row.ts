import type { EquityReport, ReportProgress, ReportState } from '@evenhand/equity';
import type { JobFailure } from '@evenhand/kernel';

/** A report as it is kept. Those that were made before a policy could be set do not say which they were released by. */
export type KeptReport = Omit<EquityReport, 'policy'> & Partial<Pick<EquityReport, 'policy'>>;

/** A row of `equity_report`, without the counts behind it. */
export interface EquityReportRow {
  readonly id: string;
  readonly programme_id: string;
  readonly months: number;
  /** `YYYY-MM-DD` */
  readonly last_day: string;
  readonly state: ReportState;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly deliveries: number;
  readonly progress: ReportProgress;
  readonly failure: JobFailure | null;
  readonly made_at: Date | null;
  readonly repeats: string | null;
  readonly counted_at: Date | null;
  readonly report: KeptReport | null;
}
