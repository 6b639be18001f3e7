import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { CorrectionRequest } from '../../domain/correction-request';
import { type CorrectionFilter, CorrectionRequestRepository } from '../ports/correction-request.repository';

/** Lists what people asked to have corrected: to a coordinator those of the programme, to everybody their own. */
@Injectable()
export class ListCorrections {
  constructor(
    private readonly requests: CorrectionRequestRepository,
    private readonly trail: AuditTrail,
  ) {}

  async run(
    authority: Authority,
    filter: CorrectionFilter,
    page: PageRequest,
  ): Promise<Page<CorrectionRequest>> {
    const found = await this.requests.list(authority.limits(), filter, page);
    for (const programmeId of new Set(found.items.map((one) => one.programmeId))) {
      const read = found.items.filter((one) => one.programmeId === programmeId);
      const personIds = [...new Set(read.map(({ personId }) => personId))];
      await this.trail.record({
        ...{ kind: 'read', action: 'correction-requests.listed', authority, programmeId, personIds },
      });
    }
    return found;
  }
}
