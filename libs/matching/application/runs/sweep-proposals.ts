import { Clock, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { expire, remind, remindersDue } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { lockProgramme } from '../programme-lock';
import { givenBack } from '../requests/given-back';
import { LeaveRefill } from './leave-refill';

/** As many as one sweep looks at; the next one goes on. */
const MOST_AT_ONCE = 500;

/** Ends proposals whose time is up and reminds whoever has not answered, each in a transaction of its own. */
@Injectable()
export class SweepProposals {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly leaveRefill: LeaveRefill,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ readonly expired: number; readonly reminded: number }> {
    const count = { expired: 0, reminded: 0 };
    for (const id of await this.proposals.due(this.clock.now(), MOST_AT_ONCE)) {
      const done = await this.transaction.run(() => this.#look(id));
      if (done !== 'nothing') {
        count[done]++;
      }
    }
    return count;
  }

  async #look(id: string): Promise<'expired' | 'reminded' | 'nothing'> {
    const { roundId, requestId } = (await this.proposals.byId(id))!;
    const { programmeId } = (await this.rounds.byId(roundId))!;
    const programme = await lockProgramme(this.programmes, programmeId);
    await this.rounds.lock(roundId);
    const [request] = await this.requests.lock([requestId]);
    const proposal = (await this.proposals.lock(id))!;
    const now = this.clock.now();
    if (proposal.state === 'offered' && now >= proposal.expiresAt) {
      await this.proposals.save(expire(proposal, now));
      await this.requests.save([givenBack(request!, programme)]);
      await this.leaveRefill.of(roundId);
      return 'expired';
    }
    if (remindersDue(proposal, now) > 0) {
      await this.proposals.save(remind(proposal, now));
      return 'reminded';
    }
    return 'nothing';
  }
}
