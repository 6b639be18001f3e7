import {
  GRANT_STATES,
  GRANTED_ROLES,
  type GrantedRole,
  type GrantState,
  type RoleGrant,
} from '@evenhand/identity';
import { choice } from '../../http/fields/field-kind';
import {
  ChoiceField,
  ListField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';

const ROLE = { description: 'The role.' };

/** Which role somebody is to have. */
export class NewRoleGrant {
  @UuidField({ description: 'The account; or give the address.', optional: true })
  accountId?: string;

  @TextField({
    description: 'The address with which somebody signs in, or will.',
    min: 3,
    max: 320,
    pattern: /^[^\s@]+@[^\s@]+$/,
    looksLike: 'an e-mail address',
    optional: true,
  })
  email?: string;

  @ChoiceField(GRANTED_ROLES, ROLE)
  role!: GrantedRole;

  @UuidField({ description: 'The programme in which it is to hold; every one without.', optional: true })
  programmeId?: string;

  @UuidField({
    description: 'Of an HR auditor, the organisation of that programme whose own auditor this is to be.',
    optional: true,
  })
  organisationId?: string;
}

/** Which grants are listed. */
export class RoleGrantQuery extends PageQuery {
  @UuidField({ description: 'Those of one account.', optional: true })
  account?: string;

  @ListField(choice(GRANT_STATES), { description: 'Those in these states.', max: 3, optional: true })
  state?: GrantState[];
}

/** That somebody has a role, had it, or is to have it. */
export class RoleGrantAnswer {
  @UuidField({ description: 'Id of the grant.' })
  id!: string;

  @UuidField({ description: 'The account.' })
  accountId!: string;

  @ChoiceField(GRANTED_ROLES, ROLE)
  role!: GrantedRole;

  @UuidField({ description: 'The programme in which it holds; every one where absent.', optional: true })
  programmeId?: string;

  @UuidField({ description: 'The organisation whose own auditor it makes.', optional: true })
  organisationId?: string;

  @ChoiceField(GRANT_STATES, {
    description: 'Asked for by one admin, held once another has confirmed it, or ended.',
  })
  state!: GrantState;

  @UuidField({
    description: 'The admin who asked; absent where it was given by an operator.',
    optional: true,
  })
  askedBy?: string;

  @TimeField({ description: 'When it was asked for.' })
  askedAt!: string;

  @UuidField({ description: 'The admin who confirmed it.', optional: true })
  confirmedBy?: string;

  @TimeField({ description: 'Since when it holds.', optional: true })
  confirmedAt?: string;

  @UuidField({ description: 'The admin who ended it, or turned it down.', optional: true })
  endedBy?: string;

  @TimeField({ description: 'When it ended.', optional: true })
  endedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of grants. */
export class RoleGrantPage extends NextPage {
  @ListField(() => RoleGrantAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly RoleGrantAnswer[];
}

/** Shapes a grant for an admin. */
export function roleGrantAnswer({ askedAt, confirmedAt, endedAt, ...grant }: RoleGrant): RoleGrantAnswer {
  return {
    ...grant,
    askedAt: askedAt.toISOString(),
    ...(confirmedAt === undefined ? {} : { confirmedAt: confirmedAt.toISOString() }),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
  };
}
