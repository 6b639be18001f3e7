import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { MentoringRequest, RequestState } from '../../domain/lifecycle/mentoring-request';

/** Which requests of a programme are listed. */
export interface RequestFilter {
  readonly programmeId: string;
  readonly state?: RequestState;
  readonly personId?: string;
}

/** Keeps requests for mentors. */
export abstract class MentoringRequestRepository {
  /** @throws Conflict `mentoring-request.already-open` where a person has an open one */
  abstract add(requests: readonly MentoringRequest[]): Promise<void>;
  /** @throws StaleVersion for the first that changed since */
  abstract save(requests: readonly MentoringRequest[]): Promise<readonly MentoringRequest[]>;
  abstract byId(id: string): Promise<MentoringRequest | undefined>;
  /** Holds these requests for this transaction, in the order of their ids. */
  abstract lock(ids: readonly string[]): Promise<readonly MentoringRequest[]>;
  /** Holds the submitted requests of a programme for this transaction, in the order of their ids. */
  abstract lockSubmitted(programmeId: string): Promise<readonly MentoringRequest[]>;
  /** Holds the requests that a round has taken up, whatever their state, in the order of their ids. */
  abstract lockOfRound(roundId: string): Promise<readonly MentoringRequest[]>;
  /** Draft and submitted requests of a programme, held for this transaction. */
  abstract lockUnanswered(programmeId: string): Promise<readonly MentoringRequest[]>;
  /** Everybody of a programme who has a request, whatever became of it. */
  abstract personsWhoAsked(programmeId: string): Promise<ReadonlySet<string>>;
  /** The oldest submission first. @param limits undefined for everybody's requests */
  abstract list(
    limits: Limits | undefined,
    filter: RequestFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRequest>>;
}
