import { AuditTrail, type Authority, Clock, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  type CorrectionAnswer,
  type CorrectionRequest,
  settleCorrection,
} from '../../domain/correction-request';
import { CorrectionRequestRepository } from '../ports/correction-request.repository';

/** A coordinator says what came of it. */
@Injectable()
export class SettleCorrection {
  constructor(
    private readonly requests: CorrectionRequestRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, Conflict `correction-request.is-settled`, InputRefused */
  run(authority: Authority, id: string, answer: CorrectionAnswer): Promise<CorrectionRequest> {
    return this.transaction.run(async () => {
      const request = await this.requests.lock(id);
      if (request === undefined || !authority.reachesProgramme(request.programmeId)) {
        throw new NotFound('correction request', id);
      }
      const { programmeId, personId } = request;
      const settled = await this.requests.save(settleCorrection(request, answer, this.clock.now()));
      await this.trail.record({
        ...{ kind: 'decision', action: 'correction-request.settled', authority, programmeId },
        ...{ personIds: [personId], thing: { kind: 'correction-request', id } },
        details: { outcome: answer.outcome },
      });
      return settled;
    });
  }
}
