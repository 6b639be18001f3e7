import { isWorkbook } from '@evenhand/files';
import type { TextLimits } from '../http/fields/field-kind';

/** A table that is handed in as the text of a CSV file. */
export function csvText(bytes: number) {
  return {
    ...{ max: bytes, lines: true },
    mistakenFor: (text) =>
      isWorkbook(text) ? 'must be CSV, and is a workbook (XLSX): save it as CSV UTF-8' : undefined,
  } as const satisfies TextLimits;
}
