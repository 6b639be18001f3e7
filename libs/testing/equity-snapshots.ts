import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { PublicSnapshotReport, ReportCell, ReportColumn, ReportSection } from '@evenhand/equity';

type Kind = ReportColumn['kind'];

/** A section by its columns, each `code: [title, kind]`, its rows and what is drawn of them. */
export function aReportSection(
  {
    code,
    kind,
    series,
  }: { readonly code: string; readonly kind?: 'bars' | 'lines'; readonly series: readonly string[] },
  columns: Readonly<Record<string, readonly [title: string, kind: Kind]>>,
  rows: readonly (readonly ReportCell[])[],
): ReportSection {
  return {
    ...{ code, title: `About ${code.replaceAll('-', ' ')}`, sentence: `What there is to say of ${code}.` },
    table: {
      columns: Object.entries(columns).map(([each, [title, what]]) => ({ code: each, title, kind: what })),
      rows,
    },
    chart: { kind: kind ?? 'bars', labels: 'label', series },
  };
}

/** A published snapshot with a section of every kind of chart and cell, some of them withheld. */
export function aPublicSnapshot(changes: Partial<PublicSnapshotReport> = {}): PublicSnapshotReport {
  const tables = { dimensions: [], measures: [], parts: [], tables: [] };
  return {
    ...{ id: '2f4c5a76-0c55-4d0f-9a39-0d5a3f1f5e11', programmeTitle: 'North West' },
    ...{ publishedAt: new Date('2026-10-31T23:30:00Z'), countedAt: new Date('2026-10-02T09:00:00Z') },
    report: {
      window: { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' },
      notes: ['Counts are rounded.'],
      sections: SECTIONS,
      ...{ counts: { people: tables, supply: tables }, policy: DEFAULT_DISCLOSURE_POLICY },
    },
    ...changes,
  };
}

const SECTIONS: readonly ReportSection[] = [
  aReportSection(
    { code: 'access-by-profession', series: ['ask_rate', 'access_rate'] },
    {
      ...{ label: ['Profession', 'text'], eligible: ['Eligible', 'count'] },
      ...{ ask_rate: ['Ask rate', 'percent'], access_rate: ['Access rate', 'percent'] },
      ...{ likelihood: ['Relative likelihood', 'ratio'], direction: ['In words', 'text'] },
      access_verdict: ['Access', 'text'],
    },
    [
      ['Midwives', 1240, 50, 25, 0.5, 'Half as likely as everyone else to be matched', 'Disparity'],
      ['Dietitians', 100, 0, null, null, 'Not told: too few people', 'Not enough data'],
      ['Optometrists', null, null, null, null, 'Not told: too few people', 'Not enough data'],
    ],
  ),
  aReportSection(
    { code: 'waiting-by-professional-group', series: ['median'] },
    { label: ['Professional group', 'text'], median: ['Half were matched within', 'days'] },
    [
      ['Nurses', 1],
      ['Midwives', 83],
    ],
  ),
  aReportSection(
    { code: 'representation-by-stage', series: ['index'] },
    { label: ['Stage', 'text'], index: ['Index', 'ratio'], p: ['p', 'probability'] },
    [
      ['Fundamental', 0.5, 0],
      ['Executive', 1.25, 0.0312],
    ],
  ),
  aReportSection(
    { code: 'trend-by-round', kind: 'lines', series: ['rate', 'rate_nurse'] },
    { label: ['Round', 'text'], rate: ['Access rate', 'percent'], rate_nurse: ['Nurses', 'percent'] },
    [
      ['Spring', 40, null],
      ['Autumn', 60, null],
    ],
  ),
  aReportSection(
    { code: 'supply-by-region', series: ['places'] },
    { label: ['Region', 'text'], places: ['Places', 'count'] },
    [['London', null]],
  ),
  aReportSection(
    { code: 'outreach-by-profession', series: ['ask_rate'] },
    { label: ['Profession', 'text'], ask_rate: ['Ask rate', 'percent'] },
    [],
  ),
];
