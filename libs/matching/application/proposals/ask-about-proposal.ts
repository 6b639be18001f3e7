import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ask } from '../../domain/lifecycle/proposal';
import { ProposalRepository } from '../ports/proposal.repository';
import type { ProposalAnswer } from './accept-proposal';
import { FindProposal, sideOf } from './find-proposal';
import { proposalEvent } from './proposal-event';
import { ShowPeople, type ShownProposal } from './show-people';

/** A question before the answer. */
export interface ProposalQuestion extends ProposalAnswer {
  /** 1 to 2,000 characters. */
  readonly text: string;
}

/** One side asks before they decide. The clock goes on. */
@Injectable()
export class AskAboutProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly proposals: ProposalRepository,
    private readonly find: FindProposal,
    private readonly showPeople: ShowPeople,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out` */
  run(authority: Authority, { id, by, text }: ProposalQuestion): Promise<ShownProposal> {
    return this.transaction.run(async () => {
      const found = await this.find.lock(authority, id);
      const side = sideOf(authority, found.proposal, by);
      const asked = ask(found.proposal, side, text, this.clock.now());
      await this.trail.record(proposalEvent(authority, found, 'change', 'asked-about', { by: side }));
      return this.showPeople.ofOne(await this.proposals.save(asked));
    });
  }
}
