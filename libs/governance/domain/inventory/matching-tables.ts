import type { HeldTable } from './held-data';

const OF_ROUND = 'about a round, not about a person';
const OF_RUN = 'about a run, not about a person';
const COUNTED = 'counts changes';
const PAIR = 'both people of the pair; coordinators of the programme';
/** Coordinators read it in the result of the round. */
const OF_RANK = {
  purpose: 'to tell whether every professional group is matched as well as others',
  seenBy: 'coordinators of the programme; auditors in released counts by professional group',
  keptFor: 'closed_record',
} as const;

/** What the context `matching` holds. */
export const MATCHING_TABLES: readonly HeldTable[] = [
  {
    table: 'mentoring_request',
    title: 'Your requests for a mentor',
    handling: {
      purpose: 'to match whoever asks, the longest wait first where all else is equal',
      basis: 'public_task',
      seenBy: 'the person; coordinators of the programme',
      keptFor: 'closed_record',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      person_id: 'Person',
      state: 'Where it stands',
      first_submitted_on: 'Day of the first submission',
      round_id: 'Matching round that has taken it up',
      welcomed_again: 'Mentors whom they would accept again',
      over_since: 'Since when it is withdrawn or has expired',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'proposal',
    title: 'Pairs that were proposed with you',
    handling: {
      purpose: 'to let two people decide whether they want to work together, and to keep places and pairs',
      basis: 'public_task',
      seenBy: PAIR,
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      round_id: 'Matching round',
      run_id: 'Run of the round',
      request_id: 'Request that it answers',
      mentee_id: 'Mentee',
      mentor_id: 'Mentor',
      state: 'Where it stands',
      score: { field: 'Sum of the points', keptFor: 'closed_record' },
      mentor_rank: { field: 'Place of the mentor among those eligible for the mentee', ...OF_RANK },
      eligible_mentors: { field: 'Mentors eligible for the mentee', ...OF_RANK },
      points: {
        field: 'Points by criterion',
        keptFor: 'closed_record',
        members: {
          criterion: 'Criterion',
          title: 'Criterion in words',
          points: 'Points earned',
          weight: 'Points that could be earned',
        },
      },
      gaps: {
        field: 'Gaps that the mentor can help with',
        keptFor: 'closed_record',
        members: {
          topic: 'Competency or experience',
          title: 'The same in words',
          rank: 'Place in the mentee’s order',
          size: 'What is missing',
          askedAt: 'Stage aimed for',
          practisedAt: 'Stage practised by the mentor',
          cover: 'Covered whole or half',
          text: 'All of it in a line',
        },
      },
      gaps_not_covered: {
        field: 'Gaps that are left open',
        keptFor: 'closed_record',
        members: {
          topic: 'Competency or experience',
          title: 'The same in words',
          rank: 'Place in the mentee’s order',
        },
      },
      notes: { field: 'What is worth a look', keptFor: 'closed_record' },
      offered_at: 'Offered at',
      expires_at: 'Runs out at',
      reminded_at: { field: 'Reminders due at', keptFor: 'closed_record' },
      mentee_accepted_at: 'The mentee said yes at',
      mentor_accepted_at: 'The mentor said yes at',
      questions: {
        field: 'Questions asked',
        keptFor: 'closed_record',
        members: { by: 'Who asked', askedAt: 'When', text: 'The question' },
      },
      declined: {
        field: 'Why it was declined',
        keptFor: 'closed_record',
        members: { by: 'Who declined', reason: 'Why', note: 'What else they said' },
      },
      closed_at: 'Closed at',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'run_pseudonym',
    title: 'Under which pseudonyms you stand in matching rounds',
    handling: {
      purpose: 'to tell whose result a frozen round holds',
      basis: 'public_task',
      seenBy: 'nobody as such; coordinators see results by person',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      run_id: 'Run of a round',
      pseudonym: 'Pseudonym',
      person_id: 'Person',
      request_id: 'Request',
    },
    impersonal: {},
  },
  {
    table: 'matching_run',
    title: 'What matching rounds were made from and came to, for you',
    handling: {
      purpose: 'to prove what a round was made from and that nothing better was possible',
      basis: 'public_task',
      seenBy: 'coordinators of the programme; auditors under pseudonyms; of the own result, the person',
      keptFor: 'round',
      onErasure: 'pseudonymised',
    },
    personal: {
      snapshot: 'What was frozen of you, under a pseudonym',
      outcome: 'What came of it for you, once the round is published',
      override: {
        field: 'What a coordinator decided about a pair of yours, once the round is published',
        members: {
          kind: 'Decision',
          mentee: 'Pseudonym of the mentee',
          mentor: 'Pseudonym of the mentor',
          reason: 'Reason',
          decidedBy: 'Who decided',
          role: 'Their role',
          personId: 'Who they are',
        },
      },
      result: {
        field: 'The certificate, by pseudonym',
        withheld: 'holds prices by pseudonym for a program to check, and no fact that the outcome lacks',
      },
    },
    impersonal: {
      id: OF_RUN,
      round_id: OF_RUN,
      kind: OF_RUN,
      attempt: OF_RUN,
      state: OF_RUN,
      deliveries: OF_RUN,
      progress: 'how far the work has come',
      failure: 'names people by pseudonym at most, and is told again by solving again',
      snapshot_sha256: 'a hash of the whole',
      frozen_at: OF_RUN,
      solved_at: OF_RUN,
    },
  },
  {
    table: 'matching_round',
    personal: {},
    impersonal: Object.fromEntries(
      [
        ...[
          'id',
          'programme_id',
          'name',
          'state',
          'rules',
          'scope',
          'policy',
          'attempt',
          'run_id',
          'created_at',
        ],
        ...['rules_fixed_at', 'published_at', 'version', 'failure'],
      ]
        .map((column) => [column, OF_ROUND])
        .concat([['pseudonym_key', 'a secret of the round']]),
    ) as Record<string, string>,
  },
  {
    table: 'explanation_review',
    title: 'When you asked for somebody to look again',
    handling: {
      purpose: 'to let nobody be decided on by a program alone',
      basis: 'accountability',
      seenBy: 'the person; coordinators of the programme',
      keptFor: 'closed_record',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      round_id: 'Matching round',
      request_id: 'Request',
      person_id: 'Person',
      reason: 'What they think of it',
      state: 'Where it stands',
      asked_at: 'Asked at',
      settled_at: 'Settled at',
      finding: 'What the coordinator found',
      override_id: 'Override by which something was changed',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'round_part',
    title: 'Matching rounds that you ran or audited',
    handling: {
      purpose: 'to let nobody audit a round that they ran',
      basis: 'accountability',
      seenBy: 'the holder of the account',
      keptFor: 'round',
      onErasure: 'pseudonymised',
    },
    personal: { round_id: 'Matching round', account_id: 'Account', part: 'Part that they had' },
    impersonal: {},
  },
  {
    table: 'round_enquiry',
    handling: {
      purpose: 'to show a coordinator or an auditor what other rules or decisions would change',
      basis: 'public_task',
      seenBy: 'coordinators and auditors of the programme',
      keptFor: 'enquiry',
      onErasure: 'pseudonymised',
    },
    personal: {
      question: {
        field: 'What was asked, people by pseudonym',
        withheld: 'what somebody thought about and did not do; it is gone after some days',
      },
      answer: {
        field: 'What would change, people by pseudonym',
        withheld: 'what would have come of what nobody did; it is gone after some days',
      },
    },
    impersonal: {
      id: OF_RUN,
      round_id: OF_RUN,
      run_id: OF_RUN,
      state: OF_RUN,
      deliveries: OF_RUN,
      progress: OF_RUN,
      failure: OF_RUN,
      asked_at: OF_RUN,
      answered_at: OF_RUN,
    },
  },
];
