import type { CellKind, ReportCell, ReportColumn, ReportTable } from '../equity-report';

const ofKind =
  (kind: CellKind) =>
  (code: string, title: string): ReportColumn => ({ code, title, kind });

export const text = ofKind('text');
export const count = ofKind('count');
export const percent = ofKind('percent');
export const ratio = ofKind('ratio');
export const days = ofKind('days');
export const probability = ofKind('probability');

/** The column by which a table is read. */
export const labels = (title: string): ReportColumn => text('label', title);

/** Where a number is a figure and no measurement: enough places to compare, not so many as to seem exact. */
export function rounded(figure: number | null | undefined, places = 2): number | null {
  return figure === null || figure === undefined ? null : Number(figure.toFixed(places));
}

/** The least probability that is told as a number: none is 0, and none so small that its figures mean anything. */
const LEAST = 0.0001;

/** A probability as it is read. */
export function probabilityOf(p: number | null | undefined): ReportCell {
  if (p === null || p === undefined) return null;
  return p < LEAST ? `under ${LEAST}` : Number(p.toFixed(4));
}

/** The cells of one column. */
export function cellsOf({ columns, rows }: ReportTable, code: string): readonly (string | number | null)[] {
  const at = columns.findIndex((column) => column.code === code);
  return rows.map((row) => row[at]!);
}
