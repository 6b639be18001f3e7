import { type EquityReport, inLikelihoodOrder } from '@evenhand/equity';
import { equityReportCsv, equityReportWorkbook } from '@evenhand/files';
import type { LikelihoodOrder } from '@evenhand/statistics';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** For a route that answers with a table as CSV. */
export const CsvFile = () =>
  applyDecorators(
    ApiProduces('text/csv'),
    ApiOkResponse({ description: 'UTF-8, headings in the first row.', schema: { type: 'string' } }),
  );

/** For a route that answers with a workbook. */
export const WorkbookFile = () =>
  applyDecorators(
    ApiProduces(TYPES.xlsx),
    ApiOkResponse({ description: 'Office Open XML.', schema: { type: 'string', format: 'binary' } }),
  );

/** The forms in which a report is taken away. */
export type ReportForm = keyof typeof TYPES;

/** Which file of a report is wanted. */
export interface WantedFile {
  /** Code of one section; the whole where it is left out. */
  readonly section?: string;
  /** `group_to_rest` where it is left out. */
  readonly likelihood?: LikelihoodOrder;
}

/** A report, or a section of it, as a file holds it. @throws InputRefused where it has no such section */
export async function sectionFile(
  report: EquityReport,
  form: ReportForm,
  { section, likelihood = 'group_to_rest' }: WantedFile,
): Promise<Buffer> {
  const ordered = inLikelihoodOrder(report, likelihood);
  return form === 'csv'
    ? Buffer.from(equityReportCsv(ordered, section))
    : await equityReportWorkbook(ordered, section);
}

/** The same as a download. @throws as {@link sectionFile} */
export async function reportFile(
  report: EquityReport,
  form: ReportForm,
  wanted: WantedFile,
): Promise<StreamableFile> {
  return reportDownload(await sectionFile(report, form, wanted), form);
}

/** What such a file holds, as a download. */
export function reportDownload(content: Buffer, form: ReportForm): StreamableFile {
  return new StreamableFile(content, {
    type: TYPES[form],
    disposition: `attachment; filename="equity-report.${form}"`,
  });
}
