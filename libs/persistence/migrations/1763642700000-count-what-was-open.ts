import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTS as COUNTS_BEFORE, FACTS as FACTS_BEFORE } from './1763642000000-create-equity-reports';

/**
 * Who got how far, counted by what was open in the days that are asked about, and by the moment of each step: whoever had
 * waited since before them is among those who asked, and a match counts where its mentor was erased since.
 */
export class CountWhatWasOpen1763642700000 implements MigrationInterface {
  readonly name = 'CountWhatWasOpen1763642700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [DROPPED, FACTS, COUNTS, GRANTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [DROPPED, FACTS_BEFORE, COUNTS_BEFORE, GRANTS]) await runner.query(statements);
  }
}

const DROPPED = `
drop function equality.funnel;
drop function equity_facts;
`;

/** A day begins at midnight in the United Kingdom, as in the code. */
const BEGINS = `(equity_facts.first_day::timestamp at time zone 'Europe/London')`;
const ENDS = `((equity_facts.last_day + 1)::timestamp at time zone 'Europe/London')`;

/**
 * A row for everybody of a programme, or of one of its organisations, who is in scope: who takes part, and could ask for a
 * mentor or has a champion or a place in a pool; and whoever did so in these days, whatever became of them.
 *
 * - Asked: had a request that was open at some time in these days, which it was if it was submitted by the last of them and
 *   not over before the first. Of several the one that led furthest counts. Closed, matched: it was over by the last day.
 * - The round is the first that was published in these days and held the request, whether it proposed a pair for it or not.
 * - A wait ends with the match, is cut off where the request was closed otherwise, and goes on until the last day where it
 *   is open. Of a match whose mentor was erased nobody knows how long it was, and what came of it.
 * - Followed up: has said whether it helped, or has had three months since the first meeting to say so.
 * - A champion counts from the day on which they were named until the chance was taken up, and a place in a pool while it is
 *   held, whenever that began.
 *
 * Names are written out, as a function with a search path of its own is not made part of the statement that reads from it:
 * only so does that statement work out what it needs, and by one pass over each table.
 */
export const FACTS = `
create function equity_facts(programme uuid, first_day date, last_day date, organisation uuid default null)
  returns table (
    person_id uuid, profession text, stage text, grade text, region text, organisation_id uuid, round_id uuid,
    eligible boolean, asked boolean, proposed boolean, closed boolean, matched boolean, met boolean, followed_up boolean,
    helped boolean, completed boolean, championed boolean, put_forward boolean, taken_up boolean, pool_entered boolean,
    pool_assessed boolean, in_pool boolean, ready_now boolean, appointed boolean, waited_days integer, score integer)
  language sql stable as $$
  with request_then as (
    select request.id, request.person_id, request.first_submitted_on, request.state = 'matched' as led_to_match,
      confirmed.id as proposal_id, confirmed.score, coalesce(confirmed.closed_at, request.over_since) as ended_at,
      -- The moment of a match goes with its proposal; it was soon after its round was published.
      case request.state when 'matched' then coalesce(confirmed.closed_at, round.published_at)
        else request.over_since end as over_at
    from public.mentoring_request request
      left join public.proposal confirmed on confirmed.request_id = request.id and confirmed.state = 'confirmed'
      left join public.matching_round round on round.id = request.round_id
    where request.programme_id = equity_facts.programme and request.first_submitted_on <= equity_facts.last_day
      and (equity_facts.organisation is null or request.person_id in (
        select post.person_id from public.post
        where post.organisation_id = equity_facts.organisation and post.position = 0))
  ), open_then as (
    select one.*, coalesce(one.over_at < ${ENDS}, false) as closed,
      one.led_to_match and one.over_at < ${ENDS} as matched,
      one.id in (
        select proposal.request_id from public.proposal where proposal.offered_at < ${ENDS}) as offered
    from request_then one
    where one.over_at is null or one.over_at >= ${BEGINS}
  ), asking as (
    select distinct on (one.person_id) one.*
    from open_then one
    order by one.person_id, one.matched desc, one.offered desc, one.closed, one.first_submitted_on desc, one.id
  ), round_then as (
    select round.id, row_number() over (order by round.published_at, round.id) as place
    from public.matching_round round
    where round.programme_id = equity_facts.programme
      and round.published_at >= ${BEGINS} and round.published_at < ${ENDS}
  ), held as (
    select link.request_id, min(round_then.place) as place
    from round_then
      join public.matching_run run on run.round_id = round_then.id and run.state = 'solved'
      join public.run_pseudonym link on link.run_id = run.id
    where link.request_id is not null
    group by link.request_id
  ), champion as (
    select one.person_id,
      coalesce(bool_or(one.put_forward_at <= equity_facts.last_day), false) as put_forward,
      coalesce(bool_or(one.put_forward_at <= equity_facts.last_day and one.taken_up_at < ${ENDS}), false) as taken_up,
      bool_or(one.named_at >= ${BEGINS} or one.put_forward_at >= equity_facts.first_day
        or one.taken_up_at >= ${BEGINS}) as moved
    from public.championing one
    where one.programme_id = equity_facts.programme and one.state <> 'taken_back' and one.named_at < ${ENDS}
      and (one.taken_up_at is null or one.taken_up_at >= ${BEGINS})
    group by one.person_id
  ), pool as (
    select member.person_id,
      bool_or(member.assessed) as assessed,
      bool_or(member.assessed and member.state in ('in_pool', 'appointed')) as in_pool,
      bool_or(member.assessed and member.state in ('in_pool', 'appointed') and member.horizon = 'now') as ready_now,
      bool_or(member.assessed and member.state = 'appointed') as appointed,
      bool_or(member.came_at >= ${BEGINS} or member.ended_at >= ${BEGINS}) as moved
    from (select one.*, coalesce(one.assessed_at < ${ENDS}, false) as assessed from public.talent_pool_member one) member
      join public.talent_pool on talent_pool.id = member.pool_id
    where talent_pool.programme_id = equity_facts.programme and member.came_at < ${ENDS}
      and (member.came_at >= ${BEGINS} or member.ended_at >= ${BEGINS} or member.state = 'in_pool')
    group by member.person_id
  )
  select person.id, person.profession, post.stage, post.grade, post.region, post.organisation_id, round_then.id,
    true, asking.id is not null, coalesce(asking.offered or asking.matched, false), coalesce(asking.closed, false),
    coalesce(asking.matched, false), coalesce(mentoring.met, false),
    coalesce(mentoring.met and (mentoring.answered or mentoring.due), false),
    coalesce(mentoring.met and mentoring.answered and mentoring.helped, false), coalesce(mentoring.completed, false),
    champion.person_id is not null, coalesce(champion.put_forward, false), coalesce(champion.taken_up, false),
    pool.person_id is not null, coalesce(pool.assessed, false), coalesce(pool.in_pool, false),
    coalesce(pool.ready_now, false), coalesce(pool.appointed, false),
    case
      when not asking.closed then equity_facts.last_day - asking.first_submitted_on
      when asking.ended_at is not null
        then greatest(0, (asking.ended_at at time zone 'Europe/London')::date - asking.first_submitted_on)
    end,
    case when asking.matched then asking.score end
  from public.person
    left join public.post on post.person_id = person.id and post.position = 0
    left join asking on asking.person_id = person.id
    left join (
      select one.proposal_id, one.helped, coalesce(one.first_met_at <= equity_facts.last_day, false) as met,
        coalesce(one.mentee_said_at < ${ENDS}, false) as answered,
        one.first_met_at <= (equity_facts.last_day - interval '3 months')::date as due,
        one.completed_at < ${ENDS} as completed
      from public.mentoring_relationship one
    ) mentoring on mentoring.proposal_id = asking.proposal_id and asking.matched
    left join held on held.request_id = asking.id
    left join round_then on round_then.place = held.place
    left join champion on champion.person_id = person.id
    left join pool on pool.person_id = person.id
  where person.programme_id = equity_facts.programme
    and (equity_facts.organisation is null or post.organisation_id = equity_facts.organisation)
    and (asking.id is not null or champion.moved or pool.moved or person.consent and person.active and (
      champion.person_id is not null or pool.person_id is not null
      -- Who offers places and never said what they would ask for is no part of those who could.
      or person.id in (select profile.person_id from public.mentee_profile profile)
      or person.id not in (select profile.person_id from public.mentor_profile profile)))
$$;
`;

/** Steps as bits of one number: whoever got equally far is counted together before answers are looked at. */
const STEPS = [
  ...['asked', 'proposed', 'closed', 'matched', 'met', 'followed_up', 'helped', 'completed'],
  ...['championed', 'put_forward', 'taken_up'],
  ...['pool_entered', 'pool_assessed', 'in_pool', 'ready_now', 'appointed'],
];
const REACHED = STEPS.map((step, at) => `one.${step}::int * ${2 ** at}`).join(' + ');
const COUNTED = STEPS.map(
  (_, at) => `coalesce(sum(counted.people) filter (where counted.steps & ${2 ** at} <> 0), 0)::bigint`,
).join(', ');

/** For who counts and sees no row: the same facts, added up by answer and profession before they come out. */
const COUNTS = `
create function equality.funnel(programme uuid, questions text[], first_day date, last_day date)
  returns table (
    question text, answer text, profession text, eligible bigint, ${STEPS.map((step) => `${step} bigint`).join(', ')})
  language plpgsql stable security definer
  -- Everybody is joined: in less memory the database would write to its disk, and no part of it is worth compiling.
  set search_path = pg_catalog, pg_temp set work_mem = '64MB' set jit = off as $$
#variable_conflict use_column
declare
  said text := coalesce(current_setting('evenhand.reach', true), '');
begin
  perform set_config('evenhand.reach', 'all', true);
  return query
    with fact as materialized (
      select one.person_id, one.profession, ${REACHED} as steps
      from public.equity_facts(funnel.programme, funnel.first_day, funnel.last_day) one
    ), answered as materialized (
      select given.question, given.answer, fact.profession, fact.steps, count(*) as people
      from fact join equality.answer given on given.person_id = fact.person_id
      where given.question = any (funnel.questions)
      group by 1, 2, 3, 4
    ), counted as (
      select answered.* from answered
      -- Who did not answer is everybody but for those who did.
      union all select asked_of.question, 'not_stated', alike.profession, alike.steps, alike.people
      from unnest(funnel.questions) asked_of (question) cross join (
        select fact.profession, fact.steps, count(*) as people from fact group by 1, 2) alike
      union all select answered.question, 'not_stated', answered.profession, answered.steps, -answered.people
      from answered
    )
    select counted.question, counted.answer, counted.profession, sum(counted.people)::bigint, ${COUNTED}
    from counted group by 1, 2, 3 having sum(counted.people) > 0 order by 1, 2, 3;
  perform set_config('evenhand.reach', said, true);
end $$;
`;

const GRANTS = `
revoke all on function equity_facts from public;
grant execute on function equity_facts to evenhand_app, evenhand_matcher;
revoke all on function equality.funnel from public;
grant execute on function equality.funnel to evenhand_auditor;
`;
