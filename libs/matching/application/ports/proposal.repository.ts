import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { Proposal, ProposalState } from '../../domain/lifecycle/proposal';

/** Which proposals are listed: those that hold to all that is given. */
export interface ProposalFilter {
  readonly roundId?: string;
  /** Proposals in which the person is either side. */
  readonly personId?: string;
  readonly state?: ProposalState;
}

/** A pair of people. */
export interface PersonPair {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Keeps proposals. The database itself refuses more of them than a mentor has places. */
export abstract class ProposalRepository {
  /** @throws Conflict `proposal.no-place-left` naming the mentor, `proposal.request-has-one` naming the request */
  abstract add(proposals: readonly Proposal[]): Promise<void>;
  /** @throws StaleVersion when it has another version by now */
  abstract save(proposal: Proposal): Promise<Proposal>;
  abstract byId(id: string): Promise<Proposal | undefined>;
  /** Holds the proposal for this transaction. */
  abstract lock(id: string): Promise<Proposal | undefined>;
  /** The offered proposal of a request, held for this transaction. */
  abstract lockOpenOfRequest(requestId: string): Promise<Proposal | undefined>;
  /** Ids of at most `most` offered proposals that have run out, or are due a reminder, at a time; the longest due first. */
  abstract due(at: Date, most: number): Promise<readonly string[]>;
  /** Ids of at most `most` offered proposals of whose two people one does not consent, or is not active, by now. */
  abstract ofWhoLeft(most: number): Promise<readonly string[]>;
  /**
   * Places in use by mentor: offered proposals, and confirmed ones whose mentoring is not over. Mentors without any are
   * left out.
   */
  abstract placesInUse(programmeId: string): Promise<ReadonlyMap<string, number>>;
  /** Pairs of a programme that were proposed before and are closed, or confirmed. */
  abstract earlierPairs(programmeId: string): Promise<readonly PersonPair[]>;
  /** Ids of the rounds of a programme in which a proposal was declined, ran out or was superseded. */
  abstract roundsWithFreedPlaces(programmeId: string): Promise<readonly string[]>;
  /** All proposals that a request ever had. */
  abstract ofRequest(requestId: string): Promise<readonly Proposal[]>;
  /** All proposals of a round. */
  abstract ofRound(roundId: string): Promise<readonly Proposal[]>;
  /** The newest offer first. @param limits undefined for the proposals of every programme */
  abstract list(
    limits: Limits | undefined,
    filter: ProposalFilter,
    page: PageRequest,
  ): Promise<Page<Proposal>>;
}
