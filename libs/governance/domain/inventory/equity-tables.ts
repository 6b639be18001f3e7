import type { Handling, HeldTable } from './held-data';

const HANDLING: Handling = {
  purpose: 'to see whether access is equitable, in counts that give nobody away',
  basis: 'explicit_consent',
  seenBy: 'the person alone; others see released counts',
  keptFor: 'person',
  onErasure: 'erased',
};

/** What the context `equity` holds: equality answers, in a schema of their own. */
export const EQUITY_TABLES: readonly HeldTable[] = [
  {
    table: 'equality.standing',
    title: 'Whether you answer equality questions',
    handling: HANDLING,
    personal: {
      person_id: 'Person',
      kind: 'Consented or objected',
      since: 'Since',
    },
    impersonal: {},
  },
  {
    table: 'equality.answer',
    title: 'What you answered to equality questions',
    handling: HANDLING,
    personal: {
      person_id: 'Person',
      question: 'Question',
      answer: 'Answer',
    },
    impersonal: { kind: 'ties an answer to the consent that it was given with' },
  },
];
