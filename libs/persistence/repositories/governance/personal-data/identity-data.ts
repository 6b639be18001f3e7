import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf, rowsHeld } from './held-rows';

/** Answers for the account, its roles, who its holder is, and the looks that admins had at them. */
@Injectable()
export class IdentityData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const { accountId } = subject;
    const tables = [
      ['account', 'id = $1'],
      ['person_account', 'account_id = $1'],
      ['role_grant', 'account_id = $1'],
      ['session', 'account_id = $1'],
    ] as const;
    const ofAccount = await Promise.all(
      tables.map(([table, condition]) => rowsHeld(this.database, table, condition, [accountId ?? null])),
    );
    const looks = await rowsHeld(this.database, 'break_glass', 'person_id = any($1)', [personIdsOf(subject)]);
    return [...ofAccount.flat(), ...looks];
  }

  /** An account that holds somebody still, or a role, stays: a role is taken away by admins, and not by this. */
  override async erase(subject: DataSubject): Promise<Erased> {
    for (const table of ['person_account', 'break_glass']) {
      await this.database.query(`delete from ${table} where person_id = any($1)`, [personIdsOf(subject)]);
    }
    const gone = await this.database.query<{ id: string }>(
      `delete from account where id = $1
        and not exists (select from person_account where account_id = account.id)
        and not exists (select from role_grant where account_id = account.id and state in ('asked', 'held'))
      returning id`,
      [subject.accountId ?? null],
    );
    return { gone: gone.map(({ id }) => id), touched: [] };
  }
}
