import type { PartInRound } from '../../domain/lifecycle/part-in-round';

/** Keeps who has which part in a round. The database itself refuses an account a second one. */
export abstract class PartInRoundRepository {
  /**
   * Gives an account a part in a round for good, unless it has one: whoever takes the other one for it at the same time
   * waits until this transaction is over.
   *
   * @returns the part that the account has now
   */
  abstract take(roundId: string, accountId: string, part: PartInRound): Promise<PartInRound>;
}
