import type { EquityReport, ReportSection } from '@evenhand/equity';
import { setImmediate } from 'node:timers/promises';
import { cellInWords } from './report-in-words';
import { type SectionChart, sectionChart } from './section-chart';

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
  private readonly kept = new Map<string, Promise<readonly SectionView[]>>();

  /** @param id of the report, or of the snapshot that it is of */
  of(id: string, report: EquityReport): Promise<readonly SectionView[]> {
    const found = this.kept.get(id) ?? drawn(report);
    this.kept.delete(id);
    this.kept.set(id, found);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }
}

async function drawn({ sections }: EquityReport): Promise<readonly SectionView[]> {
  const views: SectionView[] = [];
  for (const section of sections) {
    views.push(viewOf(section));
    await setImmediate();
  }
  return views;
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
