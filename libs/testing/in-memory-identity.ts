import {
  type Account,
  AccountRepository,
  type KnownPerson,
  PeopleOfAccounts,
  type SignInName,
} from '@evenhand/identity';
import { type Page, StaleVersion } from '@evenhand/kernel';

/** Keeps accounts in memory. */
export class InMemoryAccounts extends AccountRepository {
  readonly kept = new Map<string, Account>();

  override add(account: Account): Promise<void> {
    this.kept.set(account.id, account);
    return Promise.resolve();
  }

  override save(account: Account): Promise<Account> {
    if (this.kept.get(account.id)?.version !== account.version) {
      return Promise.reject(new StaleVersion('account'));
    }
    const saved = { ...account, version: account.version + 1 };
    this.kept.set(account.id, saved);
    return Promise.resolve(saved);
  }

  override byId(id: string): Promise<Account | undefined> {
    return Promise.resolve(this.kept.get(id));
  }

  override bySignIn({ issuer, subject }: SignInName): Promise<Account | undefined> {
    return this.found(({ signIn }) => signIn?.issuer === issuer && signIn.subject === subject);
  }

  override byEmail(email: string): Promise<Account | undefined> {
    return this.found((account) => account.email?.toLowerCase() === email.toLowerCase());
  }

  override list(): Promise<Page<Account>> {
    return Promise.resolve({ items: [...this.kept.values()] });
  }

  private found(is: (account: Account) => boolean): Promise<Account | undefined> {
    return Promise.resolve([...this.kept.values()].find(is));
  }
}

/** Keeps whose account is whose in memory. */
export class InMemoryPeopleOfAccounts extends PeopleOfAccounts {
  /** People whom an address, or a staff id, finds. */
  readonly people: (KnownPerson & { readonly email?: string; readonly staffId?: string })[] = [];
  readonly claimed = new Map<string, string>();

  override unclaimed(by: {
    readonly email?: string;
    readonly staffId?: string;
  }): Promise<readonly KnownPerson[]> {
    return Promise.resolve(
      this.people.filter(
        ({ personId, email, staffId }) =>
          !this.claimed.has(personId) &&
          ((by.email !== undefined && email === by.email) ||
            (by.staffId !== undefined && staffId === by.staffId)),
      ),
    );
  }

  override claim(accountId: string, personIds: readonly string[]): Promise<void> {
    for (const personId of personIds) this.claimed.set(personId, accountId);
    return Promise.resolve();
  }
}
