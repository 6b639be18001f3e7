import { AuditTrail, Authority, Clock, Conflict, Random, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account';
import type { Claims } from '../../domain/claims';
import { AccountRepository } from '../ports/account.repository';
import { PeopleOfAccounts } from '../ports/people-of-accounts';

/** Why somebody who signed in at the provider is not let in. */
export type SignInRefusal = 'unknown' | 'disabled';

/** What came of it. */
export type SignedIn =
  | { readonly account: Account; readonly refused?: undefined }
  | { readonly account?: undefined; readonly refused: SignInRefusal };

/**
 * Finds whose the claims of a provider are. Somebody who is in no programme, and whom no admin gave a role, stays
 * unknown: signing in makes no account for them.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly people: PeopleOfAccounts,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * Lets in or refuses, and writes a refusal into the log.
   *
   * @param countRefusal is run before a refusal is written down; where it throws, nothing is
   */
  async run(claims: Claims, countRefusal: () => Promise<void>): Promise<SignedIn> {
    const account = await this.find(claims);
    if (account?.state === 'active') {
      return { account };
    }
    const refused = account === undefined ? 'unknown' : 'disabled';
    await countRefusal();
    await this.trail.record({
      kind: 'security',
      action: 'sign-in.refused',
      authority: Authority.ofProgram('sign-in'),
      ...(account === undefined ? {} : { thing: { kind: 'account', id: account.id } }),
      details: { why: refused },
    });
    return { refused };
  }

  /** Whose the claims are, with nothing said to the log; the account may be disabled. */
  async find(claims: Claims): Promise<Account | undefined> {
    const look = () => this.transaction.run(() => this.accountOf(claims));
    try {
      return await look();
    } catch (error) {
      // Whoever begins in two places at once was quicker in the other one: by now the account is theirs.
      if (error instanceof StaleVersion || error instanceof Conflict) return look();
      throw error;
    }
  }

  private async accountOf(claims: Claims): Promise<Account | undefined> {
    const { verifiedEmail: email, staffId } = claims;
    const known = await this.known(claims);
    if (known?.state === 'disabled' || claims.machine) {
      return known;
    }
    const people = await this.people.unclaimed({
      ...(email === undefined ? {} : { email }),
      ...(staffId === undefined ? {} : { staffId }),
    });
    const account = known ?? (people.length === 0 ? undefined : await this.made(claims));
    if (account !== undefined && people.length > 0) {
      await this.people.claim(
        account.id,
        people.map(({ personId }) => personId),
        this.clock.now(),
      );
    }
    return account;
  }

  /** An address finds an account that nobody has signed in with yet; from then on only the provider's own name does. */
  private async known({ issuer, subject, verifiedEmail, machine }: Claims): Promise<Account | undefined> {
    const found = await this.accounts.bySignIn({ issuer, subject });
    if (found !== undefined || verifiedEmail === undefined || machine) {
      return found;
    }
    const waiting = await this.accounts.byEmail(verifiedEmail);
    return waiting === undefined || waiting.signIn !== undefined
      ? undefined
      : this.accounts.save({ ...waiting, signIn: { issuer, subject } });
  }

  private async made({ issuer, subject, verifiedEmail }: Claims): Promise<Account | undefined> {
    // The address is another account's, with another name at the provider: whose it is must be settled by an admin.
    if (verifiedEmail !== undefined && (await this.accounts.byEmail(verifiedEmail)) !== undefined) {
      return undefined;
    }
    const account: Account = {
      id: this.random.uuid(),
      kind: 'person',
      ...(verifiedEmail === undefined ? {} : { email: verifiedEmail }),
      signIn: { issuer, subject },
      state: 'active',
      version: 1,
    };
    await this.accounts.add(account);
    return account;
  }
}
