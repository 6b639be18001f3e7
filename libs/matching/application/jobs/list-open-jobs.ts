import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type OpenJob, OpenJobs } from '../ports/open-jobs';

/** Lists jobs that are not done, for whoever looks after the service: kinds, ids and times, and nothing of what is in them. */
@Injectable()
export class ListOpenJobs {
  constructor(
    private readonly jobs: OpenJobs,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, page: PageRequest): Promise<Page<OpenJob>> {
    if (!authority.reachesService()) {
      return { items: [] };
    }
    await this.trail.record({ kind: 'security', action: 'jobs.listed', authority });
    return this.jobs.list(page);
  }
}
