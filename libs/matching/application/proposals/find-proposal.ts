import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Proposal, Side } from '../../domain/lifecycle/proposal';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { ProposalRepository } from '../ports/proposal.repository';

/** A proposal, and the programme that it is of. */
export interface FoundProposal {
  readonly proposal: Proposal;
  readonly programmeId: string;
}

/** Finds a proposal where the word of whoever asks reaches it: as one of its two people, or over its programme. */
@Injectable()
export class FindProposal {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  /** @throws NotFound in the same words for what is missing and what is somebody else's */
  async run(authority: Authority, id: string): Promise<FoundProposal> {
    return this.#reached(authority, await this.proposals.byId(id), id);
  }

  /** Holds it for this transaction. @throws NotFound as {@link run} */
  async lock(authority: Authority, id: string): Promise<FoundProposal> {
    return this.#reached(authority, await this.proposals.lock(id), id);
  }

  async #reached(authority: Authority, proposal: Proposal | undefined, id: string): Promise<FoundProposal> {
    if (proposal !== undefined) {
      const { programmeId } = (await this.rounds.byId(proposal.roundId))!;
      if (authority.over({ programmeId, personIds: personsOf(proposal) }) !== undefined) {
        return { proposal, programmeId };
      }
    }
    throw new NotFound('proposal', id);
  }
}

/**
 * For which side somebody answers: their own. Nobody answers for somebody else, whatever else they look after.
 *
 * @param by the side that they say they are, where they say so
 * @throws Forbidden for who is neither of the two, or says that they are the other
 */
export function sideOf(authority: Authority, proposal: Proposal, by: Side | undefined): Side {
  const { menteeId, mentorId } = proposal;
  const isOwn = (personId: string) => authority.own({ personIds: [personId] }) !== undefined;
  const own = isOwn(menteeId) ? 'mentee' : isOwn(mentorId) ? 'mentor' : undefined;
  if (own === undefined) {
    throw new Forbidden('Nobody answers a proposal but the two people whom it is for.');
  }
  if (by !== undefined && by !== own) {
    throw new Forbidden(`You are the ${own} of this proposal: nobody answers for the ${by} but the ${by}.`);
  }
  return own;
}

function personsOf({ menteeId, mentorId }: Proposal): readonly string[] {
  return [menteeId, mentorId];
}
