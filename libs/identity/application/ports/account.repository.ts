import type { Page, PageRequest } from '@evenhand/kernel';
import type { Account, SignInName } from '../../domain/account';

/** Keeps accounts. */
export abstract class AccountRepository {
  /** @throws Conflict `account.email-taken` where somebody was quicker */
  abstract add(account: Account): Promise<void>;
  /** @returns the account as it is now, one version higher @throws StaleVersion */
  abstract save(account: Account): Promise<Account>;
  abstract byId(id: string): Promise<Account | undefined>;
  abstract bySignIn(name: SignInName): Promise<Account | undefined>;
  /** Upper and lower case are the same. */
  abstract byEmail(email: string): Promise<Account | undefined>;
  /** By id. */
  abstract list(page: PageRequest): Promise<Page<Account>>;
}
