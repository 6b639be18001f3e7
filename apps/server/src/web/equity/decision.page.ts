import type { DecisionBar } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import type { Filled, FormFault } from '../forms/form-faults';
import { inBritain } from '../in-britain';
import { publicationDecisionPage } from '../publication/publication-decision.page';
import { BARS } from './equity-work.page';

/** A report that a board member is to decide about. */
export interface DecisionShown {
  /** Of the snapshot, UUID. */
  readonly id: string;
  readonly programme: string;
  readonly months: number;
  readonly putForwardAt: Date;
  /** Why it is not theirs to decide. */
  readonly bar?: DecisionBar;
}

/** What is decided about, in words. */
export const EQUITY_REPORT = 'equity report';

/** Where a board member approves a report or turns it down. @param faults of what they filled in before */
export function decisionPage(
  { id, programme, months, putForwardAt, bar }: DecisionShown,
  filled?: Filled,
  faults?: readonly FormFault[],
): WebPage {
  const address = `/equity-snapshots/${id}`;
  return publicationDecisionPage(
    {
      what: EQUITY_REPORT,
      about: `${programme}, ${months} months. Put forward on ${inBritain(putForwardAt)}.`,
      ...(bar === 'ran_a_round' ? {} : { address }),
      ...(bar === undefined ? {} : { bar: BARS[bar] }),
      decision: `${address}/decision`,
      back: { text: 'Back to reports in the making', address: '/equity-reports' },
    },
    filled,
    faults,
  );
}
