import { type KnownPerson, PeopleOfAccounts } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

/** Keeps who belongs to which account in `person_account`. */
@Injectable()
export class TypeormPeopleOfAccounts extends PeopleOfAccounts {
  constructor(private readonly database: Database) {
    super();
  }

  override unclaimed({
    email,
    staffId,
  }: {
    readonly email?: string;
    readonly staffId?: string;
  }): Promise<readonly KnownPerson[]> {
    return this.database.query<KnownPerson>(
      `select person.id as "personId", person.programme_id as "programmeId" from person
      where (lower(person.email) = lower($1)
          or lower(person.reference) = lower($2)
            -- Whoever has another address is somebody else, and a number that two have is nobody's.
            and coalesce(lower(person.email) = lower($1), true)
            and (select count(*) from person other where lower(other.reference) = lower($2)) = 1)
        and not exists (select from person_account where person_id = person.id)
      order by person.id`,
      [email ?? null, staffId ?? null],
    );
  }

  override async claim(accountId: string, personIds: readonly string[], at: Date): Promise<void> {
    await this.database.query(
      `insert into person_account (person_id, account_id, claimed_at)
      select person_id, $1, $3 from unnest($2::uuid[]) person_id
      on conflict (person_id) do nothing`,
      [accountId, personIds, at],
    );
  }
}
