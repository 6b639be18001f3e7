import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, home, type Lock, locked, programme, PUBLIC, unlocked } from '../row-locks';

/**
 * Equity reports, the baselines that they measure against, and what is published of them. A report that is made and a
 * snapshot that is decided about stay as they are (`EV003`), whoever writes to the database.
 *
 * Who got how far is one function, which reports and counts by characteristic both read: two of them would differ.
 */
export class CreateEquityReports1763642000000 implements MigrationInterface {
  readonly name = 'CreateEquityReports1763642000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, KEPT, FACTS, COUNTS]) await runner.query(statements);
    for (const lock of LOCKS) await runner.query(locked(lock));
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const lock of [...LOCKS].reverse()) await runner.query(unlocked(lock));
    await runner.query(DOWN);
  }
}

const TABLES = `
create table workforce_baseline (
  programme_id uuid not null references programme,
  position integer not null check (position >= 0),
  organisation_id uuid references organisation,
  profession text not null,
  grade text,
  stage text,
  people integer not null check (people >= 1),
  primary key (programme_id, position)
);

create table workforce_characteristic (
  programme_id uuid not null references programme,
  question text not null,
  answer text not null,
  people integer not null check (people >= 0),
  primary key (programme_id, question, answer)
);

-- What counts and report hold of another report is not written twice: it is repeated by its id.
create table equity_report (
  id uuid primary key,
  programme_id uuid not null references programme,
  months integer not null check (months between 1 and 120),
  last_day date not null,
  state text not null check (state in ('queued', 'running', 'made', 'failed')),
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  deliveries integer not null check (deliveries >= 0),
  progress jsonb not null,
  failure jsonb,
  made_at timestamptz(3),
  repeats uuid references equity_report,
  report jsonb,
  counts jsonb,
  constraint equity_report_failure check ((state = 'failed') = (failure is not null)),
  constraint equity_report_made check ((state = 'made') = (made_at is not null)),
  constraint equity_report_content check (
    case when state <> 'made' then num_nonnulls(repeats, report, counts) = 0
      when repeats is null then num_nonnulls(report, counts) = 2
      else num_nonnulls(report, counts) = 0 end)
);
create index equity_report_newest on equity_report (programme_id, asked_at desc, id desc);

create table equity_snapshot (
  id uuid primary key,
  programme_id uuid not null references programme,
  report_id uuid not null references equity_report,
  state text not null check (state in ('put_forward', 'published', 'turned_down')),
  put_forward_by uuid not null,
  put_forward_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  constraint equity_snapshot_decided check (
    num_nonnulls(decided_by, decided_at) = case state when 'put_forward' then 0 else 2 end),
  constraint equity_snapshot_by_two check (decided_by <> put_forward_by)
);
create unique index equity_snapshot_once on equity_snapshot (report_id) where state <> 'turned_down';
create index equity_snapshot_newest on equity_snapshot (programme_id, put_forward_at desc, id desc);
create index equity_snapshot_published on equity_snapshot (decided_at desc, id desc) where state = 'published';

create table equity_look (
  id uuid primary key,
  programme_id uuid not null references programme,
  organisation_id uuid not null references organisation,
  looked_by uuid not null,
  purpose text not null check (char_length(purpose) between 1 and 500),
  looked_at timestamptz(3) not null
);
create index equity_look_newest on equity_look (programme_id, looked_at desc, id desc);
`;

const KEPT = `
create trigger equity_report_stays_made before update on equity_report for each row
  when (old.state in ('made', 'failed'))
  execute function refuse_change();
create trigger equity_report_is_kept before delete on equity_report for each row
  execute function refuse_change();
create trigger equity_snapshot_stays_decided before update on equity_snapshot for each row
  when (old.state <> 'put_forward' or (old.id, old.programme_id, old.report_id, old.put_forward_by, old.put_forward_at)
    is distinct from (new.id, new.programme_id, new.report_id, new.put_forward_by, new.put_forward_at))
  execute function refuse_change();
create trigger equity_snapshot_is_kept before delete on equity_snapshot for each row
  execute function refuse_change();
create trigger equity_look_is_kept before update or delete on equity_look for each row
  execute function refuse_change();
`;

/**
 * A row for everybody of a programme who is eligible: who takes part, or did in these days. Whoever asked more than once
 * counts with the request that led furthest; a wait ends with the match, is cut off where the request was closed otherwise,
 * and goes on until the last day where it is open.
 */
export const FACTS = `
create function equity_facts(programme uuid, first_day date, last_day date)
  returns table (
    person_id uuid, profession text, stage text, grade text, region text, organisation_id uuid, round_id uuid,
    eligible boolean, asked boolean, proposed boolean, closed boolean, matched boolean, met boolean, helped boolean,
    completed boolean, championed boolean, put_forward boolean, taken_up boolean, pool_entered boolean,
    pool_assessed boolean, in_pool boolean, ready_now boolean, appointed boolean, waited_days integer, score integer)
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with asking as (
    select distinct on (request.person_id)
      request.person_id, request.id, request.state, request.first_submitted_on, request.over_since
    from mentoring_request request
    where request.programme_id = equity_facts.programme
      and request.first_submitted_on between equity_facts.first_day and equity_facts.last_day
    order by request.person_id,
      array_position(array['matched', 'proposed', 'in_round', 'submitted'], request.state) nulls last,
      request.first_submitted_on desc, request.id
  ), offer as (
    select distinct on (proposal.request_id)
      proposal.request_id, proposal.id, proposal.round_id, proposal.state, proposal.score, proposal.closed_at
    from proposal join asking on asking.id = proposal.request_id
    order by proposal.request_id, (proposal.state = 'confirmed') desc, proposal.offered_at desc, proposal.id
  ), champion as (
    select championing.person_id,
      bool_or(championing.state in ('put_forward', 'taken_up')) as put_forward,
      bool_or(championing.state = 'taken_up') as taken_up
    from championing
    where championing.programme_id = equity_facts.programme and championing.named_at::date <= equity_facts.last_day
    group by championing.person_id
  ), pool as (
    select member.person_id,
      bool_or(member.assessed_at is not null) as assessed,
      bool_or(member.state in ('in_pool', 'appointed')) as in_pool,
      bool_or(member.state in ('in_pool', 'appointed') and member.horizon = 'now') as ready_now,
      bool_or(member.state = 'appointed') as appointed
    from talent_pool_member member join talent_pool on talent_pool.id = member.pool_id
    where talent_pool.programme_id = equity_facts.programme
      and member.came_at::date between equity_facts.first_day and equity_facts.last_day
    group by member.person_id
  )
  select person.id, person.profession, post.stage, post.grade, post.region, post.organisation_id, offer.round_id,
    true, asking.id is not null, offer.id is not null, coalesce(asking.state in ('matched', 'withdrawn', 'expired'), false),
    coalesce(asking.state = 'matched' and offer.state = 'confirmed', false),
    coalesce(asking.state = 'matched' and offer.state = 'confirmed' and mentoring.first_met_at is not null, false),
    coalesce(asking.state = 'matched' and offer.state = 'confirmed' and mentoring.first_met_at is not null
      and mentoring.helped, false),
    coalesce(asking.state = 'matched' and offer.state = 'confirmed' and mentoring.completed_at is not null, false),
    champion.person_id is not null, coalesce(champion.put_forward, false), coalesce(champion.taken_up, false),
    pool.person_id is not null, coalesce(pool.assessed, false), coalesce(pool.in_pool and pool.assessed, false),
    coalesce(pool.ready_now and pool.in_pool and pool.assessed, false),
    coalesce(pool.appointed and pool.in_pool and pool.assessed, false),
    case
      when asking.state = 'matched' and offer.state = 'confirmed'
        then greatest(0, offer.closed_at::date - asking.first_submitted_on)
      when asking.state in ('withdrawn', 'expired', 'matched')
        then greatest(0, asking.over_since::date - asking.first_submitted_on)
      when asking.id is not null then equity_facts.last_day - asking.first_submitted_on
    end,
    case when asking.state = 'matched' and offer.state = 'confirmed' then offer.score end
  from person
    left join post on post.person_id = person.id and post.position = 0
    left join asking on asking.person_id = person.id
    left join offer on offer.request_id = asking.id
    left join mentoring_relationship mentoring on mentoring.proposal_id = offer.id
    left join champion on champion.person_id = person.id
    left join pool on pool.person_id = person.id
  where person.programme_id = equity_facts.programme
    and (person.consent and person.active or asking.id is not null or champion.person_id is not null
      or pool.person_id is not null)
$$;
`;

/** For who counts and sees no row: the same facts, added up by answer and profession before they come out. */
export const COUNTS = `
create function equality.funnel(programme uuid, questions text[], first_day date, last_day date)
  returns table (
    question text, answer text, profession text, eligible bigint, asked bigint, proposed bigint, closed bigint, matched bigint,
    met bigint, helped bigint, completed bigint, championed bigint, put_forward bigint, taken_up bigint,
    pool_entered bigint, pool_assessed bigint, in_pool bigint, ready_now bigint, appointed bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  said text := coalesce(current_setting('evenhand.reach', true), '');
begin
  perform set_config('evenhand.reach', 'all', true);
  return query
    select asked_of.question, coalesce(given.answer, 'not_stated'), fact.profession, count(*),
      count(*) filter (where fact.asked), count(*) filter (where fact.proposed), count(*) filter (where fact.closed),
      count(*) filter (where fact.matched), count(*) filter (where fact.met), count(*) filter (where fact.helped),
      count(*) filter (where fact.completed), count(*) filter (where fact.championed),
      count(*) filter (where fact.put_forward), count(*) filter (where fact.taken_up),
      count(*) filter (where fact.pool_entered), count(*) filter (where fact.pool_assessed),
      count(*) filter (where fact.in_pool), count(*) filter (where fact.ready_now),
      count(*) filter (where fact.appointed)
    from public.equity_facts(funnel.programme, funnel.first_day, funnel.last_day) fact
      cross join unnest(funnel.questions) asked_of (question)
      left join equality.answer given on given.person_id = fact.person_id and given.question = asked_of.question
    group by 1, 2, 3 order by 1, 2, 3;
  perform set_config('evenhand.reach', said, true);
end $$;
`;

const LOCKS: readonly Lock[] = [
  ...['workforce_baseline', 'workforce_characteristic', 'equity_look'].map((table) => ({
    table,
    read: [EVERYTHING, programme('programme_id')],
    write: [EVERYTHING, programme('programme_id')],
  })),
  {
    table: 'equity_report',
    read: [
      ...[EVERYTHING, programme('programme_id')],
      `exists (select from equity_snapshot where equity_snapshot.report_id = equity_report.id and equity_snapshot.state = 'published')`,
    ],
    write: [EVERYTHING, programme('programme_id')],
  },
  {
    table: 'equity_snapshot',
    read: [
      ...[EVERYTHING, programme('programme_id')],
      `state = 'published' and (${PUBLIC} or ${home('programme_id')})`,
    ],
    write: [EVERYTHING, programme('programme_id')],
  },
];

/** A server reads no true counts of a report: of its columns it is granted the others. */
const GRANTS = `
create policy may_read_of_published_equity on programme for select using (
  ${PUBLIC} and id in (select programme_id from equity_snapshot));
grant select, insert, delete on workforce_baseline, workforce_characteristic to evenhand_app;
grant select on workforce_baseline, workforce_characteristic to evenhand_matcher;
grant select (id, programme_id, months, last_day, state, asked_by, asked_at, deliveries, progress, failure, made_at,
  repeats, report), insert on equity_report to evenhand_app;
grant select, update on equity_report to evenhand_matcher;
grant select, insert, update on equity_snapshot to evenhand_app;
-- Whether a report is public is asked of every row of one.
grant select (report_id, state, programme_id) on equity_snapshot to evenhand_matcher;
grant select, insert on equity_look to evenhand_app;
grant select on championing to evenhand_matcher;
revoke all on function equity_facts from public;
grant execute on function equity_facts to evenhand_app, evenhand_matcher;
revoke all on function equality.funnel from public;
grant execute on function equality.funnel to evenhand_auditor;
`;

const DOWN = `
drop policy may_read_of_published_equity on programme;
drop function equality.funnel;
drop function equity_facts;
revoke select on championing from evenhand_matcher;
drop table equity_look, equity_snapshot, equity_report, workforce_characteristic, workforce_baseline;
`;
