import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { EquityReport } from '@evenhand/equity';
import { parse } from 'csv-parse/sync';
import { equityReportCsv, equityReportWorkbook } from './equity-report-files';

const HOSTILE = '=HYPERLINK("http://x","y")';
const section = (code: string) => ({
  ...{ code, title: 'Access', sentence: 'So it is.' },
  table: {
    columns: [
      { code: 'label', title: 'Organisation', kind: 'text' as const },
      { code: 'asked', title: 'Asked', kind: 'count' as const },
    ],
    rows: [
      [HOSTILE, 40],
      ['A, trust', null],
    ],
  },
});
const report = {
  window: { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' },
  notes: ['A note.'],
  sections: [
    section('access-by-organisation-and-by-more-of-it'),
    section('access-by-organisation-and-by-more-still'),
  ],
  ...{ counts: {} as EquityReport['counts'], policy: DEFAULT_DISCLOSURE_POLICY },
};

describe('An equity report as files', () => {
  it('is a table for a section, with what is withheld said in words', () => {
    const rows = parse(equityReportCsv(report, report.sections[0]!.code));
    expect(rows).toEqual([
      ['Organisation', 'Asked'],
      [`'${HOSTILE}`, '40'],
      ['A, trust', 'withheld'],
    ]);
  });

  it('is a line for each figure of all sections together', () => {
    const [headings, ...lines] = parse(equityReportCsv(report));
    expect(headings).toEqual(['section', 'row', 'column', 'value']);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toEqual([report.sections[0]!.code, 'A, trust', 'Asked', 'withheld']);
  });

  it('refuses a section that there is not, with those that there are', () => {
    expect(() => equityReportCsv(report, 'none')).toThrow(
      'there are access-by-organisation-and-by-more-of-it, ',
    );
  });

  it('is a workbook with a sheet for each section, though their names begin alike', async () => {
    const workbook = await equityReportWorkbook(report);
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    expect(workbook.length).toBeGreaterThan(1_000);
  });
});
