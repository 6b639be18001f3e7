import { Forbidden, InputRefused, NotFound } from '@evenhand/kernel';
import type { Proposal, Side } from '../../domain/lifecycle/proposal';

/**
 * The proposal, where there is one and the caller is one of its two people.
 *
 * @param own id of the person to whom the caller is limited
 * @throws NotFound in the same words for what is missing and what is somebody else's
 */
export function visibleProposal(
  proposal: Proposal | undefined,
  id: string,
  own: string | undefined,
): Proposal {
  if (proposal === undefined || (own !== undefined && !personsOf(proposal).includes(own))) {
    throw new NotFound('proposal', id);
  }
  return proposal;
}

/**
 * For which side somebody answers: their own, or the one that they name where they answer for others.
 *
 * @throws Forbidden where somebody names the side of the other, InputRefused where nobody says which
 */
export function sideOf(proposal: Proposal, by: Side | undefined, own: string | undefined): Side {
  if (own !== undefined) {
    const side = proposal.menteeId === own ? 'mentee' : 'mentor';
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
