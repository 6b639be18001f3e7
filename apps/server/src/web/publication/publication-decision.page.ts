import type { SnapshotDecision } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { REASON as REASON_FIELD } from '../../api/turning-down.dto';
import { text } from '../../http/fields/field-kind';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';

/** Something that was put forward to be published, about which a member of a board is to decide. */
export interface PublicationShown {
  /** What it is, to follow "this": `equity report`. */
  readonly what: string;
  /** Which one, and since when it waits. */
  readonly about: string;
  /** Where it is read; absent where it is not theirs to read yet. */
  readonly address?: string;
  /** Why it is not theirs to decide. */
  readonly bar?: string;
  /** Where the decision is sent. */
  readonly decision: string;
  /** Where they came from. */
  readonly back: { readonly text: string; readonly address: string };
}

/** What a board member said, or what is wrong with it. */
export type DecisionFilled =
  { readonly decision: SnapshotDecision } | { readonly faults: readonly FormFault[] };

/** The fields of the form, in their order. */
export const DECISION_FIELDS = ['decision', 'reason'] as const;

const REASON = text(REASON_FIELD);

/** Where a board member has something published or turns it down. @param faults of what they filled in before */
export function publicationDecisionPage(
  { what, about, address, bar, decision: sentTo, back }: PublicationShown,
  { decision, reason = '' }: Filled = {},
  faults: readonly FormFault[] = [],
): WebPage {
  const heading = `Is this ${what} to be published?`;
  const choice = (value: string, label: string, hint: string) => ({
    ...{ value, text: label, hint: { text: hint }, checked: decision === value },
  });
  return {
    title: faults.length === 0 ? heading : `Error: ${heading}`,
    template: 'publication-decision.njk',
    view: {
      ...{ heading, what, about, address, bar, sentTo, back, reason, ...shownFaults(faults) },
      choices: [
        choice(
          'published',
          'Yes, publish it',
          'Everybody can read it from then on, and it cannot be taken back.',
        ),
        choice(
          'turned_down',
          'No, turn it down',
          'Whoever put it forward reads why, and it can be put forward again.',
        ),
      ],
    },
  };
}

/** Reads what was filled in. @param what as {@link PublicationShown} has it */
export function decisionOf({ decision, reason: written = '' }: Filled, what: string): DecisionFilled {
  const reason = written.replaceAll('\r\n', '\n').trim();
  if (decision === 'published') {
    return reason === ''
      ? { decision: { state: 'published' } }
      : faulty('reason', `Leave the reason empty if you publish the ${what}`);
  }
  if (decision !== 'turned_down') return faulty('decision', `Choose whether the ${what} is to be published`);
  if (reason === '') return faulty('reason', 'Say why you turn it down');
  const fault = REASON.faultOf(reason);
  return fault === undefined
    ? { decision: { state: 'turned_down', reason } }
    : faulty('reason', `The reason ${fault}`);
}

function faulty(field: (typeof DECISION_FIELDS)[number], fault: string): DecisionFilled {
  return { faults: [{ field, text: fault }] };
}
