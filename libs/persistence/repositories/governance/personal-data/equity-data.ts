import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { RowReach } from '../../../row-reach';
import { personIdsOf, rowsHeld } from './held-rows';

/**
 * Answers for equality answers, which the database shows to the person alone: that is whom it is told that it reads for.
 * They go with the person, without anybody's having looked at them.
 */
@Injectable()
export class EquityData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = personIdsOf(subject);
    const answers = await RowReach.ofSelf(ids).run(async () => [
      ...(await rowsHeld(this.database, 'equality.standing', 'person_id = any($1)', [ids])),
      ...(await rowsHeld(this.database, 'equality.answer', 'person_id = any($1)', [ids])),
    ]);
    return [...answers, ...(await this.audited(subject.accountId ?? null))];
  }

  /** What an account did as an auditor or on a board. It stays when the account goes, under an id that is nobody's then. */
  private async audited(account: string | null): Promise<readonly HeldRow[]> {
    const asked = await this.database.query<{ row: HeldRow['values'] }>(
      `select jsonb_build_object('asked_by', asked_by, 'asked_at', asked_at) as row from equity_report
      where asked_by = $1 order by asked_at, id`,
      [account],
    );
    return [
      ...asked.map(({ row }) => ({ table: 'equity_report', values: row })),
      ...(await rowsHeld(this.database, 'equity_snapshot', '$1 in (put_forward_by, decided_by)', [account])),
      ...(await rowsHeld(this.database, 'equity_look', 'looked_by = $1', [account])),
    ];
  }

  override erase(): Promise<Erased> {
    return Promise.resolve({ gone: [], touched: [] });
  }
}
