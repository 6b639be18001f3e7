import type { HeldTable } from './held-data';

const OF_JOB = 'about a job; ids of rounds, runs and enquiries alone';

/** What the service holds to do its work. The schema of the queue holds jobs alone, and is the queue’s own. */
export const MACHINERY_TABLES: readonly HeldTable[] = [
  {
    table: 'migration',
    personal: {},
    impersonal: { id: 'about the database', timestamp: 'about the database', name: 'about the database' },
  },
  {
    table: 'outbox_job',
    personal: {},
    impersonal: {
      id: OF_JOB,
      kind: OF_JOB,
      subject: OF_JOB,
      attempt: OF_JOB,
      left_at: OF_JOB,
      held_until: OF_JOB,
      queued_at: OF_JOB,
      settled_at: OF_JOB,
    },
  },
  {
    table: 'idempotency_key',
    handling: {
      purpose: 'to answer a request that is sent twice as it was answered once',
      basis: 'public_task',
      seenBy: 'whoever asked',
      keptFor: 'day',
      onErasure: 'erased',
    },
    personal: {
      scope: { field: 'Who asked, and where', withheld: 'gone after a day, and told by the log' },
      answer: { field: 'What was answered', withheld: 'a copy of what is told, gone after a day' },
    },
    impersonal: {
      key: 'made up by whoever asks',
      fingerprint: 'a hash of what was asked',
      claimed_at: 'when it was asked',
    },
  },
  {
    table: 'request_count',
    handling: {
      purpose: 'to answer nobody more often than the service can bear',
      basis: 'accountability',
      seenBy: 'nobody',
      keptFor: 'minute',
      onErasure: 'pseudonymised',
    },
    personal: {
      source_sha256: {
        field: 'Hash of the address or account that asks',
        withheld: 'cannot be traced back, and is gone after a minute',
      },
    },
    impersonal: { requests: 'a count', window_ends_at: 'when the count begins anew' },
  },
];
