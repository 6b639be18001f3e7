import { type Session, type SessionBounds, SessionRepository } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../database';
import { SessionRow } from '../../rows/identity/session.row';

/** Keeps sessions in `session`. */
@Injectable()
export class TypeormSessionRepository extends SessionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(session: Session): Promise<void> {
    await this.database.manager.insert(SessionRow, {
      sha256: session.sha256,
      account_id: session.accountId,
      holder_name: session.holderName,
      form_token: session.formToken,
      id_token: session.idToken,
      signed_in_at: session.signedInAt,
      last_seen_at: session.lastSeenAt,
    } satisfies SessionRow);
  }

  override async byHash(sha256: string): Promise<Session | undefined> {
    const row = await this.database.manager.findOneBy(SessionRow, { sha256 });
    return row === null
      ? undefined
      : {
          sha256: row.sha256,
          accountId: row.account_id,
          holderName: row.holder_name,
          formToken: row.form_token,
          idToken: row.id_token,
          signedInAt: row.signed_in_at,
          lastSeenAt: row.last_seen_at,
        };
  }

  override async see(sha256: string, at: Date): Promise<void> {
    await this.database.manager.update(SessionRow, { sha256 }, { last_seen_at: at });
  }

  override async remove(sha256: string): Promise<void> {
    await this.database.manager.delete(SessionRow, { sha256 });
  }

  override async removeOver({ seen, signedIn }: SessionBounds): Promise<void> {
    await this.database.manager.delete(SessionRow, { last_seen_at: LessThanOrEqual(seen) });
    await this.database.manager.delete(SessionRow, { signed_in_at: LessThanOrEqual(signedIn) });
  }
}
