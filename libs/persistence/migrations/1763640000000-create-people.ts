import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes, organisations, people with their posts and profiles, imports, headcounts, and who was given a token. */
export class CreatePeople1763640000000 implements MigrationInterface {
  readonly name = 'CreatePeople1763640000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, INDEXES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const TABLES = `
create table programme (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  state text not null check (state in ('open', 'closed')),
  version integer not null check (version >= 1),
  constraint programme_name unique (name)
);

create table organisation (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (char_length(name) between 1 and 200),
  ods_code text check (ods_code ~ '^[A-Z0-9]{3,6}$'),
  version integer not null check (version >= 1),
  constraint organisation_name unique (programme_id, name)
);

create table person (
  id uuid primary key,
  programme_id uuid not null references programme,
  reference text not null check (reference ~ '^[A-Za-z0-9._-]{1,64}$'),
  name text check (char_length(name) between 1 and 200),
  email text check (char_length(email) between 3 and 320),
  profession text not null,
  professional_group text not null,
  registration text not null check (registration in ('registered', 'not_practising', 'not_registered')),
  languages text[] not null check (cardinality(languages) >= 1),
  mode text not null check (mode in ('in_person', 'remote', 'either')),
  exclude text[] not null,
  consent boolean not null,
  active boolean not null,
  version integer not null check (version >= 1),
  -- Checked at the end of a statement: two people may exchange addresses in one.
  constraint person_email exclude using btree (programme_id with =, lower(email) with =) deferrable
);

create table post (
  person_id uuid not null references person on delete cascade,
  -- 0 is the main post.
  position integer not null check (position >= 0),
  organisation_id uuid not null references organisation,
  region text not null,
  grade text,
  stage text not null,
  staff_group text,
  line_manager text check (line_manager ~ '^[A-Za-z0-9._-]{1,64}$'),
  first_day date,
  last_day date,
  primary key (person_id, position),
  constraint post_days check (first_day <= last_day)
);

create table mentee_profile (
  person_id uuid primary key references person on delete cascade,
  target_stage text not null,
  gaps jsonb not null check (jsonb_typeof(gaps) = 'array' and jsonb_array_length(gaps) between 1 and 5),
  prefer_profession text not null check (prefer_profession in ('same', 'different', 'any')),
  prefer_organisation text not null check (prefer_organisation in ('same', 'different', 'any')),
  peer boolean not null,
  accessibility text[] not null,
  version integer not null check (version >= 1),
  constraint mentee_profile_gap check (
    jsonb_array_length(jsonb_path_query_array(gaps,
      '$[*] ? (@.topic.type() == "string" && @.size >= 1 && @.size <= 4)')) = jsonb_array_length(gaps))
);

create table mentor_profile (
  person_id uuid primary key references person on delete cascade,
  strengths jsonb not null check (jsonb_typeof(strengths) = 'array' and jsonb_array_length(strengths) >= 1),
  capacity integer not null check (capacity between 0 and 50),
  protected_hours double precision check (protected_hours between 0 and 160),
  peer boolean not null,
  listed boolean not null,
  accessibility text[] not null,
  version integer not null check (version >= 1),
  constraint mentor_profile_strength check (
    jsonb_array_length(jsonb_path_query_array(strengths,
      '$[*] ? (@.topic.type() == "string" && @.stage.type() == "string")')) = jsonb_array_length(strengths))
);

create table people_import (
  id uuid primary key,
  programme_id uuid not null references programme,
  imported_at timestamptz(3) not null,
  organisations jsonb not null,
  persons jsonb not null,
  mentee_profiles jsonb not null,
  mentor_profiles jsonb not null,
  requests_submitted integer not null check (requests_submitted >= 0),
  headcounts integer not null check (headcounts >= 0),
  notices text[] not null
);

create table headcount (
  programme_id uuid not null references programme,
  profession text not null,
  people integer not null check (people >= 0),
  primary key (programme_id, profession)
);

create table access_token (
  id uuid primary key,
  role text not null check (role in
    ('aspiring_leader', 'mentor', 'coordinator', 'hr_auditor', 'talent_board', 'platform_admin')),
  person_id uuid references person on delete cascade,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz(3) not null,
  constraint access_token_sha256 unique (sha256)
);
`;

const INDEXES = `
create unique index person_reference on person (programme_id, lower(reference));
create index post_of_organisation on post (organisation_id);
create index people_import_newest on people_import (programme_id, imported_at desc, id desc);
create index access_token_of_role on access_token (role, person_id);
create index access_token_of_person on access_token (person_id);
`;

const DOWN = `
drop table access_token, headcount, people_import, mentor_profile, mentee_profile, post, person, organisation, programme;
`;
