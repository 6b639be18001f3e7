import { Injectable } from '@nestjs/common';
import type { Caller } from '../../domain/caller';
import { RoleHolders } from '../ports/role-holders';

/** Tells what the holder of an account may do, read anew each time: what was taken away is gone with the next request. */
@Injectable()
export class CallerOfAccount {
  constructor(private readonly holders: RoleHolders) {}

  /** Undefined where the account is gone or disabled. */
  async run(accountId: string): Promise<Caller | undefined> {
    const roles = await this.holders.rolesOf(accountId);
    return roles === undefined ? undefined : { id: accountId, roles };
  }
}
