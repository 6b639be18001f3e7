import { Conflict, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type MentoringRequest, OPEN_REQUEST_STATES } from '../../domain/lifecycle/mentoring-request';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { visibleRequest } from './visible-request';

/** A mentee says whom they would welcome again. */
@Injectable()
export class ChangeMentoringRequest {
  constructor(
    private readonly transaction: Transaction,
    private readonly requests: MentoringRequestRepository,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, StaleVersion, Conflict `mentoring-request.cannot-change` once it no longer waits for an answer
   */
  run(
    id: string,
    expectedVersion: number,
    { welcomedAgain }: { readonly welcomedAgain: readonly string[] },
    own?: string,
  ): Promise<MentoringRequest> {
    return this.transaction.run(async () => {
      const [held] = await this.requests.lock([id]);
      const request = visibleRequest(held, id, own);
      if (request.version !== expectedVersion) {
        throw new StaleVersion('mentoring request');
      }
      if (!OPEN_REQUEST_STATES.includes(request.state)) {
        throw new Conflict(
          'mentoring-request.cannot-change',
          `The request is ${request.state}: only one that waits for an answer can be changed.`,
        );
      }
      const [saved] = await this.requests.save([{ ...request, welcomedAgain: [...new Set(welcomedAgain)] }]);
      return saved!;
    });
  }
}
