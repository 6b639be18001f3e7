import { OverdueData, type OverdueTable } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { ERASED_WORDS } from './erased-words';

/** As many as one statement removes in well under its time. */
const AT_ONCE = 1_000;

/** Removes rows that were over long enough. */
@Injectable()
export class OverdueRows extends OverdueData {
  constructor(private readonly database: Database) {
    super();
  }

  override remove(table: OverdueTable, since: Date): Promise<number> {
    return this.database.run(async () => {
      const due = await this.database.query<{ id: string }>(
        `select id from ${table} held where ${DUE[table]} order by id limit ${AT_ONCE} for update skip locked`,
        [since],
      );
      const ids = due.map(({ id }) => id);
      for (const statement of REMOVAL[table] ?? [`delete from ${table} where id = any($1)`]) {
        await this.database.query(statement, [ids]);
      }
      return ids.length;
    });
  }
}

/** When something is due, by what its table says; `$1` is the moment at which it was over. */
const DUE: Readonly<Record<OverdueTable, string>> = {
  // What a pair rests on stays with it.
  mentoring_request: `over_since <= $1 and not exists (select from proposal where request_id = held.id)`,
  proposal: `state in ('declined', 'expired', 'superseded') and closed_at <= $1
    and (score > 0 or mentor_rank is not null or points <> '[]' or gaps <> '[]' or gaps_not_covered <> '[]'
      or questions <> '[]' or declined ? 'note' or cardinality(notes) > 0 or cardinality(reminded_at) > 0)`,
  talent_pool_member: `(state in ('declined', 'appointed', 'left') and ended_at <= $1
    or state = 'not_in_pool' and exists (
      select from talent_pool_decision where member_id = held.id and decided_at <= $1))`,
  // What was done with a name stays: only one that was taken back is over.
  championing: `state = 'taken_back' and taken_back_at <= $1`,
  role_grant: `state = 'ended' and ended_at <= $1`,
  break_glass: 'coalesce(ends_at, asked_at) <= $1',
  correction_request: 'settled_at <= $1',
  explanation_review: 'settled_at <= $1',
  pool_decision_review: 'settled_at <= $1',
  people_import: 'imported_at <= $1 and cardinality(notices) > 0',
};

/** How something is removed where that is more, or less, than its row. */
const REMOVAL: Readonly<Partial<Record<OverdueTable, readonly string[]>>> = {
  // That the two were paired stays: the same pair is not made again.
  proposal: [
    `update proposal set score = 0, mentor_rank = null, eligible_mentors = null, points = '[]', gaps = '[]',
      gaps_not_covered = '[]', questions = '[]', notes = '{}', reminded_at = '{}', declined = declined - 'note',
      version = version + 1
    where id = any($1)`,
  ],
  talent_pool_member: [
    `update talent_pool_decision set reason = '${ERASED_WORDS}' where member_id = any($1)`,
    'delete from talent_pool_member where id = any($1)',
  ],
  people_import: [`update people_import set notices = '{}' where id = any($1)`],
};
