import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { PersonRepository, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import {
  decline,
  expire,
  type Proposal,
  remind,
  remindersDue,
  type Side,
} from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import { lockProgramme } from '../programme-lock';
import { takesPart } from '../proposals/may-be-paired';
import { proposalEvent } from '../proposals/proposal-event';
import { givenBack } from '../requests/given-back';
import { LeaveRefill } from './leave-refill';

/** As many as one sweep looks at; the next one goes on. */
const MOST_AT_ONCE = 500;

/** What a sweep did of each kind. */
export interface SweptProposals {
  /** Their time was up. */
  readonly expired: number;
  /** One of the two takes no part any more. */
  readonly ended: number;
  /** A reminder fell due; there is no mail yet that would send it. */
  readonly reminded: number;
  /** Those that could not be looked after; the next sweep tries them again. */
  readonly failures: readonly { readonly proposalId: string; readonly error: unknown }[];
}

/**
 * Ends proposals whose time is up, or of whose people one takes no part any more, and keeps when a reminder of whoever
 * has not answered fell due. Each in a transaction of its own: one that fails stops no other.
 */
@Injectable()
export class SweepProposals {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly persons: PersonRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly leaveRefill: LeaveRefill,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws what the database says where it cannot even name the proposals that are due */
  async run(authority: Authority): Promise<SweptProposals> {
    const failures: { proposalId: string; error: unknown }[] = [];
    const count = { expired: 0, ended: 0, reminded: 0 };
    const due = await this.proposals.due(this.clock.now(), MOST_AT_ONCE);
    for (const id of new Set([...due, ...(await this.proposals.ofWhoLeft(MOST_AT_ONCE))])) {
      try {
        const done = await this.transaction.run(() => this.#look(authority, id));
        if (done !== 'nothing') {
          count[done]++;
        }
      } catch (error) {
        failures.push({ proposalId: id, error });
      }
    }
    return { ...count, failures };
  }

  async #look(authority: Authority, id: string): Promise<'expired' | 'ended' | 'reminded' | 'nothing'> {
    const { roundId, requestId, menteeId, mentorId } = (await this.proposals.byId(id))!;
    const { programmeId } = (await this.rounds.byId(roundId))!;
    const programme = await lockProgramme(this.programmes, programmeId);
    await this.rounds.lock(roundId);
    const [request] = await this.requests.lock([requestId]);
    const left = (await this.persons.lock([menteeId, mentorId].sort())).filter(
      (person) => !takesPart(person),
    );
    const proposal = (await this.proposals.lock(id))!;
    const now = this.clock.now();
    const ended = endOf(
      proposal,
      left.map(({ id: personId }) => personId),
      now,
    );
    if (ended !== undefined) {
      await this.proposals.save(ended);
      await this.trail.record(
        proposalEvent(authority, { proposal: ended, programmeId }, 'decision', ended.state),
      );
      await this.requests.save([givenBack(request!, programme)]);
      await this.leaveRefill.of(roundId);
      return ended.state === 'expired' ? 'expired' : 'ended';
    }
    if (remindersDue(proposal, now) > 0) {
      await this.proposals.save(remind(proposal, now));
      return 'reminded';
    }
    return 'nothing';
  }
}

/** The proposal as it ends, if it is offered and has to. */
function endOf(proposal: Proposal, left: readonly string[], now: Date): Proposal | undefined {
  if (proposal.state !== 'offered') {
    return undefined;
  }
  if (now >= proposal.expiresAt) {
    return expire(proposal, now);
  }
  if (left.length === 0) {
    return undefined;
  }
  const by: Side = left.includes(proposal.menteeId) ? 'mentee' : 'mentor';
  return decline(proposal, { by, reason: 'no_longer_takes_part' }, now);
}
