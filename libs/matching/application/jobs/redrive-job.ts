import { AuditTrail, type Authority, Conflict, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type OpenJob, OpenJobs } from '../ports/open-jobs';

/**
 * Has a job taken to the queue again, by its number. A worker who is at it is not disturbed: what is done twice finds
 * nothing to do the second time, and the count of who begins with a job that kills workers goes on.
 */
@Injectable()
export class RedriveJob {
  constructor(
    private readonly jobs: OpenJobs,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `job.done` */
  run(authority: Authority, id: string): Promise<OpenJob> {
    return this.transaction.run(async () => {
      const job = authority.reachesService() ? await this.jobs.lock(id) : undefined;
      if (job === undefined) {
        throw new NotFound('job', id);
      }
      if (job === 'done') {
        throw new Conflict('job.done', 'The job is done: nothing is left to do.');
      }
      await this.trail.record({
        ...{ kind: 'security', action: 'job.redriven', authority },
        thing: { kind: 'job', id },
        details: { job: job.kind, subject: job.subject, attempt: job.attempt },
      });
      return this.jobs.queueAgain(job);
    });
  }
}
