import type { CountTables } from '@evenhand/disclosure';
import type { JobFailure } from '@evenhand/kernel';
import type { EquityReport } from '../../domain/reports/equity-report';
import type { Measure, SupplyMeasure } from '../../domain/reports/measures';
import type { MadeReport, ReportOrder, ReportProgress } from '../../domain/reports/report-order';

/** The true counts behind a report. They stay where they are, to compare later ones with. */
export interface TrueCounts {
  readonly people: CountTables<Measure>;
  readonly supply: CountTables<SupplyMeasure>;
  readonly workforce?: CountTables<'workforce'>;
}

/** A report that was made, with the counts behind it. */
export interface CountedReport {
  readonly id: string;
  readonly months: number;
  readonly counts: TrueCounts;
}

/** Keeps reports. Writes of a worker hold only while the report is still its to make; what is made never changes. */
export abstract class EquityReportRepository {
  abstract add(order: ReportOrder): Promise<void>;
  /** With what came of it, or of the one that it repeats. */
  abstract byId(id: string): Promise<MadeReport | undefined>;
  /** How many of a programme are queued or running. */
  abstract underWay(programmeId: string): Promise<number>;
  /** A worker begins: running, one delivery more. Undefined where it is over. */
  abstract begin(id: string): Promise<ReportOrder | undefined>;
  /** A worker that lives lets it go before it is done: one delivery less. */
  abstract giveBack(id: string): Promise<void>;
  /** False when it is no longer running: whoever works on it should stop. */
  abstract reportProgress(id: string, progress: ReportProgress): Promise<boolean>;
  /**
   * Those that were made with counts of their own, the newest first, held until the end of the transaction: nobody else
   * makes a report of the programme meanwhile.
   */
  abstract holdCounted(programmeId: string): Promise<readonly CountedReport[]>;
  /** False when it was no longer running: then nothing was written. */
  abstract finish(
    id: string,
    made: { readonly report: EquityReport; readonly counts: TrueCounts } | { readonly repeats: string },
    at: Date,
  ): Promise<boolean>;
  /** False when it was neither queued nor running. */
  abstract fail(id: string, failure: JobFailure): Promise<boolean>;
}
