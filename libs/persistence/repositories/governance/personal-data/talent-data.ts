import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf, rowsHeld } from './held-rows';
import { ERASED_WORDS } from './erased-words';

/** Answers for memberships of talent pools and the decisions on them. */
@Injectable()
export class TalentData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = [personIdsOf(subject)];
    const ofMember = 'member_id in (select id from talent_pool_member where person_id = any($1))';
    return [
      ...(await rowsHeld(this.database, 'talent_pool_member', 'person_id = any($1)', ids)),
      ...(await rowsHeld(this.database, 'talent_pool_decision', ofMember, ids)),
      ...(await rowsHeld(this.database, 'pool_decision_review', 'person_id = any($1)', ids)),
      ...(await this.published(subject.accountId ?? null)),
    ];
  }

  /** What an account had published of plans. It stays when the account goes, under an id that is nobody's then. */
  private async published(account: string | null): Promise<readonly HeldRow[]> {
    const rows = await this.database.query<{ row: HeldRow['values'] }>(
      `select jsonb_build_object('put_forward_by', put_forward_by, 'decided_by', decided_by, 'decided_at', decided_at) as row
      from leadership_plan_snapshot where $1 in (put_forward_by, decided_by) order by counted_at, id`,
      [account],
    );
    return rows.map(({ row }) => ({ table: 'leadership_plan_snapshot', values: row }));
  }

  /** A decision stays, with date, outcome and criteria; whom it was about, and in which words, goes. */
  override async erase(subject: DataSubject): Promise<Erased> {
    const ids = [personIdsOf(subject)];
    await this.database.query(
      `update talent_pool_decision set reason = '${ERASED_WORDS}'
      where member_id in (select id from talent_pool_member where person_id = any($1))`,
      ids,
    );
    await this.database.query(
      'update talent_pool_decision set decider_account_id = null where decider_account_id = $1',
      [subject.accountId ?? null],
    );
    for (const [table, column] of ACTED) {
      await this.database.query(`update ${table} set ${column} = null where ${column} = any($1)`, ids);
    }
    await this.database.query('delete from talent_pool_member where person_id = any($1)', ids);
    return { gone: [], touched: [] };
  }
}

/** Where somebody stands who did something about somebody else: their role stays there. */
const ACTED = [
  ['talent_pool_decision', 'decider_person_id'],
  ['talent_pool_member', 'nominator_person_id'],
  ['talent_pool_member', 'assessor_person_id'],
  ['pool_decision_review', 'reviewer_person_id'],
] as const;
