import type { EquitySnapshot, ReportOrder, ReportState } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { inBritain } from './report-in-words';

/** Reports on their way to the public, as far as they concern whoever looks. */
export interface EquityWork {
  /** Their own, the newest first; absent where they have none made. */
  readonly reports?: readonly ReportOrder[];
  /** What waits for the board to decide, the newest first. */
  readonly waiting: readonly EquitySnapshot[];
  /** Whether they are of the board. */
  readonly decides: boolean;
  /** The name of a programme by its id. */
  readonly programmes: ReadonlyMap<string, string>;
}

const STANDINGS: Readonly<Record<ReportState, string>> = {
  queued: 'Waiting to be made',
  running: 'Being made',
  made: 'Made',
  failed: 'Could not be made',
};

/** Where somebody finds the reports that they asked for, and the board what it has to decide. */
export function equityWorkPage({ reports, waiting, decides, programmes }: EquityWork): WebPage {
  const nameOf = (programmeId: string) => programmes.get(programmeId) ?? 'A programme';
  return {
    title: 'Equity reports in the making',
    template: 'equity-work.njk',
    view: {
      decides,
      reports: reports?.map(({ id, programmeId, months, state, askedAt }) => ({
        address: `/equity-reports/${id}`,
        title: `${nameOf(programmeId)}, ${months} months`,
        text: `Asked for on ${inBritain(askedAt)}. ${STANDINGS[state]}.`,
      })),
      waiting: waiting.map(({ id, programmeId, putForwardAt }) => ({
        address: `/equity-snapshots/${id}`,
        title: nameOf(programmeId),
        text: `Put forward on ${inBritain(putForwardAt)}.`,
      })),
    },
  };
}
