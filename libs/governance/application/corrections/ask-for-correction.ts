import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { CorrectableField, CorrectionRequest } from '../../domain/correction-request';
import { CorrectionRequestRepository } from '../ports/correction-request.repository';

/** What somebody wants corrected. */
export interface WantedCorrection {
  /** The programme in which it is wrong. */
  readonly programmeId: string;
  readonly field: CorrectableField;
  readonly wanted: string;
}

/** Somebody asks for what only a coordinator changes. */
@Injectable()
export class AskForCorrection {
  constructor(
    private readonly requests: CorrectionRequestRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where they are nobody in the programme, Conflict `correction-request.exists` */
  run(authority: Authority, { programmeId, field, wanted }: WantedCorrection): Promise<CorrectionRequest> {
    const personId = authority.personIn(programmeId);
    if (personId === undefined || authority.own({ personIds: [personId] }) === undefined) {
      throw new NotFound('programme', programmeId);
    }
    const request: CorrectionRequest = {
      ...{ id: this.random.uuid(), programmeId, personId, field, wanted, state: 'open' },
      ...{ askedAt: this.clock.now(), version: 1 },
    };
    return this.transaction.run(async () => {
      await this.requests.add(request);
      await this.trail.record({
        ...{
          kind: 'change',
          action: 'correction-request.made',
          authority,
          programmeId,
          personIds: [personId],
        },
        ...{ thing: { kind: 'correction-request', id: request.id }, details: { field } },
      });
      return request;
    });
  }
}
