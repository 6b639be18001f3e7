import { type Role, type RoleHeld, ROLES } from '@evenhand/identity';
import { ChoiceField, ListField, UuidField } from '../../http/fields/fields';
import { PersonAnswer } from './people.dto';

/** A role of the caller's. */
export class RoleHeldAnswer {
  @ChoiceField(ROLES, { description: 'The role.' })
  role!: Role;

  @UuidField({ description: 'The programme in which it holds; every one where absent.', optional: true })
  programmeId?: string;

  @UuidField({ description: 'The organisation whose own auditor it makes.', optional: true })
  organisationId?: string;
}

/** Who calls. */
export class MeAnswer {
  @UuidField({ description: 'Id of the account.' })
  accountId!: string;

  @ListField(() => RoleHeldAnswer, { description: 'Every role that the account has now.', max: 1000 })
  roles!: readonly RoleHeldAnswer[];

  @ListField(() => PersonAnswer, {
    description: 'Who the holder of the account is in the programmes.',
    max: 1000,
  })
  people!: readonly PersonAnswer[];
}

/** Shapes a role for its holder. */
export function roleHeldAnswer({ role, programmeId, organisationId }: RoleHeld): RoleHeldAnswer {
  return {
    role,
    ...(programmeId === undefined ? {} : { programmeId }),
    ...(organisationId === undefined ? {} : { organisationId }),
  };
}
