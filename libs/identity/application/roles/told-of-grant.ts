import type { AskedGrant } from '../../domain/role-grant';

/** What the audit log is told of a grant, beside whose it is. */
export function toldOf({
  id,
  role,
  programmeId,
  organisationId,
}: AskedGrant): Readonly<Record<string, string>> {
  return {
    role,
    grant: id,
    ...(programmeId === undefined ? {} : { programme: programmeId }),
    ...(organisationId === undefined ? {} : { organisation: organisationId }),
  };
}
