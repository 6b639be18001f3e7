import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const CSV = 'text/csv; charset=utf-8';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** For a route that answers with a table as CSV. */
export const CsvFile = () =>
  applyDecorators(
    ApiProduces('text/csv'),
    ApiOkResponse({ description: 'UTF-8, headings in the first row.', schema: { type: 'string' } }),
  );

/** For a route that answers with a workbook. */
export const WorkbookFile = () =>
  applyDecorators(
    ApiProduces(WORKBOOK),
    ApiOkResponse({ description: 'Office Open XML.', schema: { type: 'string', format: 'binary' } }),
  );

/** The table as a download. */
export function csvFile(text: string | Buffer): StreamableFile {
  return new StreamableFile(typeof text === 'string' ? Buffer.from(text) : text, {
    type: CSV,
    disposition: 'attachment; filename="equity-report.csv"',
  });
}

/** The workbook as a download. */
export function workbookFile(content: Buffer): StreamableFile {
  return new StreamableFile(content, {
    type: WORKBOOK,
    disposition: 'attachment; filename="equity-report.xlsx"',
  });
}
