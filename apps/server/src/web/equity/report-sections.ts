import { type EquityReport, inLikelihoodOrder, type ReportSection } from '@evenhand/equity';
import type { LikelihoodOrder } from '@evenhand/statistics';
import { setImmediate } from 'node:timers/promises';
import { cellInWords } from './report-in-words';
import { type SectionChart, sectionChart } from './section-chart';

/** A report as somebody reads it, and what it looks like. */
export interface ReportShown {
  readonly report: EquityReport;
  readonly likelihood: LikelihoodOrder;
  readonly sections: readonly SectionView[];
}

/** A section as a page shows it. */
export interface SectionView extends SectionChart {
  readonly code: string;
  readonly title: string;
  readonly sentence: string;
  readonly columns: readonly ColumnView[];
  /** In words, a cell for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** A column of its table. */
export interface ColumnView {
  readonly title: string;
  readonly isFigure: boolean;
  /** Sentences, which need room. */
  readonly isLong: boolean;
}

/** Characters that a cell may have without being a sentence. */
const SHORT = 30;
/** Reports whose sections are kept drawn. */
const KEPT = 8;

/**
 * The sections of reports as pages show them. What is made never changes, and drawing takes a moment: the last few are
 * kept, and whoever else asks for something meanwhile is answered between two charts.
 */
export class ReportSections {
  private readonly kept = new Map<string, Promise<ReportShown>>();

  /**
   * @param id of the report, or of the snapshot that it is of
   * @param likelihood which way round its relative likelihoods are told
   */
  of(id: string, report: EquityReport, likelihood: LikelihoodOrder = 'group_to_rest'): Promise<ReportShown> {
    const key = `${id} ${likelihood}`;
    const found = this.kept.get(key) ?? drawn(inLikelihoodOrder(report, likelihood), likelihood);
    this.kept.delete(key);
    this.kept.set(key, found);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }
}

async function drawn(report: EquityReport, likelihood: LikelihoodOrder): Promise<ReportShown> {
  const views: SectionView[] = [];
  for (const section of report.sections) {
    views.push(viewOf(section));
    await setImmediate();
  }
  return { report, likelihood, sections: views };
}

function viewOf(section: ReportSection): SectionView {
  const { code, title, sentence, table } = section;
  return {
    ...{ code, title, sentence, ...sectionChart(section) },
    columns: table.columns.map((column, at) => ({
      ...{ title: column.title, isFigure: column.kind !== 'text' },
      isLong: at > 0 && table.rows.some((row) => String(row[at]).length > SHORT),
    })),
    rows: table.rows.map((row) => row.map((cell, at) => cellInWords(cell, table.columns[at]!.kind))),
  };
}
