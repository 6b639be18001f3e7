import type { Enquiry, EnquiryAnswer, EnquiryKind } from '../../domain/lifecycle/enquiry';
import type { RoundFailure } from '../../domain/lifecycle/matching-round';
import type { RunProgress } from '../../domain/lifecycle/matching-run';

/** Keeps enquiries. Writes of a worker hold only while the enquiry is still its to answer. */
export abstract class EnquiryRepository {
  abstract add(enquiry: Enquiry): Promise<void>;
  abstract byId(id: string): Promise<Enquiry | undefined>;
  /** How many enquiries into a round are queued or running. */
  abstract underWay(roundId: string): Promise<number>;
  /** The latest answer to a question of that kind about a run. */
  abstract latestAnswer<Kind extends EnquiryKind>(
    runId: string,
    kind: Kind,
  ): Promise<Extract<EnquiryAnswer, { kind: Kind }> | undefined>;
  /** A worker begins: running, one delivery more. Undefined when it is neither queued nor running any more. */
  abstract begin(id: string): Promise<Enquiry | undefined>;
  /** A worker that lives lets it go before it is done: one delivery less. Nothing where it is no longer running. */
  abstract giveBack(id: string): Promise<void>;
  /** False when it is no longer running: whoever works on it should stop. */
  abstract reportProgress(id: string, progress: RunProgress): Promise<boolean>;
  /** False when it was no longer running: then nothing was written. */
  abstract finish(id: string, answer: EnquiryAnswer, at: Date): Promise<boolean>;
  /** False when it was neither queued nor running. */
  abstract fail(id: string, failure: RoundFailure): Promise<boolean>;
  /** Removes those that are answered, or failed, and were asked before that moment. Returns how many. */
  abstract forgetOver(askedBefore: Date): Promise<number>;
}
