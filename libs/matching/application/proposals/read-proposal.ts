import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { FindProposal } from './find-proposal';
import { proposalEvent } from './proposal-event';
import { ShowPeople, type ShownProposal } from './show-people';

/** Reads one proposal. */
@Injectable()
export class ReadProposal {
  constructor(
    private readonly find: FindProposal,
    private readonly showPeople: ShowPeople,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<ShownProposal> {
    const found = await this.find.run(authority, id);
    await this.trail.record(proposalEvent(authority, found, 'read', 'read'));
    return this.showPeople.ofOne(found.proposal);
  }
}
