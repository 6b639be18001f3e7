import { type ReleasedRow, refuseOffLattice } from '@evenhand/disclosure';
import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Measure } from '../../domain/reports/measures';
import { REPORT_LATTICE } from '../../domain/reports/report-lattice';
import { tableKey } from '../../domain/reports/true-counts';
import { ReadReport } from './read-report';

/** One table of a report. */
export interface ReportCounts {
  readonly dimensions: readonly string[];
  readonly rows: readonly ReleasedRow<Measure>[];
  /** When they were counted: earlier than the report's other tables where the table is repeated. */
  readonly countedAt: Date;
}

/** An auditor asks a report for people by some dimensions together: what the lattice has, and nothing else. */
@Injectable()
export class ReadReportCounts {
  constructor(private readonly reports: ReadReport) {}

  /**
   * @throws InputRefused where the dimensions cannot be asked together, listing those that can; NotFound where the report
   *   does not count by them; as {@link ReadReport}
   */
  async run(authority: Authority, id: string, by: readonly string[]): Promise<ReportCounts> {
    const set = refuseOffLattice(REPORT_LATTICE, by);
    const { report, countedAt } = await this.reports.export(authority, id);
    const table = report.counts.people.tables.find(({ dimensions }) => dimensions.join() === set.join());
    if (table === undefined) {
      throw new NotFound('table of this report', set.join(' × '));
    }
    const repeated = report.repeated?.find(
      (each) => each.of === 'people' && tableKey(each) === tableKey(table),
    );
    return {
      ...{ dimensions: table.dimensions, rows: table.rows },
      countedAt: repeated === undefined ? countedAt! : new Date(repeated.countedAt),
    };
  }
}
