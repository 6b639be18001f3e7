/** Knows who stands for whom in the log. */
export abstract class LogPseudonyms {
  /**
   * Forgets under which pseudonyms people and accounts stand in the log, as the last thing of the current transaction,
   * after whatever it records. The log stays as it is, and nobody can tell any more whom it means.
   */
  abstract forget(ids: readonly string[]): Promise<void>;
}
