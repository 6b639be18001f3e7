import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in to the pages. Of what a browser holds only the hash is kept; with an account its sessions go. */
export class CreateSessions1763640800000 implements MigrationInterface {
  readonly name = 'CreateSessions1763640800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        account_id uuid not null references account on delete cascade,
        holder_name text not null check (char_length(holder_name) <= 200),
        form_token text not null check (form_token ~ '^[A-Za-z0-9_-]{43}$'),
        id_token text not null,
        signed_in_at timestamptz(3) not null,
        last_seen_at timestamptz(3) not null
      );
      create index session_of_account on session (account_id);
      create index session_last_seen on session (last_seen_at);
      create index session_signed_in on session (signed_in_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}
