import type { DecisionBar, ReportOrder, ReportState, WaitingSnapshot } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { inBritain } from '../in-britain';
import type { Programmes } from '../programmes/programmes-with';

/** Reports on their way to the public, as far as they concern whoever looks. */
export interface EquityWork {
  /** Their own, the newest first; absent where they have none made. */
  readonly reports?: readonly ReportOrder[];
  /** What waits for the board to decide, the newest first. */
  readonly waiting: readonly WaitingSnapshot[];
  /** The programmes of whose board they are. */
  readonly decidesIn: Programmes;
  /** The name of a programme by its id. */
  readonly programmes: ReadonlyMap<string, string>;
}

const STANDINGS: Readonly<Record<ReportState, string>> = {
  queued: 'Waiting to be made',
  running: 'Being made',
  made: 'Made',
  failed: 'Could not be made',
};

/** Why somebody leaves a decision to others, to be told to them. */
export const BARS: Readonly<Record<DecisionBar, string>> = {
  own_report:
    'You asked for this report or put it forward, and nobody approves their own: another member of the board decides.',
  ran_a_round:
    'You ran a round of these months or decided about it, and nobody audits their own: another member of the board decides, and you read the report once it is published.',
};

/** Where somebody finds the reports that they asked for, and the board what it has to decide. */
export function equityWorkPage({ reports, waiting, decidesIn, programmes }: EquityWork): WebPage {
  const nameOf = (programmeId: string) => programmes.get(programmeId) ?? 'A programme';
  const isTheirs = ({ snapshot: { programmeId }, bar }: WaitingSnapshot) =>
    bar === undefined && (decidesIn === 'all' || decidesIn.has(programmeId));
  const shown = ({ snapshot: { id, programmeId, putForwardAt }, months, bar }: WaitingSnapshot) => ({
    // Whoever ran one of its rounds does not read it yet.
    ...(bar === 'ran_a_round' ? {} : { address: `/equity-snapshots/${id}` }),
    title: `${nameOf(programmeId)}, ${months} months`,
    text: `Put forward on ${inBritain(putForwardAt)}.${bar === undefined ? '' : ` ${BARS[bar]}`}`,
  });
  const decides = decidesIn === 'all' || decidesIn.size > 0;
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
      theirs: waiting.filter(isTheirs).map(shown),
      others: waiting.filter((each) => !isTheirs(each)).map(shown),
    },
  };
}
