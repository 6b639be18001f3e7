import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts, who their holders are in the programmes, and the roles that they were given. That a role takes two admins
 * stands here too: what nobody may do is refused even to a program that forgets to ask. Access tokens of our own go:
 * those of the OpenID provider take their place.
 */
export class CreateAccounts1763640600000 implements MigrationInterface {
  readonly name = 'CreateAccounts1763640600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query('drop table access_token');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_TOKEN);
    await runner.query('drop table role_grant, person_account, account');
  }
}

const TABLES = `
create table account (
  id uuid primary key,
  kind text not null check (kind in ('person', 'machine')),
  email text check (char_length(email) between 3 and 320),
  issuer text check (char_length(issuer) between 1 and 500),
  subject text check (char_length(subject) between 1 and 255),
  state text not null check (state in ('active', 'disabled')),
  version integer not null check (version >= 1),
  constraint account_sign_in unique (issuer, subject),
  constraint account_known check (num_nonnulls(issuer, subject) in (0, 2) and num_nonnulls(email, subject) > 0)
);
create unique index account_email on account (lower(email));

create table person_account (
  person_id uuid primary key references person on delete cascade,
  account_id uuid not null references account on delete cascade,
  claimed_at timestamptz(3) not null
);
create index person_account_of_account on person_account (account_id);

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  role text not null check (role in ('coordinator', 'hr_auditor', 'talent_board', 'platform_admin')),
  programme_id uuid references programme,
  state text not null check (state in ('asked', 'held', 'ended')),
  asked_by uuid,
  asked_at timestamptz(3) not null,
  confirmed_by uuid,
  confirmed_at timestamptz(3),
  ended_by uuid,
  ended_at timestamptz(3),
  version integer not null check (version >= 1),
  constraint role_grant_not_to_oneself check (account_id is distinct from asked_by and account_id is distinct from confirmed_by),
  constraint role_grant_two_admins check (asked_by is distinct from confirmed_by or asked_by is null),
  constraint role_grant_confirmed check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  constraint role_grant_held check (state <> 'held' or asked_by is null or confirmed_by is not null),
  constraint role_grant_ended check (num_nonnulls(ended_by, ended_at) = case state when 'ended' then 2 else 0 end),
  constraint role_grant_admin_everywhere check (role <> 'platform_admin' or programme_id is null)
);
create unique index role_grant_once on role_grant (account_id, role, programme_id) nulls not distinct
  where state in ('asked', 'held');
create index role_grant_newest on role_grant (asked_at desc, id desc);
create index person_email_claimed on person (lower(email));
`;

const ACCESS_TOKEN = `
drop index person_email_claimed;
create table access_token (
  id uuid primary key,
  role text not null check (role in
    ('aspiring_leader', 'mentor', 'coordinator', 'hr_auditor', 'talent_board', 'platform_admin')),
  person_id uuid references person on delete cascade,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz(3) not null,
  constraint access_token_sha256 unique (sha256)
);
create index access_token_of_role on access_token (role, person_id);
create index access_token_of_person on access_token (person_id);
`;
