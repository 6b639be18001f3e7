import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { belongingOf } from './request-belonging';
import { visibleRequest } from './visible-request';

/** Reads one request. */
@Injectable()
export class ReadMentoringRequest {
  constructor(
    private readonly requests: MentoringRequestRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<MentoringRequest> {
    const request = visibleRequest(authority, await this.requests.byId(id), id);
    await this.trail.record({
      ...{ kind: 'read', action: 'mentoring-request.read', authority, ...belongingOf(request) },
      thing: { kind: 'mentoring-request', id },
    });
    return request;
  }
}
