/** A person in a programme. */
export interface KnownPerson {
  readonly personId: string;
  readonly programmeId: string;
}

/** Who the holder of an account is in the programmes. Once said of a person it stays, whatever becomes of their address. */
export abstract class PeopleOfAccounts {
  /** People with this address, or under this staff id, who belong to no account. */
  abstract unclaimed(by: {
    readonly email?: string;
    readonly staffId?: string;
  }): Promise<readonly KnownPerson[]>;
  /** Says that the holder of the account is these people. Those that were claimed meanwhile stay as they are. */
  abstract claim(accountId: string, personIds: readonly string[], at: Date): Promise<void>;
}
