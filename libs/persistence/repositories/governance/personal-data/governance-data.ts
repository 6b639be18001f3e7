import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf, rowsHeld } from './held-rows';

/** Answers for what people asked to have corrected. What the log holds on them it tells itself, and forgets by itself. */
@Injectable()
export class GovernanceData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override held(subject: DataSubject): Promise<readonly HeldRow[]> {
    return rowsHeld(this.database, 'correction_request', 'person_id = any($1)', [personIdsOf(subject)]);
  }

  override async erase(subject: DataSubject): Promise<Erased> {
    await this.database.query('delete from correction_request where person_id = any($1)', [
      personIdsOf(subject),
    ]);
    return { gone: [], touched: [] };
  }
}
