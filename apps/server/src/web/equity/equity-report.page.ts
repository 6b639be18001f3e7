import type { PublicSnapshot } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { inBritain } from '../in-britain';
import { windowInWords } from './report-in-words';
import type { ReportShown } from './report-sections';
import type { Fact } from './standing-of';

/** A published snapshot, for everybody. */
export function equitySnapshotPage(
  { id, programmeTitle, publishedAt, countedAt }: PublicSnapshot,
  shown: ReportShown,
): WebPage {
  const address = `/api/v1/transparency/equity-snapshots/${id}`;
  return reportPage(`Equity report: ${programmeTitle}, ${inBritain(publishedAt)}`, shown, {
    facts: [
      { title: 'Programme', text: programmeTitle },
      { title: 'Published', text: `${inBritain(publishedAt)}, by its board. It does not change.` },
      { title: 'Counts taken', text: inBritain(countedAt) },
    ],
    files: filesAt(address, shown),
  });
}

/** What became of a report, and what can be done with it before it is public. */
export interface UnpublishedReport {
  /** Where it is read; its files are under it. */
  readonly address: string;
  /** Where it stands. */
  readonly facts: readonly Fact[];
  readonly countedAt?: Date;
  /** Where everybody reads it, once the board has published it. */
  readonly published?: string;
  /** Where whoever looks sends it to the board. */
  readonly putForward?: string;
  /** Where whoever looks decides about it, or why they leave that to others. */
  readonly decision?: string;
  readonly bar?: string;
}

/** Where everybody reads a snapshot that is published. */
export function publicAddressOf(snapshotId: string): string {
  return `/equity/${snapshotId}`;
}

/** The same report on its way to the public, for those who work with it. */
export function unpublishedReportPage(
  { address, facts, countedAt, ...work }: UnpublishedReport,
  shown: ReportShown,
): WebPage {
  const title = `Equity report, ${work.published === undefined ? 'not published' : 'published'}`;
  return reportPage(title, shown, {
    facts: [
      ...facts,
      ...(countedAt === undefined ? [] : [{ title: 'Counts taken', text: inBritain(countedAt) }]),
    ],
    files: filesAt(address, shown, '/report.json'),
    work,
  });
}

function filesAt(address: string, { likelihood }: ReportShown, json = ''): ReportFiles {
  const order = likelihood === 'wres' ? '?likelihood=wres' : '';
  return {
    json: `${address}${json}${order}`,
    csv: `${address}/tables.csv${order}`,
    workbook: `${address}/tables.xlsx${order}`,
    section: `${address}/tables.csv${order === '' ? '?' : `${order}&`}section=`,
  };
}

function reportPage(
  title: string,
  { report, sections, likelihood }: ReportShown,
  more: ReportFrame,
): WebPage {
  const { facts, ...others } = more;
  return {
    title,
    template: 'equity-report.njk',
    view: {
      isWide: true,
      facts: [...facts, { title: 'What it is about', text: windowInWords(report.window) }],
      notes: report.notes,
      sections,
      isWres: likelihood === 'wres',
      ...others,
    },
  };
}

interface ReportFrame {
  readonly facts: readonly Fact[];
  /** Where the same is to be had as files. */
  readonly files?: ReportFiles;
  /** Where it is public, or what is still to be done; absent where everybody reads. */
  readonly work?: Pick<UnpublishedReport, 'published' | 'putForward' | 'decision' | 'bar'>;
}

/** Addresses, in the order of likelihoods in which the page is read. */
interface ReportFiles {
  readonly json: string;
  readonly csv: string;
  readonly workbook: string;
  /** Up to the code of a section. */
  readonly section: string;
}
