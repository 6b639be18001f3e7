import type { Proposal } from '../../domain/lifecycle/proposal';

/** Where two people go on who both said yes, in the transaction in which the second did. The context of mentoring answers this. */
export abstract class ConfirmedPairs {
  /** @param proposal a confirmed one */
  abstract begin(proposal: Proposal, programmeId: string): Promise<void>;
}
