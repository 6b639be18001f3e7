import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  EVERYTHING,
  home,
  type Lock,
  locked,
  own,
  personOf,
  poolOf,
  programme,
  PUBLIC,
  roundOf,
  seen,
  unlocked,
} from '../row-locks';

/**
 * The second lock. What a program's user may do with each table is as little as it needs, and row-level security, which
 * the tables' owner is held to as well, shows a statement the rows that it was said to reach and no others. It is said in
 * settings of the transaction: `evenhand.reach`, `evenhand.programmes`, `evenhand.persons`, `evenhand.homes`,
 * `evenhand.self` and `evenhand.account`. Where nothing was said, no row is there.
 *
 * A table without a policy here says in `UNLOCKED_TABLES` why.
 */
export class LockRows1763641500000 implements MigrationInterface {
  readonly name = 'LockRows1763641500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REACH);
    for (const lock of LOCKS) await runner.query(locked(lock));
    for (const [table, role] of WHOLLY) {
      await runner.query(`create policy wholly on ${table} to ${role} using (true) with check (true)`);
    }
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REVOKES);
    for (const [table] of WHOLLY) await runner.query(`drop policy wholly on ${table}`);
    for (const lock of [...LOCKS].reverse()) await runner.query(unlocked(lock));
    await runner.query('drop schema reach cascade');
  }
}

/** What a statement was said to reach, and who is shown to the persons whom it reaches. */
const REACH = `
create schema reach;
grant usage on schema reach to evenhand_app, evenhand_matcher;

create function reach.everything() returns boolean language sql stable parallel safe
  return current_setting('evenhand.reach', true) = 'all';
create function reach.what_is_public() returns boolean language sql stable parallel safe
  return current_setting('evenhand.reach', true) = 'public';

create function reach.programmes() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('evenhand.programmes', true), ''), '{}')::uuid[];
create function reach.persons() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('evenhand.persons', true), ''), '{}')::uuid[];
create function reach.homes() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('evenhand.homes', true), ''), '{}')::uuid[];
create function reach.account() returns uuid language sql stable parallel safe
  return nullif(current_setting('evenhand.account', true), '')::uuid;

create function reach.ever_paired() returns setof uuid language sql stable rows 10
  set search_path = pg_catalog, public, pg_temp as $$
    select mentor_id from proposal where mentee_id = any (reach.persons())
    union select mentee_id from proposal where mentor_id = any (reach.persons())
$$;
create function reach.paired() returns setof uuid language sql stable rows 10
  set search_path = pg_catalog, public, pg_temp as $$
    select mentor_id from proposal
      where mentee_id = any (reach.persons()) and state in ('offered', 'confirmed')
    union select mentee_id from proposal
      where mentor_id = any (reach.persons()) and state in ('offered', 'confirmed')
$$;
-- The policies of both tables ask for these mentors, so that here, and for these ids alone, everything is reached.
create function reach.listed_mentors() returns setof uuid language plpgsql stable rows 100
  set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := coalesce(current_setting('evenhand.reach', true), '');
begin
  if cardinality(reach.homes()) > 0 then
    perform set_config('evenhand.reach', 'all', true);
    return query select person.id from mentor_profile join person on person.id = person_id
      where listed and consent and active and programme_id = any (reach.homes());
    perform set_config('evenhand.reach', said, true);
  end if;
end $$;
`;

/** How each table is locked; a later migration may change it. */
export const LOCKS: readonly Lock[] = [
  {
    table: 'programme',
    read: [
      ...[EVERYTHING, programme('id'), home('id')],
      // Rounds and pools that are published are published with the name of their programme.
      `${PUBLIC} and (id in (select programme_id from matching_round) or id in (select programme_id from talent_pool))`,
    ],
    write: [EVERYTHING, programme('id')],
    hold: [EVERYTHING, programme('id'), home('id')],
  },
  {
    table: 'organisation',
    read: [EVERYTHING, programme('programme_id'), home('programme_id')],
    write: [EVERYTHING, programme('programme_id')],
  },
  {
    table: 'person',
    read: [
      ...[EVERYTHING, programme('programme_id'), own('id')],
      // Two people who are offered to each other, or matched, see each other's cards; a listed mentor chose to be seen.
      ...['id in (select reach.paired())', 'id in (select reach.listed_mentors())'],
    ],
    write: [EVERYTHING, programme('programme_id'), own('id')],
    // Who accepts a proposal holds both people as they are.
    hold: [EVERYTHING, programme('programme_id'), own('id'), 'id in (select reach.paired())'],
  },
  {
    table: 'post',
    read: [EVERYTHING, seen('person', 'person_id')],
    write: [EVERYTHING, own('person_id'), personOf('person_id')],
  },
  {
    table: 'mentee_profile',
    read: [EVERYTHING, own('person_id'), personOf('person_id')],
    write: [EVERYTHING, own('person_id'), personOf('person_id')],
  },
  {
    table: 'mentor_profile',
    read: [
      ...[EVERYTHING, own('person_id'), personOf('person_id')],
      'person_id in (select reach.listed_mentors())',
    ],
    write: [EVERYTHING, own('person_id'), personOf('person_id')],
  },
  ...['correction_request', 'explanation_review'].map((table) => ({
    table,
    read: [EVERYTHING, programme('programme_id'), own('person_id')],
    write: [EVERYTHING, programme('programme_id'), own('person_id')],
  })),
  ...['people_import', 'headcount'].map((table) => ({
    table,
    read: [EVERYTHING, programme('programme_id')],
    write: [EVERYTHING, programme('programme_id')],
  })),
  { table: 'account', read: [EVERYTHING, 'id = (select reach.account())'], write: [EVERYTHING] },
  {
    table: 'person_account',
    read: [
      ...[EVERYTHING, 'account_id = (select reach.account())'],
      ...[own('person_id'), personOf('person_id')],
    ],
    write: [EVERYTHING],
  },
  {
    table: 'role_grant',
    read: [EVERYTHING, 'account_id = (select reach.account())', programme('programme_id')],
    write: [EVERYTHING],
  },
  {
    table: 'session',
    read: [EVERYTHING, 'account_id = (select reach.account())'],
    write: [EVERYTHING, 'account_id = (select reach.account())'],
  },
  // Whose record was asked to be seen may know it.
  { table: 'break_glass', read: [EVERYTHING, own('person_id')], write: [EVERYTHING] },
  {
    table: 'matching_round',
    // Rules and seed of every round are public, before it is run.
    read: [EVERYTHING, programme('programme_id'), home('programme_id'), PUBLIC],
    write: [EVERYTHING, programme('programme_id')],
    // Who declines holds the round while its place becomes free.
    hold: [EVERYTHING, programme('programme_id'), home('programme_id')],
  },
  {
    table: 'matching_run',
    read: [
      EVERYTHING,
      `not ${PUBLIC} and ${seen('matching_round', 'round_id')}`,
      // Of what came of a round the public sees what stands.
      `exists (select from matching_round where matching_round.run_id = matching_run.id)`,
    ],
    write: [EVERYTHING, roundOf('round_id')],
  },
  {
    table: 'proposal',
    read: [EVERYTHING, own('mentee_id'), own('mentor_id'), roundOf('round_id')],
    write: [EVERYTHING, own('mentee_id'), own('mentor_id'), roundOf('round_id')],
  },
  {
    table: 'mentoring_request',
    // The mentor's answer moves the request too.
    read: [
      ...[EVERYTHING, programme('programme_id'), own('person_id')],
      `id in (select request_id from proposal where ${own('mentor_id')})`,
    ],
    write: [
      ...[EVERYTHING, programme('programme_id'), own('person_id')],
      `id in (select request_id from proposal where ${own('mentor_id')})`,
    ],
  },
  {
    table: 'run_pseudonym',
    read: [
      ...[EVERYTHING, own('person_id')],
      `exists (select from matching_run where matching_run.id = run_id and ${roundOf('matching_run.round_id')})`,
      'person_id in (select reach.ever_paired())',
    ],
    write: [
      EVERYTHING,
      `exists (select from matching_run where matching_run.id = run_id and ${roundOf('matching_run.round_id')})`,
    ],
  },
  {
    table: 'round_part',
    read: [EVERYTHING, roundOf('round_id')],
    write: [EVERYTHING, roundOf('round_id')],
  },
  {
    table: 'round_enquiry',
    read: [EVERYTHING, roundOf('round_id')],
    write: [EVERYTHING, roundOf('round_id')],
  },
  {
    table: 'talent_pool',
    read: [
      ...[EVERYTHING, programme('programme_id')],
      `state <> 'draft' and (${PUBLIC} or ${home('programme_id')})`,
    ],
    write: [EVERYTHING, programme('programme_id')],
    // Every move of a member waits for the one before.
    hold: [EVERYTHING, programme('programme_id'), `state <> 'draft' and ${home('programme_id')}`],
  },
  ...['talent_pool_criteria', 'talent_pool_publication'].map((table) => ({
    table,
    read: [EVERYTHING, seen('talent_pool', 'pool_id')],
    write: [EVERYTHING, poolOf('pool_id')],
  })),
  {
    table: 'talent_pool_member',
    read: [EVERYTHING, own('person_id'), poolOf('pool_id')],
    write: [EVERYTHING, own('person_id'), poolOf('pool_id')],
  },
  {
    table: 'talent_pool_decision',
    read: [EVERYTHING, poolOf('pool_id'), seen('talent_pool_member', 'member_id')],
    write: [EVERYTHING, poolOf('pool_id')],
  },
  {
    table: 'audit_event',
    read: [
      ...[EVERYTHING, programme('programme_id')],
      // Everybody may know who looked at them: the pseudonyms that are seen are one's own.
      `subjects && array(select pseudonym from log_pseudonym)`,
    ],
    write: [],
  },
  {
    table: 'log_pseudonym',
    read: [EVERYTHING, own('subject'), 'subject = (select reach.account())'],
    write: [],
  },
];

/**
 * Tables of which a role reaches every row. It is a policy without a condition, and may be of few columns: the grants say
 * which. The tables of the log are written by functions that act as their owner, and by nobody else.
 */
const WHOLLY: readonly (readonly [table: string, role: string])[] = [
  ...['account', 'person_account', 'role_grant', 'break_glass', 'session', 'person', 'mentor_profile'].map(
    (table) => [table, 'evenhand_sign_in'] as const,
  ),
  ...['audit_event', 'log_pseudonym'].map((table) => [table, 'evenhand_owner'] as const),
];

/** Tables whose rows anybody's statement reaches, each with the reason. */
export const UNLOCKED_TABLES: Readonly<Record<string, string>> = {
  migration: 'holds the names of migrations, and of no person or programme',
  outbox_job: 'holds ids of rounds and runs alone, which the relay takes to the queue for everybody',
  request_count: 'counts requests by the hash of where they come from, before anybody knows who asks',
  idempotency_key:
    'is looked into by the exact scope of who asked and the key that they chose, before and after their transaction',
};

/** Where only a column is granted, rows are held and not changed, or the one that counts places is touched. */
const GRANTS = `
grant select on migration to evenhand_app, evenhand_matcher;

grant select, insert, update on
  programme, organisation, person, mentee_profile, mentor_profile, matching_round, matching_run, mentoring_request,
  proposal, outbox_job, talent_pool, talent_pool_member, account, role_grant, break_glass to evenhand_app;
grant select, insert on
  people_import, run_pseudonym, round_part, round_enquiry, talent_pool_criteria, talent_pool_decision to evenhand_app;
grant select, insert, delete on post, headcount to evenhand_app;
grant select, insert, update, delete on idempotency_key, request_count to evenhand_app;
grant select on talent_pool_publication, person_account, audit_event, log_pseudonym to evenhand_app;
grant select, insert, update, delete on correction_request, explanation_review to evenhand_app;
-- Somebody is erased.
grant delete on
  person, mentee_profile, mentor_profile, mentoring_request, proposal, run_pseudonym, talent_pool_member, account,
  person_account, role_grant, break_glass to evenhand_app;
grant select, delete on session to evenhand_app;
grant update on post, people_import, talent_pool_decision to evenhand_app;

grant select, insert, update on account to evenhand_sign_in;
grant select, insert on person_account to evenhand_sign_in;
grant select on role_grant, break_glass to evenhand_sign_in;
grant select, insert, update, delete on session, request_count to evenhand_sign_in;
grant select (id, programme_id, email, reference) on person to evenhand_sign_in;
grant select (person_id) on mentor_profile to evenhand_sign_in;

grant select on
  programme, organisation, person, post, mentee_profile, mentor_profile, headcount, talent_pool, talent_pool_criteria,
  talent_pool_member, talent_pool_decision to evenhand_matcher;
grant update (version) on programme, person, talent_pool to evenhand_matcher;
grant update (capacity) on mentor_profile to evenhand_matcher;
grant select, update on matching_round, mentoring_request to evenhand_matcher;
grant select, insert, update on matching_run, proposal to evenhand_matcher;
grant select, insert on run_pseudonym, talent_pool_publication to evenhand_matcher;
grant select, update, delete on round_enquiry to evenhand_matcher;
grant select, insert, update, delete on outbox_job to evenhand_matcher;
grant select (claimed_at), delete on idempotency_key to evenhand_matcher;
-- What is over is removed in its time; a row is held before.
grant select, delete, update (version) on
  mentoring_request, talent_pool_member, role_grant, break_glass, correction_request, explanation_review
  to evenhand_matcher;
grant update (reason) on talent_pool_decision to evenhand_matcher;
grant select, update (notices) on people_import to evenhand_matcher;
grant select on audit_event to evenhand_matcher;

grant execute on function append_audit_events, pseudonyms_in_log to evenhand_app, evenhand_sign_in, evenhand_matcher;
grant execute on function forget_in_log, audit_head, organisations_of_actors to evenhand_app, evenhand_matcher;
`;

/** The roles stay: they are the whole server's, and other databases may know them. */
const REVOKES = `
revoke all on all tables in schema public from evenhand_app, evenhand_sign_in, evenhand_matcher;
revoke all on all functions in schema public from evenhand_app, evenhand_sign_in, evenhand_matcher;
`;
