import { type PartInRound, PartInRoundRepository } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

/** Keeps parts in `round_part`. */
@Injectable()
export class TypeormPartInRoundRepository extends PartInRoundRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async take(roundId: string, accountId: string, part: PartInRound): Promise<PartInRound> {
    return (
      (await this.partOf(roundId, accountId)) ??
      (await this.taken(roundId, accountId, part)) ??
      // Somebody else was quicker, and is committed by now.
      (await this.partOf(roundId, accountId))!
    );
  }

  private async partOf(roundId: string, accountId: string): Promise<PartInRound | undefined> {
    const rows = await this.database.query<{ part: PartInRound }>(
      'select part from round_part where round_id = $1 and account_id = $2',
      [roundId, accountId],
    );
    return rows[0]?.part;
  }

  /**
   * The round is held before the part is taken, as whoever decides about a round does: in the other order the two could
   * wait for each other.
   */
  private async taken(
    roundId: string,
    accountId: string,
    part: PartInRound,
  ): Promise<PartInRound | undefined> {
    const rows = await this.database.query<{ part: PartInRound }>(
      `insert into round_part (round_id, account_id, part)
      select id, $2, $3 from matching_round where id = $1 for key share
      on conflict do nothing returning part`,
      [roundId, accountId, part],
    );
    return rows[0]?.part;
  }
}
