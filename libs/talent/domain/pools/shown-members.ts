import type { PoolMember } from './pool-member';

/** Whose memberships somebody may see: these people's, and beside them whoever wants to be considered. */
export interface ShownMembers {
  readonly personIds: readonly string[];
  readonly consenting: boolean;
}

/** Whether a member has said that they want to be considered, and has not left since. */
export function isConsenting({ interestDeclaredAt, state }: PoolMember): boolean {
  return interestDeclaredAt !== undefined && state !== 'left';
}

/** Whether somebody may see a member. @param shown everybody where undefined */
export function isShown(member: PoolMember, shown: ShownMembers | undefined): boolean {
  return (
    shown === undefined ||
    shown.personIds.includes(member.personId) ||
    (shown.consenting && isConsenting(member))
  );
}
