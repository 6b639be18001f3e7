import type { Handling, HeldTable } from './held-data';

const HANDLING: Handling = {
  purpose: 'to see whether access is equitable, in counts that give nobody away',
  basis: 'explicit_consent',
  seenBy: 'the person alone; others see released counts',
  keptFor: 'person',
  onErasure: 'erased',
};

const OF_REVIEW = 'about an organisation, not about a person';
const OF_REPORT = 'about a report on everybody, not about a person';
const OF_WORKFORCE = 'counts of a workforce';
const WHO_AUDITS: Handling = {
  purpose: 'to know who looked at figures on everybody, and to let nobody approve their own',
  basis: 'accountability',
  seenBy: 'the holder of the account',
  keptFor: 'report',
  onErasure: 'pseudonymised',
};

/** What the context `equity` holds: equality answers, in a schema of their own, reports on everybody, and reviews of barriers. */
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
      seenBy: 'the person; the other lead; coordinators, auditors and the talent board of the programme',
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
  {
    table: 'workforce_baseline',
    personal: {},
    impersonal: {
      programme_id: OF_WORKFORCE,
      position: OF_WORKFORCE,
      organisation_id: OF_WORKFORCE,
      profession: OF_WORKFORCE,
      grade: OF_WORKFORCE,
      stage: OF_WORKFORCE,
      people: 'a count',
      version: 'counts changes',
    },
  },
  {
    table: 'workforce_characteristic',
    personal: {},
    impersonal: {
      programme_id: OF_WORKFORCE,
      question: OF_WORKFORCE,
      answer: OF_WORKFORCE,
      people: 'a count',
    },
  },
  {
    table: 'equity_report',
    title: 'Equity reports that you asked for',
    handling: WHO_AUDITS,
    personal: { asked_by: 'Account', asked_at: 'Asked for at' },
    impersonal: {
      id: OF_REPORT,
      programme_id: OF_REPORT,
      months: OF_REPORT,
      last_day: OF_REPORT,
      state: OF_REPORT,
      deliveries: OF_REPORT,
      progress: OF_REPORT,
      failure: OF_REPORT,
      made_at: OF_REPORT,
      repeats: OF_REPORT,
      counted_at: OF_REPORT,
      report: 'counts that have passed the disclosure gate',
      counts: 'counts, for comparison with those of later reports alone',
    },
  },
  {
    table: 'equity_snapshot',
    title: 'Equity snapshots that you put forward, or decided about',
    handling: WHO_AUDITS,
    personal: {
      put_forward_by: 'Account that put it forward',
      put_forward_at: 'Put forward at',
      decided_by: 'Account that decided',
      decided_at: 'Decided at',
    },
    impersonal: {
      ...{ id: OF_REPORT, programme_id: OF_REPORT, report_id: OF_REPORT, state: OF_REPORT },
      programme_title: OF_REPORT,
      reason: 'why a board did not publish figures of a whole programme',
    },
  },
  {
    table: 'equity_look',
    title: 'Looks of yours at true counts of an organisation',
    handling: WHO_AUDITS,
    personal: { looked_by: 'Account', purpose: 'What for, in your words', looked_at: 'Looked at' },
    impersonal: { id: OF_REPORT, programme_id: OF_REPORT, organisation_id: 'about an employer' },
  },
];
