import { type AccessToken, AccessTokenRepository, type Role } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../database';
import { AccessTokenRow } from '../../rows/identity/access-token.row';
import { PersonRow } from '../../rows/people/person.row';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';

/** Keeps tokens in `access_token`. */
@Injectable()
export class TypeormAccessTokenRepository extends AccessTokenRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add({ id, role, personId, sha256, issuedAt }: AccessToken): Promise<void> {
    const row = {
      id,
      role,
      person_id: personId ?? null,
      sha256,
      issued_at: issuedAt,
    } satisfies AccessTokenRow;
    await insertRows(this.database, 'access_token', [row]);
  }

  override async byHash(sha256: string): Promise<AccessToken | undefined> {
    const row = await this.database.manager.findOneBy(AccessTokenRow, { sha256 });
    if (row === null) return undefined;
    const person =
      row.person_id === null ? null : await this.database.manager.findOneBy(PersonRow, { id: row.person_id });
    return {
      id: row.id,
      role: row.role,
      ...whereSet({ personId: row.person_id, programmeId: person?.programme_id ?? null }),
      sha256: row.sha256,
      issuedAt: row.issued_at,
    };
  }

  override async removeOf(role: Role, personId: string | undefined): Promise<void> {
    await this.database.manager.delete(AccessTokenRow, { role, person_id: personId ?? IsNull() });
  }
}
