import type { EquityReport, ReportCell, ReportSection } from '@evenhand/equity';
import { InputRefused } from '@evenhand/kernel';
import writeWorkbook from 'write-excel-file/node';
import { safeCell, writeCsv } from './csv-cell';

/** What stands where a figure is withheld, or where there is none: an empty cell would be read as zero. */
const WITHHELD = 'withheld';
/** The longest name of a sheet. */
const SHEET_NAME = 31;

/**
 * A section as CSV, a line for each row of its table; or, where none is named, the whole report with a line for each
 * figure: section, what the row is about, column, value.
 *
 * @param section code of one of the report's sections
 * @throws InputRefused where the report has no such section, listing those that it has
 */
export function equityReportCsv(report: EquityReport, section?: string): string {
  if (section === undefined) {
    return writeCsv(['section', 'row', 'column', 'value'], report.sections.flatMap(linesOf));
  }
  const { table } = sectionOf(report, section);
  return writeCsv(
    table.columns.map(({ title }) => title),
    table.rows.map((row) => row.map(textOf)),
  );
}

/**
 * The report as a workbook: a sheet that says what it is, and one for each section, or for the one that is named. Text is
 * text, never a formula.
 *
 * @throws InputRefused as {@link equityReportCsv}
 */
export async function equityReportWorkbook(report: EquityReport, section?: string): Promise<Buffer> {
  const { window, notes } = report;
  const sections = section === undefined ? report.sections : [sectionOf(report, section)];
  const title = `Equity report, ${window.firstDay} to ${window.lastDay}`;
  const names = sheetNames(sections);
  return writeWorkbook([
    { sheet: 'About', data: [title, ...notes].map((line) => [asText(line)]) },
    ...sections.map(({ sentence, table }, at) => ({
      sheet: names[at]!,
      data: [
        [asText(sentence)],
        table.columns.map((column) => ({ ...asText(column.title), fontWeight: 'bold' as const })),
        ...table.rows.map((row) =>
          row.map((cell) => (typeof cell === 'number' ? asNumber(cell) : asText(cell))),
        ),
      ],
    })),
  ]).toBuffer();
}

function linesOf({ code, table }: ReportSection): readonly (readonly string[])[] {
  return table.rows.flatMap((row) =>
    row.slice(1).map((cell, at) => [code, textOf(row[0]!), table.columns[at + 1]!.title, textOf(cell)]),
  );
}

function sectionOf({ sections }: EquityReport, wanted: string): ReportSection {
  const found = sections.find(({ code }) => code === wanted);
  if (found === undefined) {
    throw new InputRefused([
      `section: there is no such section; there are ${sections.map(({ code }) => code).join(', ')}`,
    ]);
  }
  return found;
}

function textOf(cell: ReportCell): string {
  return cell === null ? WITHHELD : String(cell);
}

function asText(cell: string | null) {
  return { value: safeCell(cell ?? WITHHELD), type: String };
}

function asNumber(value: number) {
  return { value, type: Number };
}

/** Codes, cut to what a workbook takes and told apart by their number where that makes two of them the same. */
function sheetNames(sections: readonly ReportSection[]): readonly string[] {
  return sections.map(({ code }, at) => {
    const short = code.slice(0, SHEET_NAME);
    const isShared = sections.filter((section) => section.code.startsWith(short)).length > 1;
    return isShared ? `${code.slice(0, SHEET_NAME - 4)} ${at + 1}` : short;
  });
}
