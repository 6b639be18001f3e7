import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  changeOpportunity,
  closeOpportunity,
  type Opportunity,
  type OpportunityDetails,
} from '../domain/opportunity';
import { OpportunityChecks } from './opportunity-checks';
import { OpportunityRepository } from './ports/opportunity.repository';
import { opportunityToChange } from './reached-opportunity';

/** Changes what is said of an opportunity, or closes it. */
@Injectable()
export class ChangeOpportunity {
  constructor(
    private readonly opportunities: OpportunityRepository,
    private readonly checks: OpportunityChecks,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** Says all of it anew. @throws NotFound, StaleVersion, InputRefused with every fault, Conflict `opportunity.closed` */
  async run(
    authority: Authority,
    id: string,
    version: number,
    details: OpportunityDetails,
  ): Promise<Opportunity> {
    return this.transaction.run(async () => {
      const opportunity = await opportunityToChange(this.opportunities, authority, id, version);
      const changed = changeOpportunity(opportunity, details, this.clock.today());
      await this.checks.check(opportunity.programmeId, details);
      return this.keep(authority, 'opportunity.changed', changed);
    });
  }

  /** @throws NotFound, StaleVersion, Conflict `opportunity.closed` */
  async close(authority: Authority, id: string, version: number): Promise<Opportunity> {
    return this.transaction.run(async () => {
      const opportunity = await opportunityToChange(this.opportunities, authority, id, version);
      return this.keep(authority, 'opportunity.closed', closeOpportunity(opportunity, this.clock.today()));
    });
  }

  private async keep(authority: Authority, action: string, changed: Opportunity): Promise<Opportunity> {
    const { id, programmeId } = changed;
    const kept = await this.opportunities.save(changed);
    const thing = { kind: 'opportunity', id };
    await this.trail.record({ kind: 'change', action, authority, programmeId, thing });
    return kept;
  }
}
