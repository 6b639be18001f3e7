import { AuditTrail, type Authority, Conflict, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, OPEN_REQUEST_STATES } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { recordChange } from './record-change';
import { ownRequest } from './visible-request';

/** A mentee says whom they would welcome again. */
@Injectable()
export class ChangeMentoringRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly requests: MentoringRequestRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound, Forbidden, StaleVersion, Conflict `mentoring-request.cannot-change` once it no longer waits for an answer
   */
  run(
    authority: Authority,
    id: string,
    expectedVersion: number,
    { welcomedAgain }: { readonly welcomedAgain: readonly string[] },
  ): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const [held] = await this.requests.lock([id]);
      const request = ownRequest(authority, held, id);
      if (request.version !== expectedVersion) {
        throw new StaleVersion('mentoring request');
      }
      if (!OPEN_REQUEST_STATES.includes(request.state)) {
        throw new Conflict(
          'mentoring-request.cannot-change',
          `The request is ${request.state}: only one that waits for an answer can be changed.`,
        );
      }
      await recordChange(this.trail, authority, request, 'changed');
      const [saved] = await this.requests.save([{ ...request, welcomedAgain: [...new Set(welcomedAgain)] }]);
      return saved!;
    });
  }
}
