import { type PersonCard, ReadPersonCards } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { PLACE_USING_STATES, type Proposal } from '../../domain/lifecycle/proposal';

/** A proposal with its two people as they may see each other, as long as it is offered or confirmed. */
export interface ShownProposal extends Proposal {
  readonly mentee?: PersonCard;
  readonly mentor?: PersonCard;
}

/** Shows whoever reads a proposal whom it is about: nobody says yes to an id. */
@Injectable()
export class ShowPeople {
  constructor(private readonly readCards: ReadPersonCards) {}

  async of(proposals: readonly Proposal[]): Promise<readonly ShownProposal[]> {
    const standing = proposals.filter(stands);
    const cards = await this.readCards.run(
      standing.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
    );
    return proposals.map((proposal) => {
      const mentee = stands(proposal) ? cards.get(proposal.menteeId) : undefined;
      const mentor = stands(proposal) ? cards.get(proposal.mentorId) : undefined;
      return {
        ...proposal,
        ...(mentee === undefined ? {} : { mentee }),
        ...(mentor === undefined ? {} : { mentor }),
      };
    });
  }

  async ofOne(proposal: Proposal): Promise<ShownProposal> {
    return (await this.of([proposal]))[0]!;
  }
}

function stands({ state }: Proposal): boolean {
  return PLACE_USING_STATES.includes(state);
}
