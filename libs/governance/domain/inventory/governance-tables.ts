import type { HeldTable } from './held-data';

const OF_CHAIN = 'chains the events';

/** What the context `governance` holds. */
export const GOVERNANCE_TABLES: readonly HeldTable[] = [
  {
    table: 'correction_request',
    title: 'What you asked to have corrected',
    handling: {
      purpose: 'to have put right what only a coordinator may change',
      basis: 'accountability',
      seenBy: 'the person; coordinators of the programme',
      keptFor: 'closed_record',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      person_id: 'Person',
      field: 'What is wrong',
      wanted: 'What it should be',
      state: 'Where it stands',
      asked_at: 'Asked at',
      settled_at: 'Settled at',
      answer: 'What the coordinator said',
    },
    impersonal: { version: 'counts changes' },
  },
  {
    table: 'audit_event',
    handling: {
      purpose: 'to show people, and whoever watches over them, what was done with their records',
      basis: 'accountability',
      seenBy: 'whom an event is about; auditors and platform admins under pseudonyms',
      keptFor: 'log',
      onErasure: 'pseudonymised',
    },
    personal: {
      payload: {
        field: 'What was done, everybody in it under a pseudonym',
        withheld: 'is told, event by event, under “who looked at your data”',
        members: {
          action: 'What was done',
          actor: 'Who did it',
          details: 'Codes, ids and numbers',
          id: 'Id or pseudonym',
          kind: 'Kind',
          programme: 'Programme',
          role: 'Role',
          subjects: 'Pseudonyms of those whom it is about',
          thing: 'What it was done to',
        },
      },
      actor: { field: 'Pseudonym of who did it', withheld: 'part of the payload' },
      subjects: { field: 'Pseudonyms of those whom it is about', withheld: 'part of the payload' },
    },
    impersonal: {
      seq: OF_CHAIN,
      at: OF_CHAIN,
      previous_sha256: OF_CHAIN,
      sha256: OF_CHAIN,
      kind: 'why it is kept',
      action: 'what was done',
      programme_id: 'where it was done',
      actor_role: 'a role, not who has it',
    },
  },
  {
    table: 'log_pseudonym',
    handling: {
      purpose: 'to find what the log holds on somebody, for as long as they are known',
      basis: 'accountability',
      seenBy: 'nobody',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      subject: { field: 'Person or account', withheld: 'names nothing but an id that is told elsewhere' },
      pseudonym: {
        field: 'Pseudonym in the log',
        withheld: 'whoever knew it could tell what the log shows others of them',
      },
    },
    impersonal: {},
  },
];
