import type { Handling, HeldTable } from './held-data';

const HANDLING: Handling = {
  purpose: 'to see whether access is equitable, in counts that give nobody away',
  basis: 'explicit_consent',
  seenBy: 'the person alone; others see released counts',
  keptFor: 'person',
  onErasure: 'erased',
};

const OF_REVIEW = 'about an organisation, not about a person';

/** What the context `equity` holds: equality answers, in a schema of their own, and reviews of barriers. */
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
  {
    table: 'barrier_review',
    title: 'Reviews of barriers to leading that you answer for',
    handling: {
      purpose: 'to know which members of a board answer for what keeps professions from leading',
      basis: 'public_task',
      seenBy: 'the person; coordinators, auditors and the talent board of the programme',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      executive_lead: 'Executive lead',
      non_executive_lead: 'Non-executive lead',
    },
    impersonal: {
      id: OF_REVIEW,
      programme_id: OF_REVIEW,
      organisation_id: OF_REVIEW,
      follows: OF_REVIEW,
      state: OF_REVIEW,
      answers: OF_REVIEW,
      judgements: OF_REVIEW,
      actions: 'what an organisation does, and the post that answers for it',
      begun_at: OF_REVIEW,
      completed_at: OF_REVIEW,
      version: 'counts changes',
    },
  },
];
