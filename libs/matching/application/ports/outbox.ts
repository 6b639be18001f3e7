/** What a worker does, one queue each. */
export const JOB_KINDS = ['solve-run', 'refill-round', 'answer-enquiry'] as const;
/** A kind of job. */
export type JobKind = (typeof JOB_KINDS)[number];

/** A job to be done: ids and nothing else, since a queue is no place for people. */
export interface Job {
  readonly kind: JobKind;
  /** Id of the run (`solve-run`), round (`refill-round`) or enquiry (`answer-enquiry`) that the job is about. */
  readonly subject: string;
  /** With the subject it names the job: a second job for the same attempt is the same job. */
  readonly attempt: number;
}

/** Where a use case leaves what must happen next, in the same transaction as what it wrote. */
export abstract class Outbox {
  abstract leave(job: Job): Promise<void>;
  /** The job is done, or no longer wanted: nobody needs to queue it again. */
  abstract settle(job: Job): Promise<void>;
}
