import { Injectable } from '@nestjs/common';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { visibleRequest } from './visible-request';

/** Reads one request. */
@Injectable()
export class ReadMentoringRequest {
  constructor(private readonly requests: MentoringRequestRepository) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound
   */
  async run(id: string, own?: string): Promise<MentoringRequest> {
    return visibleRequest(await this.requests.byId(id), id, own);
  }
}
