/** Knows where those work who act. */
export abstract class ActorOrganisations {
  /** Names of organisations by account id: of the main post of the person who holds the account. None where that is nobody. */
  abstract ofAccounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
