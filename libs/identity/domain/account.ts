import { Conflict } from '@evenhand/kernel';

/** Whether somebody or something signs in with it. */
export const ACCOUNT_KINDS = ['person', 'machine'] as const;
/** One of them. */
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** An account is `disabled` by an admin, and then opens nothing, at once. */
export type AccountState = 'active' | 'disabled';

/** How an OpenID provider names somebody, for good. */
export interface SignInName {
  /** The provider, by its URL. */
  readonly issuer: string;
  /** Its own name for them; a machine's client id. */
  readonly subject: string;
}

/** Somebody, or a machine, that can sign in. It holds no words on them: who they are is said by the provider. */
export interface Account {
  /** UUID. */
  readonly id: string;
  readonly kind: AccountKind;
  /** By which the account is found until its holder has signed in; of a person alone. */
  readonly email?: string;
  /** Absent until its holder has signed in once. */
  readonly signIn?: SignInName;
  readonly state: AccountState;
  readonly version: number;
}

/** Disables an account. @throws Conflict `account.is-disabled`, `account.is-own`: nobody locks themselves out */
export function disable(account: Account, byAccountId: string): Account {
  if (account.id === byAccountId) {
    throw new Conflict('account.is-own', 'This is your own account: another admin has to disable it.');
  }
  if (account.state === 'disabled') {
    throw new Conflict('account.is-disabled', 'The account is disabled already.');
  }
  return { ...account, state: 'disabled' };
}

/** Enables an account again. @throws Conflict `account.is-active`, `account.is-own` */
export function enable(account: Account, byAccountId: string): Account {
  if (account.id === byAccountId) {
    throw new Conflict('account.is-own', 'This is your own account: another admin has to enable it.');
  }
  if (account.state === 'active') {
    throw new Conflict('account.is-active', 'The account is active already.');
  }
  return { ...account, state: 'active' };
}
