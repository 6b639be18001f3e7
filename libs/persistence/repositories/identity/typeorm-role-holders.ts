import { type Role, RoleHolders, type RoleHeld } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { whereSet } from '../where-set';

interface HeldRow {
  readonly role: Role | null;
  readonly programme_id: string | null;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
  readonly through: 'break_glass' | null;
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
      : rows.flatMap(({ role, through, ...ids }) => {
          const [programmeId, organisationId] = [ids.programme_id, ids.organisation_id];
          const personId = ids.person_id;
          return role === null
            ? []
            : [{ role, ...whereSet({ programmeId, organisationId, personId, through }) }];
        });
  }
}

/** A row without a role where an active account has none. */
const HELD = `
with held as (
  select role, programme_id, organisation_id, null::uuid as person_id, asked_at as since, null as through
  from role_grant where account_id = $1 and state = 'held'
  union all
  select role, person.programme_id, null, person.id, claimed_at, null
  from person_account
  join person on person.id = person_account.person_id
  left join mentor_profile on mentor_profile.person_id = person.id
  cross join lateral unnest(
    case when mentor_profile.person_id is null then array['aspiring_leader'] else array['aspiring_leader', 'mentor'] end
  ) role
  where account_id = $1
  union all
  select 'platform_admin', person.programme_id, null, person.id, approved_at, 'break_glass'
  from break_glass join person on person.id = person_id
  where asked_by = $1 and ends_at > clock_timestamp()
    -- Whoever is no admin any more sees nothing, whatever was agreed to while they were.
    and exists (select from role_grant where account_id = $1 and role = 'platform_admin' and state = 'held')
)
select held.role, held.programme_id, held.organisation_id, held.person_id, held.through
from account left join held on true
where account.id = $1 and account.state = 'active'
order by held.since, held.role`;
