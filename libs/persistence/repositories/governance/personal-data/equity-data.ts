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

  override held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = personIdsOf(subject);
    return RowReach.ofSelf(ids).run(async () => [
      ...(await rowsHeld(this.database, 'equality.standing', 'person_id = any($1)', [ids])),
      ...(await rowsHeld(this.database, 'equality.answer', 'person_id = any($1)', [ids])),
    ]);
  }

  override erase(): Promise<Erased> {
    return Promise.resolve({ gone: [], touched: [] });
  }
}
