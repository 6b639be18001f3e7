// A programme of invented people who asked, were matched and met over two years, written by the database itself: people
// one by one would take longer than any report on them.

/** Parts of the whole, by profession: large groups, small ones and one that hardly anybody is in. */
const PROFESSIONS = [
  ['adult_nurse', 'nurse', 30],
  ['mental_health_nurse', 'nurse', 10],
  ['physiotherapist', 'ahp', 14],
  ['paramedic', 'ahp', 8],
  ['biomedical_scientist', 'hcs', 8],
  ['midwife', 'midwife', 10],
  ['pharmacist', 'pharmacist', 8],
  ['clinical_psychologist', 'psychologist', 6],
  ['social_worker', 'social_worker', 5],
  ['orthoptist', 'ahp', 1],
];

/** The round that proposed a pair, the last one before it was confirmed; they are 170 days apart. */
const ROUND = `(1 + greatest(0, n * 13 % 650 - n % 19) / 170)`;

/**
 * The statements that fill a programme, each with its values. They are for a superuser.
 *
 * @param {{ programmeId: string, people: number, organisations: number, lastDay: string }} of
 */
function programmeStatements({ programmeId, people, organisations, lastDay }) {
  const professions = PROFESSIONS.flatMap(([code, group, parts]) => Array(parts).fill([code, group]));
  const codes = professions.map(([code]) => code);
  const groups = professions.map(([, group]) => group);
  return [
    [`set session_replication_role = replica`],
    [
      `insert into organisation (id, programme_id, name, version)
      select md5('trust' || n || $1::text)::uuid, $1::uuid, 'Trust ' || n, 1 from generate_series(1, $2::int) n`,
      [programmeId, organisations],
    ],
    [
      `insert into person (id, programme_id, reference, profession, professional_group, registration, languages, mode,
        exclude, consent, active, version)
      select md5('p' || n || $1::text)::uuid, $1::uuid, 'p' || n, ($3::text[])[1 + n % cardinality($3)],
        ($4::text[])[1 + n % cardinality($4)], 'registered', '{en}', 'either', '{}', true, true, 1
      from generate_series(1, $2::int) n`,
      [programmeId, people, codes, groups],
    ],
    [
      `insert into post (person_id, position, organisation_id, region, grade, stage)
      select md5('p' || n || $1::text)::uuid, 0, md5('trust' || (1 + n * 7 % $3::int) || $1::text)::uuid,
        (array['london', 'midlands', 'north_west', 'south_west', 'south_east'])[1 + n * 3 % 5],
        (array['afc_6', 'afc_7', 'afc_8a', 'afc_8b', 'afc_8c'])[1 + n * 11 % 5],
        (array['F', '1', '1', '2', '2', '3', '4'])[1 + n * 5 % 7]
      from generate_series(1, $2::int) n`,
      [programmeId, people, organisations],
    ],
    [
      `insert into mentor_profile (person_id, strengths, capacity, peer, listed, accessibility, version)
      select md5('p' || n || $1::text)::uuid, '[{"topic":"SE-1.1","stage":"2"}]', 1 + n % 3, false, false, '{}', 1
      from generate_series(7, $2::int, 7) n`,
      [programmeId, people],
    ],
    [
      `insert into matching_round (id, programme_id, name, state, rules, scope, pseudonym_key, attempt, created_at,
        rules_fixed_at, published_at, version)
      select md5('round' || n || $1::text)::uuid, $1::uuid, 'Round ' || n, 'published', '{}',
        '{"regions":[],"organisations":[]}', 'key', 1, at, at, at, 1
      from generate_series(1, 4) n, lateral (select $2::date - 170 * n + interval '9 hours' as at) times`,
      [programmeId, lastDay],
    ],
    [
      `insert into matching_run (id, round_id, kind, attempt, state, deliveries, progress, snapshot, snapshot_sha256,
        frozen_at, solved_at, outcome, result)
      select md5('run' || n || $1::text)::uuid, md5('round' || n || $1::text)::uuid, 'whole', 1, 'solved', 0, '{}', '{}',
        repeat('0', 64), at, at, '{}', '{}'
      from generate_series(1, 4) n, lateral (select $2::date - 170 * n + interval '8 hours' as at) times`,
      [programmeId, lastDay],
    ],
    [
      `insert into mentoring_request (id, programme_id, person_id, state, first_submitted_on, round_id, welcomed_again,
        over_since, version)
      select md5('request' || n || $1::text)::uuid, $1::uuid, md5('p' || n || $1::text)::uuid, state,
        $3::date - 20 - n * 13 % 650,
        case when state = 'matched' then md5('round' || ${ROUND} || $1::text)::uuid end, '{}',
        case when state = 'withdrawn' then $3::date - n * 13 % 650 + n % 19 + interval '9 hours' end, 1
      from generate_series(1, $2::int) n,
        lateral (select case when n % 3 = 0 then 'submitted' when n % 10 = 1 then 'withdrawn' else 'matched' end as state) s
      where n % 2 = 1 or n % 5 = 2`,
      [programmeId, people, lastDay],
    ],
    [
      `insert into proposal (id, round_id, run_id, request_id, mentee_id, mentor_id, state, score, mentor_rank,
        eligible_mentors, points, gaps, gaps_not_covered, notes, offered_at, expires_at, reminded_at, mentee_accepted_at,
        mentor_accepted_at, questions, closed_at, version)
      select md5('proposal' || n || $1::text)::uuid, md5('round' || ${ROUND} || $1::text)::uuid,
        md5('run' || ${ROUND} || $1::text)::uuid, md5('request' || n || $1::text)::uuid,
        md5('p' || n || $1::text)::uuid, md5('p' || 7 * (1 + n % ($2::int / 7)) || $1::text)::uuid, 'confirmed',
        1000 + n * 37 % 9000, case when n % 8 <> 0 then 1 + (n * 41 % 20) * (n * 41 % 20) end,
        case when n % 8 <> 0 then 400 end, '[]', '[]', '[]', '{}', at, at + interval '14 days', '{}', at, at, '[]', at, 1
      from generate_series(1, $2::int) n,
        lateral (select $3::date - n * 13 % 650 + n % 19 + interval '9 hours' as at) times
      where (n % 2 = 1 or n % 5 = 2) and n % 3 <> 0 and n % 10 <> 1 and n % 7 <> 0`,
      [programmeId, people, lastDay],
    ],
    [
      `update mentoring_request request set state = 'submitted', round_id = null
      where programme_id = $1 and state = 'matched' and not exists (select from proposal where request_id = request.id)`,
      [programmeId],
    ],
    [
      `insert into run_pseudonym (run_id, pseudonym, person_id, request_id)
      select run.id, 'asks ' || request.id, request.person_id, request.id
      from mentoring_request request
        left join proposal on proposal.request_id = request.id
        join matching_round round on round.programme_id = request.programme_id
          and (proposal.round_id = round.id or request.first_submitted_on < round.published_at::date
            and coalesce(proposal.closed_at, request.over_since, 'infinity') >= round.published_at)
        join matching_run run on run.round_id = round.id
      where request.programme_id = $1
      union all select run.id, 'offers ' || person.id, person.id, null
      from mentor_profile join person on person.id = person_id and person.programme_id = $1
        join matching_round round on round.programme_id = person.programme_id
        join matching_run run on run.round_id = round.id`,
      [programmeId],
    ],
    [
      `insert into mentoring_relationship (id, programme_id, proposal_id, request_id, mentee_id, mentor_id, state, began_at,
        first_met_at, completed_at, mentee_says, mentee_said_at, version)
      select gen_random_uuid(), $1::uuid, id, request_id, mentee_id, mentor_id,
        case score % 4 when 0 then 'completed' when 1 then 'starting' else 'active' end, closed_at,
        case when score % 4 <> 1 then closed_at::date + 9 end, case when score % 4 = 0 then closed_at + interval '90 days' end,
        case when score % 4 <> 1 and score % 3 <> 0 then 'yes' end,
        case when score % 4 <> 1 and score % 3 <> 0 then closed_at + interval '91 days' end, 1
      from proposal where mentee_id in (select id from person where programme_id = $1)`,
      [programmeId],
    ],
    [
      `insert into equality.standing (person_id, kind, since)
      select md5('p' || n || $1::text)::uuid, 'consented', now() from generate_series(1, $2::int) n where n % 4 <> 0`,
      [programmeId, people],
    ],
    [
      `insert into equality.answer (person_id, question, answer)
      select person_id, question, answer from equality.standing
        join person on person.id = person_id and programme_id = $1,
        lateral (select ('x' || substr(md5(person_id::text), 1, 6))::bit(24)::int as chance) c,
        lateral (values ('sex', case when chance % 4 = 0 then 'male' else 'female' end),
          ('ethnicity', (array['asian', 'black', 'mixed', 'white', 'white', 'white'])[1 + chance % 6]),
          ('disability', case when chance % 9 = 0 then 'yes' else 'no' end)) given (question, answer)`,
      [programmeId],
    ],
    [`set session_replication_role = origin`],
  ];
}

module.exports = { programmeStatements };
