import type { Role } from '../domain/role';

/** A token that was given out. Only its hash is kept: whoever reads the database cannot use it. */
export interface AccessToken {
  readonly id: string;
  readonly role: Role;
  readonly personId?: string;
  /** The programme of the person. Read and never written. */
  readonly programmeId?: string;
  /** SHA-256 of the token, hexadecimal. */
  readonly sha256: string;
  readonly issuedAt: Date;
}

/** Keeps the tokens that were given out. */
export abstract class AccessTokenRepository {
  abstract add(token: AccessToken): Promise<void>;
  abstract byHash(sha256: string): Promise<AccessToken | undefined>;
  /** Takes back every token of a role that was made for the person, or for no person when none is given. */
  abstract removeOf(role: Role, personId: string | undefined): Promise<void>;
}
