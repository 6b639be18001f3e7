import type { JobFailure, Limits, Page, PageRequest } from '@evenhand/kernel';
import type { EquityReport } from '../../domain/reports/equity-report';
import type { MadeReport, ReportOrder, ReportProgress, ReportState } from '../../domain/reports/report-order';
import type { CountedReport, TrueCounts } from '../../domain/reports/true-counts';

/** What came of an order: a report of its own with the counts behind it, or one that was made before. */
export type ReportOutcome =
  | { readonly report: EquityReport; readonly counts: TrueCounts; readonly countedAt: Date }
  | { readonly repeats: string };

/** Which reports are listed; what is absent leaves none out. */
export interface ReportFilter {
  readonly programmeId?: string;
  readonly states?: readonly ReportState[];
  /** The account that asked for it. */
  readonly askedBy?: string;
}

/** Keeps reports. Writes of a worker hold only while the report is still its to make; what is made never changes. */
export abstract class EquityReportRepository {
  abstract add(order: ReportOrder): Promise<void>;
  /** With what came of it, or of the one that it repeats. */
  abstract byId(id: string): Promise<MadeReport | undefined>;
  /** Those of the programmes within the limits, the newest first, without what they tell. */
  abstract list(
    filter: ReportFilter,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<ReportOrder>>;
  /** Those of these ids that are there, in no order, without what they tell. */
  abstract ordersOf(ids: readonly string[]): Promise<readonly ReportOrder[]>;
  /** How many of a programme are queued or running. */
  abstract underWay(programmeId: string): Promise<number>;
  /** A worker begins: running, one delivery more. Undefined where it is over. */
  abstract begin(id: string): Promise<ReportOrder | undefined>;
  /** A worker that lives lets it go before it is done: one delivery less. */
  abstract giveBack(id: string): Promise<void>;
  /** False when it is no longer running: whoever works on it should stop. */
  abstract reportProgress(id: string, progress: ReportProgress): Promise<boolean>;
  /**
   * Those of a programme that were made with counts of their own, the newest first. They come one by one: all of them
   * together would not fit into the memory of a worker.
   */
  abstract counted(programmeId: string): AsyncIterable<CountedReport>;
  /**
   * The newest of them, held until the end of the transaction: nobody else makes a report of the programme meanwhile.
   * Undefined where there is none.
   */
  abstract holdNewest(programmeId: string): Promise<string | undefined>;
  /** False when it was no longer running: then nothing was written. */
  abstract finish(id: string, made: ReportOutcome, at: Date): Promise<boolean>;
  /** False when it was neither queued nor running. */
  abstract fail(id: string, failure: JobFailure): Promise<boolean>;
}
