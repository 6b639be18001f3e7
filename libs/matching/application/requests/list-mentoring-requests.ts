import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository, type RequestFilter } from '../ports/mentoring-request.repository';

/** Lists requests of a programme, the oldest submission first. */
@Injectable()
export class ListMentoringRequests {
  constructor(private readonly requests: MentoringRequestRepository) {}

  run(filter: RequestFilter, page: PageRequest): Promise<Page<MentoringRequest>> {
    return this.requests.list(filter, page);
  }
}
