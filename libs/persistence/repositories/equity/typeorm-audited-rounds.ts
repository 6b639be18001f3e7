import { AuditedRounds } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { isOnDays } from '../day-of';

/**
 * Those published on these days, and those published before of which a match came on them. An offer that was declined, ran
 * out or made way for another on these days is no match.
 */
const AUDITED_IN = `
  select id from matching_round where programme_id = $1 and (
    (${isOnDays('published_at', '$2', '$3')})
    or exists (select from proposal where round_id = matching_round.id and state = 'confirmed'
      and ${isOnDays('closed_at', '$2', '$3')})
  )`;

/** Keeps who audits which rounds in `round_part`, where it also stands who ran them. */
@Injectable()
export class TypeormAuditedRounds extends AuditedRounds {
  constructor(private readonly database: Database) {
    super();
  }

  /** Rounds are held in the order of their ids before a part is taken, as whoever decides about one holds it. */
  override async take(
    programmeId: string,
    { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
    accountId: string,
  ): Promise<boolean> {
    const rounds = await this.database.query<{ id: string }>(`${AUDITED_IN} order by id for key share`, [
      ...[programmeId, firstDay, lastDay],
    ]);
    const ids = rounds.map(({ id }) => id);
    if (await this.#ranOneOf(ids, accountId)) return false;
    await this.database.query(
      `insert into round_part (round_id, account_id, part)
      select id, $2, 'audited' from unnest($1::uuid[]) id order by id on conflict do nothing`,
      [ids, accountId],
    );
    // Somebody may have been quicker, and is committed by now.
    return !(await this.#ranOneOf(ids, accountId));
  }

  override async mayTake(
    programmeId: string,
    { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
    accountId: string,
  ): Promise<boolean> {
    const rounds = await this.database.query<{ id: string }>(AUDITED_IN, [programmeId, firstDay, lastDay]);
    const ids = rounds.map(({ id }) => id);
    return !(await this.#ranOneOf(ids, accountId));
  }

  async #ranOneOf(ids: readonly string[], accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select round_id from round_part where round_id = any($1) and account_id = $2 and part = 'ran' limit 1`,
      [ids, accountId],
    );
    return rows.length > 0;
  }
}
