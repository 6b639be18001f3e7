import { type Account, AccountRepository, type SignInName } from '@evenhand/identity';
import { Conflict, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { AccountRow } from '../../rows/identity/account.row';
import { isUuid, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';

/** Keeps accounts in `account`. */
@Injectable()
export class TypeormAccountRepository extends AccountRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(account: Account): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(AccountRow, rowOf(account)));
  }

  override async save(account: Account): Promise<Account> {
    const { id, version } = account;
    const saved = { ...account, version: version + 1 };
    const { affected } = await refusing(
      REFUSALS,
      this.database.manager.update(AccountRow, { id, version }, rowOf(saved)),
    );
    if (affected !== 1) {
      throw new StaleVersion('account');
    }
    return saved;
  }

  override async byId(id: string): Promise<Account | undefined> {
    return accountOf(await this.database.manager.findOneBy(AccountRow, { id }));
  }

  override async bySignIn({ issuer, subject }: SignInName): Promise<Account | undefined> {
    return accountOf(await this.database.manager.findOneBy(AccountRow, { issuer, subject }));
  }

  override async byEmail(email: string): Promise<Account | undefined> {
    const query = this.database.manager.createQueryBuilder(AccountRow, 'account');
    return accountOf(await query.where('lower(account.email) = lower(:email)', { email }).getOne());
  }

  override list(page: PageRequest): Promise<Page<Account>> {
    const query = this.database.manager.createQueryBuilder(AccountRow, 'account');
    return pageOfQuery(query, page, BY_ID, toAccount);
  }
}

const BY_ID: QueryOrder<AccountRow> = {
  valuesOf: ({ id }) => [id],
  accepts: [isUuid],
  columns: ['account.id'],
  direction: 'ASC',
};

const taken = () =>
  new Conflict(
    'account.email-taken',
    'There is an account with this address or this name at the provider already.',
  );
const REFUSALS: Refusals = { account_email: taken, account_sign_in: taken };

function rowOf({ id, kind, email, signIn, state, version }: Account): AccountRow {
  return {
    id,
    kind,
    email: email ?? null,
    issuer: signIn?.issuer ?? null,
    subject: signIn?.subject ?? null,
    state,
    version,
  };
}

function accountOf(row: AccountRow | null): Account | undefined {
  return row === null ? undefined : toAccount(row);
}

function toAccount({ id, kind, email, issuer, subject, state, version }: AccountRow): Account {
  const signIn = issuer === null || subject === null ? {} : { signIn: { issuer, subject } };
  return { id, kind, ...whereSet({ email }), ...signIn, state, version };
}
