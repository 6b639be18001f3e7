import { Forbidden } from '@evenhand/kernel';
import { may, type Permission } from './permission';
import type { Role } from './role';

/** Who makes a request. */
export interface Caller {
  readonly role: Role;
  /** The person whom the caller is, where the token was made for one. */
  readonly personId?: string;
}

/**
 * Whose things a caller may handle: everybody's (undefined) with the permission itself, only one's own with its `-own`
 * form, and then the answer is the id of the person.
 *
 * @throws Forbidden where neither is held, or the caller is nobody in particular
 */
export function limitedTo(caller: Caller, permission: Permission, own: Permission): string | undefined {
  if (may(caller.role, permission)) {
    return undefined;
  }
  if (!may(caller.role, own)) {
    throw new Forbidden(`The role ${caller.role} may not do this.`);
  }
  if (caller.personId === undefined) {
    throw new Forbidden(
      'This token was made for no person, so nothing is its own: ask for one made for a person.',
    );
  }
  return caller.personId;
}
