import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Opportunity, OpportunityDetails } from '../domain/opportunity';
import { OpportunityChecks } from './opportunity-checks';
import { OpportunityRepository } from './ports/opportunity.repository';

/** Offers a chance to learn to lead. */
@Injectable()
export class OfferOpportunity {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly opportunities: OpportunityRepository,
    private readonly checks: OpportunityChecks,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound where there is no such programme, Conflict `programme.closed`, InputRefused with every fault */
  async run(authority: Authority, programmeId: string, details: OpportunityDetails): Promise<Opportunity> {
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      await this.checks.check(programmeId, details);
      const id = this.random.uuid();
      const createdAt = this.clock.now();
      const opportunity: Opportunity = {
        ...{ ...details, id, programmeId, state: 'open', createdAt, version: 1 },
      };
      await this.opportunities.add(opportunity);
      await this.trail.record({
        ...{ kind: 'change', action: 'opportunity.offered', authority, programmeId },
        thing: { kind: 'opportunity', id },
      });
      return opportunity;
    });
  }
}
