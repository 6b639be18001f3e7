import { sha256 } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../domain/caller';
import { AccessTokenRepository } from './access-token.repository';
import { Callers } from './callers';

/** Knows callers by the tokens that were given out. */
@Injectable()
export class TokenCallers extends Callers {
  constructor(private readonly tokens: AccessTokenRepository) {
    super();
  }

  override async byToken(token: string): Promise<Caller | undefined> {
    const found = await this.tokens.byHash(sha256(token));
    if (found === undefined) {
      return undefined;
    }
    const { id, role, personId, programmeId } = found;
    const own = {
      ...(programmeId === undefined ? {} : { programmeId }),
      ...(personId === undefined ? {} : { personId }),
    };
    // A token of somebody who works for a programme was good for every programme.
    const held = personId === undefined ? [{ role }] : [{ role }, { role, ...own }];
    return { id, roles: held, role, ...(personId === undefined ? {} : { personId }) };
  }
}
