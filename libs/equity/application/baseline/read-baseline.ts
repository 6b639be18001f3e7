import { AuditTrail, type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { KeptBaseline } from '../../domain/baseline/baseline';
import { refuseUnreached } from '../account-of';
import { tellOfEquity } from '../equity-events';
import { BaselineRepository } from '../ports/baseline.repository';
import { reachedOf } from './reached-baseline';

/**
 * Reads the baseline of a programme, as whoever imported it gave it; an organisation's own auditor theirs of it. By which
 * characteristics people were counted is for auditors of everybody: these are true counts, and every report withholds the
 * small ones from everybody else.
 */
@Injectable()
export class ReadBaseline {
  constructor(
    private readonly baselines: BaselineRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound where the programme is not reached, or has none */
  async run(authority: Authority, programmeId: string): Promise<KeptBaseline> {
    refuseUnreached(authority, programmeId);
    const baseline = await this.baselines.read(programmeId);
    if (baseline === undefined) {
      throw new NotFound('baseline of programme', programmeId);
    }
    await tellOfEquity(this.trail, 'equity-baseline.read', { authority, programmeId });
    return reachedOf(baseline, authority, programmeId);
  }
}
