import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { MatchingRound, RoundState } from '../../domain/lifecycle/matching-round';

/** Keeps matching rounds. */
export abstract class MatchingRoundRepository {
  abstract add(round: MatchingRound): Promise<void>;
  /** @throws StaleVersion when it has another version by now */
  abstract save(round: MatchingRound): Promise<MatchingRound>;
  abstract byId(id: string): Promise<MatchingRound | undefined>;
  /** Holds the round for this transaction: whoever else wants to move it waits. */
  abstract lock(id: string): Promise<MatchingRound | undefined>;
  /** The newest first. @param limits undefined for rounds of every programme */
  abstract list(
    limits: Limits | undefined,
    filter: { readonly programmeId?: string; readonly states?: readonly RoundState[] },
    page: PageRequest,
  ): Promise<Page<MatchingRound>>;
  /** The round that was published last, of all programmes. */
  abstract latestPublished(): Promise<MatchingRound | undefined>;
}
