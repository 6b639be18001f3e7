import {
  type DisclosurePolicy,
  type ReleasedCount,
  refuseOffLattice,
  tellsMeasure,
} from '@evenhand/disclosure';
import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Measure } from '../../domain/reports/measures';
import { REPORT_LATTICE } from '../../domain/reports/report-lattice';
import { tableKey } from '../../domain/reports/true-counts';
import { ReadReport } from './read-report';

/** One table of a report. */
export interface ReportCounts {
  readonly dimensions: readonly string[];
  /** What it tells; a measure that is not there is not withheld, it is no part of the table. */
  readonly measures: readonly Measure[];
  readonly rows: readonly ToldRow[];
  /** By which they were released. */
  readonly policy: DisclosurePolicy;
  /** When they were counted: earlier than the report's other tables where the table is repeated. */
  readonly countedAt: Date;
}

/** A row, with the measures that its table tells. */
export interface ToldRow {
  readonly categories: readonly string[];
  /** `null` where withheld. */
  readonly counts: Readonly<Partial<Record<Measure, ReleasedCount>>>;
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
    const measures = report.counts.people.measures.filter((measure) => tellsMeasure(table, measure));
    return {
      ...{ dimensions: table.dimensions, measures, policy: report.policy },
      rows: table.rows.map(({ categories, counts }) => ({
        categories,
        counts: Object.fromEntries(measures.map((measure) => [measure, counts[measure]])),
      })),
      countedAt: repeated === undefined ? countedAt! : new Date(repeated.countedAt),
    };
  }
}
