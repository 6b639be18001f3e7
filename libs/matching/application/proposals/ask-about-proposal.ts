import { Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ask } from '../../domain/lifecycle/proposal';
import { ProposalRepository } from '../ports/proposal.repository';
import type { ProposalAnswer } from './accept-proposal';
import { ShowPeople, type ShownProposal } from './show-people';
import { sideOf, visibleProposal } from './visible-proposal';

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
    private readonly showPeople: ShowPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * @param own id of the person to whom the caller is limited
   * @throws NotFound, Forbidden, Conflict `proposal.not-open`, `proposal.run-out`
   */
  run({ id, by, text }: ProposalQuestion, own?: string): Promise<ShownProposal> {
    return this.transaction.run(async () => {
      const open = visibleProposal(await this.proposals.lock(id), id, own);
      const asked = ask(open, sideOf(open, by, own), text, this.clock.now());
      return this.showPeople.ofOne(await this.proposals.save(asked));
    });
  }
}
