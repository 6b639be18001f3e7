import { Conflict, Forbidden, InputRefused } from '@evenhand/kernel';
import type { Role } from './role';

/** Roles that somebody is given. The others follow from what a person is: in a programme, and a mentor there. */
export const GRANTED_ROLES = ['coordinator', 'hr_auditor', 'talent_board', 'platform_admin'] as const;
/** One of them. */
export type GrantedRole = (typeof GRANTED_ROLES)[number] & Role;

/** The states of a grant: asked for by one admin, held once another has confirmed it, ended by any. */
export const GRANT_STATES = ['asked', 'held', 'ended'] as const;
/** One of them. */
export type GrantState = (typeof GRANT_STATES)[number];

/** That an account has a role. */
export interface RoleGrant {
  /** UUID. */
  readonly id: string;
  readonly accountId: string;
  readonly role: GrantedRole;
  /** The programme in which it holds; every one where absent, as it always is of a platform admin. */
  readonly programmeId?: string;
  /** The organisation of that programme whose own auditor this makes; of an HR auditor alone. */
  readonly organisationId?: string;
  readonly state: GrantState;
  /** The admin who asked for it; absent where whoever operates the service gave it from the command line. */
  readonly askedBy?: string;
  readonly askedAt: Date;
  readonly confirmedBy?: string;
  readonly confirmedAt?: Date;
  readonly endedBy?: string;
  readonly endedAt?: Date;
  readonly version: number;
}

/** What one admin asks for. */
export type AskedGrant = Pick<RoleGrant, 'id' | 'accountId' | 'role' | 'programmeId' | 'organisationId'>;

/**
 * Asks for a role. It holds once another admin has confirmed it.
 *
 * @throws Forbidden where it is for oneself, InputRefused where a platform admin is to be one of a programme, or anybody
 * but an HR auditor of a programme one of an organisation
 */
export function askForRole(asked: AskedGrant, byAccountId: string, at: Date): RoleGrant {
  refuseOneself(asked, byAccountId);
  refuseWrongPlace(asked);
  return { ...asked, state: 'asked', askedBy: byAccountId, askedAt: at, version: 1 };
}

/** A role that whoever operates the service gives, so that there are admins to begin with. @throws InputRefused */
export function roleByOperator(asked: AskedGrant, at: Date): RoleGrant {
  refuseWrongPlace(asked);
  return { ...asked, state: 'held', askedAt: at, version: 1 };
}

/**
 * Confirms a role that somebody else asked for.
 *
 * @throws Forbidden where it is for oneself, Conflict `role-grant.same-admin`, `role-grant.not-asked`
 */
export function confirmRole(grant: RoleGrant, byAccountId: string, at: Date): RoleGrant {
  refuseOneself(grant, byAccountId);
  if (grant.state !== 'asked') {
    throw new Conflict('role-grant.not-asked', `The role is ${grant.state}: there is nothing to confirm.`);
  }
  if (grant.askedBy === byAccountId) {
    throw new Conflict('role-grant.same-admin', 'You asked for this role: another admin has to confirm it.');
  }
  return { ...grant, state: 'held', confirmedBy: byAccountId, confirmedAt: at };
}

/** Ends a role, or takes back the asking. @throws Conflict `role-grant.ended` */
export function endRole(grant: RoleGrant, byAccountId: string, at: Date): RoleGrant {
  if (grant.state === 'ended') {
    throw new Conflict('role-grant.ended', 'The role has ended already.');
  }
  return { ...grant, state: 'ended', endedBy: byAccountId, endedAt: at };
}

function refuseOneself({ accountId }: AskedGrant, byAccountId: string): void {
  if (accountId === byAccountId) {
    throw new Forbidden('Nobody gives themselves a role: ask two other admins.');
  }
}

function refuseWrongPlace({ role, programmeId, organisationId }: AskedGrant): void {
  const faults = [];
  if (role === 'platform_admin' && programmeId !== undefined) {
    faults.push('programmeId: a platform admin runs the service for every programme: leave it out');
  }
  if (organisationId !== undefined && role !== 'hr_auditor') {
    faults.push('organisationId: an HR auditor alone is one of an organisation: leave it out');
  }
  if (organisationId !== undefined && programmeId === undefined) {
    faults.push('programmeId: name the programme to which the organisation belongs');
  }
  InputRefused.ifAny(faults);
}
