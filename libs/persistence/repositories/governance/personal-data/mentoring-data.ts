import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import type { JsonValue } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf, rowsHeld } from './held-rows';

/** Answers for mentoring and for champions. */
@Injectable()
export class MentoringData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = personIdsOf(subject);
    return [
      ...(await this.relationships(ids)),
      ...(await rowsHeld(
        this.database,
        'championing',
        'person_id = any($1) or champion_person_id = any($1)',
        [ids],
      )),
    ];
  }

  /**
   * Mentoring goes with either of its people, as the match does that it came of. What somebody was put forward for stays
   * theirs when the champion goes; a champion who had done nothing yet is only a name.
   */
  override async erase(subject: DataSubject): Promise<Erased> {
    const ids = [personIdsOf(subject)];
    for (const statement of ERASURE) await this.database.query(statement, ids);
    return { gone: [], touched: [] };
  }

  /** What the other one said of it is theirs, and not told. */
  private async relationships(ids: readonly string[]): Promise<readonly HeldRow[]> {
    const rows = await this.database.query<{ row: Record<string, JsonValue> }>(
      `select to_jsonb(held)
        || case when mentee_id = any($1) then '{}'::jsonb
          else '{"mentee_says": null, "mentee_said_at": null, "helped": null}' end
        || case when mentor_id = any($1) then '{}'::jsonb
          else '{"mentor_says": null, "mentor_said_at": null}' end as row
      from mentoring_relationship held
      where mentee_id = any($1) or mentor_id = any($1)
      order by held::text`,
      [ids],
    );
    return rows.map(({ row }) => ({ table: 'mentoring_relationship', values: row }));
  }
}

const ERASURE = [
  'delete from mentoring_relationship where mentee_id = any($1) or mentor_id = any($1)',
  `delete from championing
    where person_id = any($1) or champion_person_id = any($1) and state in ('named', 'taken_back')`,
  'update championing set champion_person_id = null, version = version + 1 where champion_person_id = any($1)',
] as const;
