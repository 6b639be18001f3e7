import { type Role, RoleHolders, type RoleHeld } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { whereSet } from '../where-set';

interface HeldRow {
  readonly role: Role | null;
  readonly programme_id: string | null;
  readonly person_id: string | null;
}

/** Reads roles where they are kept, in one statement: it is asked with every request. */
@Injectable()
export class TypeormRoleHolders extends RoleHolders {
  constructor(private readonly database: Database) {
    super();
  }

  override async rolesOf(accountId: string): Promise<readonly RoleHeld[] | undefined> {
    const rows = await this.database.query<HeldRow>(HELD, [accountId]);
    return rows.length === 0
      ? undefined
      : rows.flatMap(({ role, programme_id: programmeId, person_id: personId }) =>
          role === null ? [] : [{ role, ...whereSet({ programmeId, personId }) }],
        );
  }
}

/** A row without a role where an active account has none. */
const HELD = `
with held as (
  select role, programme_id, null::uuid as person_id, asked_at as since
  from role_grant where account_id = $1 and state = 'held'
  union all
  select role, person.programme_id, person.id, claimed_at
  from person_account
  join person on person.id = person_account.person_id
  left join mentor_profile on mentor_profile.person_id = person.id
  cross join lateral unnest(
    case when mentor_profile.person_id is null then array['aspiring_leader'] else array['aspiring_leader', 'mentor'] end
  ) role
  where account_id = $1
)
select held.role, held.programme_id, held.person_id
from account left join held on true
where account.id = $1 and account.state = 'active'
order by held.since, held.role`;
