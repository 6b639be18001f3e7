import type { RoleHeld } from '../../domain/caller';

/** Tells what an account may do now. */
export abstract class RoleHolders {
  /**
   * Every role of an active account: those given to it, and those that follow from who its holder is in which
   * programme. Undefined where there is no such account, or it is disabled.
   */
  abstract rolesOf(accountId: string): Promise<readonly RoleHeld[] | undefined>;
}
