import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { namedInLog } from '../named-in-log';
import { MentoringRequestRepository, type RequestFilter } from '../ports/mentoring-request.repository';

/** Lists requests of a programme as far as they are reached, the oldest submission first. */
@Injectable()
export class ListMentoringRequests {
  constructor(
    private readonly requests: MentoringRequestRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, filter: RequestFilter, page: PageRequest): Promise<Page<MentoringRequest>> {
    const found = await this.requests.list(authority.limits(), filter, page);
    if (found.items.length > 0) {
      await this.trail.record({
        ...{ kind: 'read', action: 'mentoring-requests.listed', authority, programmeId: filter.programmeId },
        ...namedInLog(found.items.map(({ personId }) => personId))[0],
      });
    }
    return found;
  }
}
