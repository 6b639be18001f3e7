import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { TalentPool } from '../../domain/pools/talent-pool';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { tellOfPool } from '../talent-events';

/** Drafts a talent pool, which nobody outside the board sees before it is opened. */
@Injectable()
export class CreateTalentPool {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly pools: TalentPoolRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no such programme, Conflict `programme.closed` */
  async run(
    authority: Authority,
    wanted: Pick<TalentPool, 'programmeId' | 'title' | 'purpose' | 'waysIn'>,
  ): Promise<TalentPool> {
    const { programmeId, title, purpose, waysIn } = wanted;
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      const pool: TalentPool = {
        id: this.random.uuid(),
        programmeId,
        title,
        purpose,
        waysIn,
        state: 'draft',
        criteriaVersion: 0,
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.pools.add(pool);
      await tellOfPool(this.trail, 'talent-pool.created', authority, pool);
      return pool;
    });
  }
}
