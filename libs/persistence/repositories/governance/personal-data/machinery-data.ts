import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf } from './held-rows';

/** Answers for copies of answers, which are kept for a day. */
@Injectable()
export class MachineryData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  /** Nothing that is not told elsewhere. */
  override held(): Promise<readonly HeldRow[]> {
    return Promise.resolve([]);
  }

  /**
   * Answers that name somebody by id, were given to them, or tell of an import into their programme, which may name them
   * in other ways. A request that has no answer yet may be the very one that asks for this.
   */
  override async erase(subject: DataSubject): Promise<Erased> {
    const named = [...personIdsOf(subject), ...(subject.accountId === undefined ? [] : [subject.accountId])];
    await this.database.query(
      `delete from idempotency_key where answer is not null and (
        exists (select from unnest($1::text[]) id where strpos(scope, id) > 0 or strpos(answer::text, id) > 0)
        or scope like '%/imports' and exists (
          select from unnest($2::text[]) id where strpos(answer::text, id) > 0))`,
      [named, subject.persons.map(({ programmeId }) => programmeId)],
    );
    return { gone: [], touched: [] };
  }
}
