import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import type { JsonValue } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf } from './held-rows';

/** Answers for who leads reviews of barriers. The review is the organisation's and stays, with nobody named. */
@Injectable()
export class BarrierData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  /** Of a review they are told that they lead it, not who else does. */
  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const rows = await this.database.query<{ row: Record<string, JsonValue> }>(
      `select jsonb_build_object('id', id,
          'executive_lead', case when executive_lead = any($1) then executive_lead end,
          'non_executive_lead', case when non_executive_lead = any($1) then non_executive_lead end) as row
        from barrier_review where executive_lead = any($1) or non_executive_lead = any($1) order by id`,
      [personIdsOf(subject)],
    );
    return rows.map(({ row }) => ({ table: 'barrier_review', values: row }));
  }

  override async erase(subject: DataSubject): Promise<Erased> {
    for (const column of ['executive_lead', 'non_executive_lead']) {
      await this.database.query(
        `update barrier_review set ${column} = null, version = version + 1 where ${column} = any($1)`,
        [personIdsOf(subject)],
      );
    }
    return { gone: [], touched: [] };
  }
}
