import type { DomainError } from './domain-error';

/** What a worker does, one queue each. */
export const JOB_KINDS = ['solve-run', 'refill-round', 'answer-enquiry', 'make-equity-report'] as const;
/** A kind of job. */
export type JobKind = (typeof JOB_KINDS)[number];

/** A job to be done: ids and nothing else, since a queue is no place for people. */
export interface Job {
  readonly kind: JobKind;
  /**
   * Id of what the job is about: a run (`solve-run`), round (`refill-round`), enquiry (`answer-enquiry`) or equity report
   * (`make-equity-report`).
   */
  readonly subject: string;
  /** With the subject it names the job: a second job for the same attempt is the same job. */
  readonly attempt: number;
}

/** Why a job cannot be done, for whoever waits for it and can act on it. */
export interface JobFailure {
  readonly code: string;
  /** What is the matter and what can be done about it, in a sentence. */
  readonly sentence: string;
}

const PROBLEMS_TOLD = 5;

/** What a known error says of itself: its sentence, and five further problems at most. */
export function failureOf({ code, message, problems }: DomainError): JobFailure {
  const others = problems.filter((problem) => problem !== message).slice(0, PROBLEMS_TOLD);
  return { code, sentence: [message, ...others].join(' ') };
}

/** Where a use case leaves what must happen next, in the same transaction as what it wrote. */
export abstract class Outbox {
  abstract leave(job: Job): Promise<void>;
  /** The job is done, or no longer wanted: nobody needs to queue it again. */
  abstract settle(job: Job): Promise<void>;
}
