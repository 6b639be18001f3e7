import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACTS as FACTS_BEFORE } from './1763642700000-count-what-was-open';

/**
 * Proposals keep where their mentor stands among those eligible for the mentee, and reports count it. Of those that were made
 * before it is not known: it is worked out from no later round. Who was in a pool is counted from here on by the decision on
 * them and until they went. `equality.funnel` reads from the same facts, by name, and stays as it is.
 */
export class KeepRankOfMentors1763642920000 implements MigrationInterface {
  readonly name = 'KeepRankOfMentors1763642920000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [RANK, DROPPED, FACTS, GRANTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [DROPPED, FACTS_BEFORE, GRANTS, NO_RANK]) await runner.query(statements);
  }
}

/** One without the other says nothing. */
const RANK = `
alter table proposal
  add column mentor_rank integer,
  add column eligible_mentors integer,
  add constraint proposal_mentor_rank check (
    (mentor_rank is null) = (eligible_mentors is null) and mentor_rank between 1 and eligible_mentors);
`;

const NO_RANK = `
alter table proposal drop column mentor_rank, drop column eligible_mentors;
`;

const DROPPED = `
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
 * - Rank: of the mentor of a match among those eligible for the mentee, and how many these were, as the proposal keeps it.
 * - Followed up: has said whether it helped, or has had three months since the first meeting to say so.
 * - A champion counts from the day on which they were named until the chance was taken up. Whoever came to a pool counts
 *   until they were turned down, appointed, declined or left, whenever that began: as taken in by the decision on them.
 *
 * Names are written out, as a function with a search path of its own is not made part of the statement that reads from it:
 * only so does that statement work out what it needs, and by one pass over each table.
 */
const FACTS = `
create function equity_facts(programme uuid, first_day date, last_day date, organisation uuid default null)
  returns table (
    person_id uuid, profession text, stage text, grade text, region text, organisation_id uuid, round_id uuid,
    eligible boolean, asked boolean, proposed boolean, closed boolean, matched boolean, met boolean, followed_up boolean,
    helped boolean, completed boolean, championed boolean, put_forward boolean, taken_up boolean, pool_entered boolean,
    pool_assessed boolean, in_pool boolean, ready_now boolean, appointed boolean, waited_days integer, score integer,
    mentor_rank integer, eligible_mentors integer)
  language sql stable as $$
  with request_then as (
    select request.id, request.person_id, request.first_submitted_on, request.state = 'matched' as led_to_match,
      confirmed.id as proposal_id, confirmed.score, confirmed.mentor_rank, confirmed.eligible_mentors,
      coalesce(confirmed.closed_at, request.over_since) as ended_at,
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
      bool_or(member.assessed and member.taken_in) as in_pool,
      bool_or(member.assessed and member.taken_in and member.horizon = 'now') as ready_now,
      bool_or(member.assessed and member.taken_in and member.state = 'appointed' and member.over_at < ${ENDS}) as appointed,
      bool_or(member.came_at >= ${BEGINS} or member.decided_at >= ${BEGINS} or member.over_at >= ${BEGINS}) as moved
    from (
      select one.person_id, one.state, one.horizon, one.came_at, decision.decided_at,
        coalesce(one.assessed_at < ${ENDS}, false) as assessed,
        coalesce(decision.outcome = 'in_pool' and decision.decided_at < ${ENDS}, false) as taken_in,
        coalesce(one.ended_at, case decision.outcome when 'not_in_pool' then decision.decided_at end) as over_at
      from public.talent_pool_member one
        join public.talent_pool on talent_pool.id = one.pool_id
        left join public.talent_pool_decision decision on decision.member_id = one.id
      where talent_pool.programme_id = equity_facts.programme and one.came_at < ${ENDS}
    ) member
    where member.over_at is null or member.over_at >= ${BEGINS}
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
    case when asking.matched then asking.score end, case when asking.matched then asking.mentor_rank end,
    case when asking.matched then asking.eligible_mentors end
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

const GRANTS = `
revoke all on function equity_facts from public;
grant execute on function equity_facts to evenhand_app, evenhand_matcher;
`;
