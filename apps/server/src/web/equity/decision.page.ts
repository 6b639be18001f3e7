import type { DecisionBar } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { text } from '../../http/fields/field-kind';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';
import { BARS } from './equity-work.page';
import { inBritain } from './report-in-words';

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

/** What a board member said, or what is wrong with it. */
export type DecisionFilled =
  | { readonly decision: { readonly state: 'published' } }
  | { readonly decision: { readonly state: 'turned_down'; readonly reason: string } }
  | { readonly faults: readonly FormFault[] };

/** The fields of the form, in their order. */
export const DECISION_FIELDS = ['decision', 'reason'] as const;

const TITLE = 'Is this equity report to be published?';
const REASON = text({ max: 2000, lines: true });

/** Where a board member approves a report or turns it down. @param faults of what they filled in before */
export function decisionPage(
  { id, programme, months, putForwardAt, bar }: DecisionShown,
  filled: Filled = {},
  faults: readonly FormFault[] = [],
): WebPage {
  const { decision, reason = '' } = filled;
  const choice = (value: string, label: string, hint: string) => ({
    ...{ value, text: label, hint: { text: hint }, checked: decision === value },
  });
  return {
    title: faults.length === 0 ? TITLE : `Error: ${TITLE}`,
    template: 'equity-decision.njk',
    view: {
      ...{ heading: TITLE, programme, months, reason, ...shownFaults(faults) },
      putForwardOn: inBritain(putForwardAt),
      bar: bar && BARS[bar],
      report: bar === 'ran_a_round' ? undefined : `/equity-snapshots/${id}`,
      address: `/equity-snapshots/${id}/decision`,
      choices: [
        choice(
          'published',
          'Yes, publish it',
          'Everybody can read it from then on, and it cannot be taken back.',
        ),
        choice(
          'turned_down',
          'No, turn it down',
          'Whoever put it forward reads why, and can put it forward again.',
        ),
      ],
    },
  };
}

/** Reads what was filled in. */
export function decisionOf({ decision, reason: written = '' }: Filled): DecisionFilled {
  const reason = written.replaceAll('\r\n', '\n').trim();
  if (decision === 'published') {
    return reason === ''
      ? { decision: { state: 'published' } }
      : faulty('reason', 'A reason is kept of what is turned down: take it out, or turn the report down');
  }
  if (decision !== 'turned_down') return faulty('decision', 'Choose whether the report is to be published');
  if (reason === '') return faulty('reason', 'Say why you turn it down');
  const fault = REASON.faultOf(reason);
  return fault === undefined
    ? { decision: { state: 'turned_down', reason } }
    : faulty('reason', `The reason ${fault}`);
}

function faulty(field: (typeof DECISION_FIELDS)[number], fault: string): DecisionFilled {
  return { faults: [{ field, text: fault }] };
}
