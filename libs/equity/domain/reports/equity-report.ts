import type { DisclosurePolicy, ReleasedTables } from '@evenhand/disclosure';
import type { Measure, SupplyMeasure } from './measures';
import type { CountedOf } from './true-counts';

/** What stands in the cells of a column: words, a released count, a whole percentage, a ratio, days, a p value. */
export const CELL_KINDS = ['text', 'count', 'percent', 'ratio', 'days', 'probability'] as const;
/** One of them. */
export type CellKind = (typeof CELL_KINDS)[number];

/** A column of a table. */
export interface ReportColumn {
  readonly code: string;
  readonly title: string;
  readonly kind: CellKind;
}

/** A cell; `null` where the figure is withheld, or there is none; words where they stand in its place. */
export type ReportCell = string | number | null;

/** A table as every form of the report shows it. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly ReportCell[])[];
}

/** What a chart of a section's table draws: figures of it, and nothing beside. */
export interface ReportChart {
  readonly kind: 'bars' | 'lines';
  /** Code of the column whose cells are the labels. */
  readonly labels: string;
  /** Codes of the columns that are drawn. */
  readonly series: readonly string[];
}

/** One question and its answer: a sentence, a table and what can be drawn of it. */
export interface ReportSection {
  /** `access-by-profession` */
  readonly code: string;
  readonly title: string;
  /** What the table shows, in words. */
  readonly sentence: string;
  readonly table: ReportTable;
  readonly chart?: ReportChart;
}

/** The days that a report is about, both included, `YYYY-MM-DD`. */
export interface ReportWindow {
  readonly months: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What passed the gate together: everything else in a report is worked out from it. */
export interface ReleasedCounts {
  readonly people: ReleasedTables<Measure>;
  readonly supply: ReleasedTables<SupplyMeasure>;
  /** Absent where the programme has no baseline of its workforce. */
  readonly workforce?: ReleasedTables<'workforce'>;
}

/** A table of a report whose figures an earlier report told. */
export interface RepeatedTable {
  readonly of: CountedOf;
  readonly dimensions: readonly string[];
  /** When its counts were taken, RFC 3339. */
  readonly countedAt: string;
  /** How many months they look back. */
  readonly months: number;
}

/** An equity report as everybody may see it who may see one: it holds no true count. */
export interface EquityReport {
  readonly window: ReportWindow;
  /** What a reader must know before the tables. */
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly counts: ReleasedCounts;
  /** Tables whose counts an earlier report told, with when they were taken; all others are of this report's own count. */
  readonly repeated?: readonly RepeatedTable[];
  /** How coarse the counts are, those that it repeats too. */
  readonly policy: DisclosurePolicy;
}
