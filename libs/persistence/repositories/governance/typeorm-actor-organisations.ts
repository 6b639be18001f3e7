import { ActorOrganisations } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

/** Finds organisations by the main posts in `post`. */
@Injectable()
export class TypeormActorOrganisations extends ActorOrganisations {
  constructor(private readonly database: Database) {
    super();
  }

  override async ofAccounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    // Somebody who works in two programmes has two posts for it: the name that comes first stands for both.
    const rows = await this.database.query<{ id: string; name: string }>(
      `select account_id as id, min(organisation.name) as name
      from person_account join post using (person_id) join organisation on organisation.id = post.organisation_id
      where account_id = any($1::uuid[]) and post.position = 0
      group by account_id`,
      [accountIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
