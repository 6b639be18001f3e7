import { type Authority, Forbidden, InputRefused, NotFound } from '@evenhand/kernel';
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
 * For which side somebody answers: their own where they are one of the two, in whatever role they call; else the one that
 * they name.
 *
 * @throws Forbidden where somebody names the side of the other, InputRefused where nobody says which
 */
export function sideOf(authority: Authority, proposal: Proposal, by: Side | undefined): Side {
  const [isMentee, isMentor] = personsOf(proposal).map((id) => authority.is(id));
  if (isMentee || isMentor) {
    const side = isMentee ? 'mentee' : 'mentor';
    if (by !== undefined && by !== side) {
      throw new Forbidden(
        `You are the ${side} of this proposal: nobody answers for the ${by} but the ${by}.`,
      );
    }
    return side;
  }
  if (by === undefined) {
    throw new InputRefused(['by: it must say whether the mentee or the mentor answers']);
  }
  return by;
}

function personsOf({ menteeId, mentorId }: Proposal): readonly string[] {
  return [menteeId, mentorId];
}
