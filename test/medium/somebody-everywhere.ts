import type { JsonValue } from '@evenhand/kernel';
import { randomUUID } from 'node:crypto';
import type { Statements } from './matching-database';

/** Words that are in no row but those about one person. */
export const CANARY = 'canary';
/** Words that stand in what is frozen, which names nobody. */
export const FROZEN = 'frozen';

/** Somebody about whom there is a row in every table, with words of their own in every column that takes words. */
export interface SomebodyEverywhere {
  readonly accountId: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly roundId: string;
  readonly runId: string;
  readonly pseudonym: string;
  /** Matched as a mentor with them. */
  readonly mentorId: string;
  /** Offered to them as a mentee, in this request. */
  readonly menteeId: string;
  readonly menteeRequestId: string;
  readonly decisionId: string;
}

type Row = Readonly<Record<string, JsonValue>>;

const AT = '2026-04-03T09:00:00.000Z';
const LATER = '2026-04-17T09:00:00.000Z';

/** Writes a row as it is, through no repository: what a column may hold is for the table to say. */
export async function insertRow(database: Statements, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');
  await database.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );
}

/** Somebody, and the others whom it takes. */
export async function somebodyEverywhere(
  database: Statements,
  programmeId: string,
  name = CANARY,
): Promise<SomebodyEverywhere> {
  const add = (table: string, row: Row): Promise<void> => insertRow(database, table, row);
  const [organisation, round, run, pool] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [me, mentor, mentee, account, member] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [myRequest, menteeRequest, decision, other] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const word = (what: string): string => `${name}-${what}`;
  const pseudonym = `${FROZEN}-${me}`;

  await add('organisation', { id: organisation, programme_id: programmeId, name: organisation, version: 1 });
  const person = (id: string, more: Row = {}): Promise<void> =>
    add('person', {
      ...{
        id,
        programme_id: programmeId,
        reference: id,
        profession: 'adult_nurse',
        professional_group: 'nurse',
      },
      ...{ registration: 'registered', languages: ['en'], mode: 'either', exclude: [] },
      ...{ consent: true, active: true, version: 1, ...more },
    });
  const post = (id: string, more: Row = {}): Promise<void> =>
    add('post', {
      ...{ person_id: id, position: 0, organisation_id: organisation, region: 'london', stage: '2', ...more },
    });
  await person(me, {
    ...{ reference: word('reference'), name: word('name'), email: `${word('email')}@trust.example` },
    ...{ profession: word('profession'), professional_group: word('group') },
    ...{ languages: [word('language')], exclude: [word('excluded')] },
  });
  await post(me, {
    ...{
      region: word('region'),
      grade: word('grade'),
      stage: word('stage'),
      staff_group: word('staff-group'),
    },
    ...{ line_manager: word('line-manager'), first_day: '2020-01-01', last_day: '2030-01-01' },
  });
  await person(mentor, { exclude: [word('reference').toUpperCase(), 'another'] });
  await post(mentor);
  await person(mentee);
  await post(mentee, { line_manager: word('reference') });
  await add('mentee_profile', {
    ...{ person_id: me, target_stage: word('target'), gaps: [{ topic: word('gap'), size: 2 }] },
    ...{ prefer_profession: 'same', prefer_organisation: 'any', peer: true },
    ...{ accessibility: [word('access-need')], version: 1 },
  });
  const places = { capacity: 2, peer: true, listed: true, version: 1 };
  await add('mentor_profile', {
    ...{ person_id: me, ...places, protected_hours: 4, accessibility: [word('access-offer')] },
    strengths: [{ topic: word('strength'), stage: word('strength-stage') }],
  });
  await add('mentor_profile', {
    ...{ person_id: mentor, ...places, accessibility: [], strengths: [{ topic: 'SE-1.1', stage: '3' }] },
  });

  await add('account', {
    ...{
      id: account,
      kind: 'person',
      email: `${word('account')}@trust.example`,
      state: 'active',
      version: 1,
    },
    ...{ issuer: `https://${word('issuer')}.example`, subject: word('subject') },
  });
  await add('person_account', { person_id: me, account_id: account, claimed_at: AT });
  await add('role_grant', {
    ...{
      id: randomUUID(),
      account_id: account,
      role: 'hr_auditor',
      programme_id: programmeId,
      organisation_id: organisation,
      state: 'ended',
    },
    ...{ asked_by: randomUUID(), asked_at: AT, confirmed_by: randomUUID(), confirmed_at: AT },
    ...{ ended_by: randomUUID(), ended_at: LATER, version: 1 },
  });

  await add('session', {
    ...{
      sha256: randomUUID().replaceAll('-', '').repeat(2),
      account_id: account,
      holder_name: word('holder'),
    },
    ...{ form_token: 'f'.repeat(43), id_token: word('id-token'), signed_in_at: AT, last_seen_at: LATER },
  });
  await add('break_glass', {
    ...{
      id: randomUUID(),
      person_id: me,
      asked_by: randomUUID(),
      asked_at: AT,
      reason: word('look'),
      version: 1,
    },
    ...{ approved_by: randomUUID(), approved_at: AT, ends_at: AT },
  });

  await add('matching_round', {
    ...{ id: round, programme_id: programmeId, name: 'Spring', state: 'published', rules: {}, scope: {} },
    ...{
      pseudonym_key: 'secret',
      attempt: 1,
      created_at: AT,
      rules_fixed_at: AT,
      published_at: AT,
      version: 1,
    },
  });
  const match = {
    ...{ mentee: pseudonym, mentor: 'somebody', score: 5_000, gapsNotCovered: [], notes: [`${FROZEN}-note`] },
    ...{ points: [], gaps: [] },
  };
  await add('matching_run', {
    ...{
      id: run,
      round_id: round,
      kind: 'override',
      attempt: 1,
      state: 'solved',
      deliveries: 1,
      progress: {},
    },
    snapshot: JSON.stringify({
      mentees: [{ id: pseudonym, targetStage: `${FROZEN}-stage` }],
      mentors: [{ id: 'somebody' }],
    }),
    ...{ snapshot_sha256: '0'.repeat(64), frozen_at: AT, solved_at: AT, result: `${FROZEN}-certificate` },
    outcome: {
      matches: [match, { mentee: 'another', mentor: 'somebody' }],
      unmatched: [{ mentee: pseudonym, code: `${FROZEN}-code`, sentence: 'Of 7 people.' }],
    },
    override: {
      ...{ kind: 'pin', mentee: pseudonym, mentor: 'somebody', reason: `${FROZEN}-reason` },
      decidedBy: { role: 'coordinator', personId: randomUUID() },
    },
  });
  await database.query('update matching_round set run_id = $2 where id = $1', [round, run]);
  await add('round_part', { round_id: round, account_id: account, part: 'ran' });
  const [ownReport, othersReport, another] = [randomUUID(), randomUUID(), randomUUID()];
  const report = (id: string, askedBy: string): Promise<void> =>
    add('equity_report', {
      ...{ id, programme_id: programmeId, months: 24, last_day: '2026-03-01', state: 'queued' },
      ...{ asked_by: askedBy, asked_at: AT, deliveries: 0, progress: {} },
    });
  await report(ownReport, account);
  await report(othersReport, another);
  const snapshot = (of: string, [putForwardBy, decidedBy]: readonly [string, string]): Promise<void> =>
    add('equity_snapshot', {
      ...{ id: randomUUID(), programme_id: programmeId, report_id: of, state: 'turned_down' },
      ...{ put_forward_by: putForwardBy, put_forward_at: AT, decided_by: decidedBy, decided_at: LATER },
    });
  await snapshot(ownReport, [account, another]);
  await snapshot(othersReport, [another, account]);
  // A programme has one plan, however many somebodies it has.
  const plans = await database.query('select 1 as one from leadership_plan where programme_id = $1', [
    programmeId,
  ]);
  if (plans.length === 0) {
    await add('leadership_plan', {
      ...{ programme_id: programmeId, title: 'A plan', starts_on: '2026-10-01', vacancies: [], version: 1 },
    });
  }
  for (const [putForwardBy, decidedBy] of [
    [account, another],
    [another, account],
  ] as const) {
    await add('leadership_plan_snapshot', {
      ...{ id: randomUUID(), programme_id: programmeId, state: 'turned_down', outline: {}, counted: {} },
      ...{ counted_at: AT, put_forward_by: putForwardBy, decided_by: decidedBy, decided_at: LATER },
    });
  }
  await add('equity_look', {
    ...{ id: randomUUID(), programme_id: programmeId, organisation_id: organisation },
    ...{ looked_by: account, purpose: 'For the board.', looked_at: AT },
  });
  await add('round_enquiry', {
    ...{ id: randomUUID(), round_id: round, run_id: run, question: { kind: 'replay', of: pseudonym } },
    ...{
      state: 'answered',
      deliveries: 1,
      progress: {},
      asked_at: AT,
      answered_at: AT,
      answer: { of: pseudonym },
    },
  });
  const request = (id: string, personId: string, more: Row): Promise<void> =>
    add('mentoring_request', {
      ...{ id, programme_id: programmeId, person_id: personId, first_submitted_on: '2026-03-01' },
      ...{ welcomed_again: [], version: 1, ...more },
    });
  await request(randomUUID(), me, { state: 'withdrawn' });
  await request(myRequest, me, { state: 'matched', round_id: round, welcomed_again: [mentor] });
  await request(menteeRequest, mentee, { state: 'proposed', round_id: round, welcomed_again: [me] });
  await add('run_pseudonym', { run_id: run, pseudonym, person_id: me, request_id: myRequest });
  await add('explanation_review', {
    ...{ id: randomUUID(), programme_id: programmeId, round_id: round, request_id: myRequest, person_id: me },
    ...{ reason: word('doubt'), state: 'changed', asked_at: AT, settled_at: LATER, finding: word('finding') },
    ...{ override_id: run, version: 1 },
  });
  const proposal = (more: Row): Promise<void> =>
    add('proposal', {
      ...{ id: randomUUID(), round_id: round, run_id: run, score: 7_000, version: 1 },
      ...{ mentor_rank: 2, eligible_mentors: 9 },
      points: [{ criterion: word('criterion'), title: word('criterion-title'), points: 1, weight: 2 }],
      gaps: [
        {
          ...{ topic: word('covered'), title: word('covered-title'), rank: 1, size: 2, askedAt: '2' },
          ...{ practisedAt: '3', cover: 'whole', text: word('covered-text') },
        },
      ],
      gaps_not_covered: [{ topic: word('open'), title: word('open-title'), rank: 2 }],
      ...{
        notes: [word('note')],
        offered_at: AT,
        expires_at: LATER,
        reminded_at: [AT],
        mentee_accepted_at: AT,
      },
      questions: [{ by: 'mentee', askedAt: AT, text: word('question') }],
      ...more,
    });
  const confirmed = { state: 'confirmed', mentor_accepted_at: AT, closed_at: AT };
  const [confirmedId, offeredId, declinedId] = [randomUUID(), randomUUID(), randomUUID()];
  await proposal({
    ...{ id: confirmedId, request_id: myRequest, mentee_id: me, mentor_id: mentor, ...confirmed },
  });
  await proposal({
    ...{ id: offeredId, request_id: menteeRequest, mentee_id: mentee, mentor_id: me, state: 'offered' },
  });
  await proposal({
    ...{ id: declinedId, request_id: myRequest, mentee_id: me, mentor_id: mentor, state: 'declined' },
    closed_at: AT,
    declined: { by: 'mentor', reason: 'no_time', note: word('decline') },
  });

  // What the other one said is in neither: it is theirs.
  const mentoring = { programme_id: programmeId, began_at: AT, first_met_at: '2026-04-10', version: 1 };
  await add('mentoring_relationship', {
    ...{ ...mentoring, id: randomUUID(), proposal_id: confirmedId, request_id: myRequest },
    ...{ mentee_id: me, mentor_id: mentor, state: 'ended', ended_at: LATER, rematch_asked_at: LATER },
    ...{ mentee_says: 'no', mentee_said_at: LATER },
  });
  await add('mentoring_relationship', {
    ...{ ...mentoring, id: randomUUID(), proposal_id: offeredId, request_id: menteeRequest },
    ...{ mentee_id: mentee, mentor_id: me, state: 'paused', paused_at: LATER },
    ...{ mentor_says: 'yes', mentor_said_at: LATER },
  });
  await add('mentoring_relationship', {
    ...{ ...mentoring, id: randomUUID(), proposal_id: declinedId, request_id: myRequest },
    ...{ mentee_id: me, mentor_id: mentor, state: 'completed', completed_at: LATER },
  });
  const championing = { programme_id: programmeId, named_at: AT, version: 1 };
  const done = { state: 'taken_up', put_forward_at: '2026-04-11', taken_up_at: LATER };
  await add('championing', {
    ...{ ...championing, ...done, id: randomUUID(), person_id: me, champion_person_id: mentor },
    put_forward_for: word('opening'),
  });
  await add('championing', {
    ...{ ...championing, ...done, id: randomUUID(), person_id: mentee, champion_person_id: me },
    put_forward_for: 'A board.',
  });
  await add('championing', {
    ...{ ...championing, id: randomUUID(), person_id: me, champion_person_id: mentee },
    ...{ state: 'taken_back', taken_back_at: AT },
  });
  await add('championing', {
    ...{ ...championing, id: randomUUID(), person_id: mentor, champion_person_id: me, state: 'named' },
  });

  await add('talent_pool', {
    ...{
      id: pool,
      programme_id: programmeId,
      title: pool,
      purpose: 'Lead.',
      ways_in: ['nominated'],
      state: 'open',
    },
    ...{ criteria_version: 1, created_at: AT, opened_at: AT, version: 1 },
  });
  await add('talent_pool_criteria', {
    ...{
      pool_id: pool,
      number: 1,
      criteria: [{ code: 'leads', sentence: 'Leads.' }],
      holds_from: AT,
      reason: 'First.',
    },
  });
  const assessed = { horizon: '1-3', assessed_by_version: 1, assessed_at: AT, assessor_role: 'talent_board' };
  for (const [lead, state] of [
    ['executive_lead', 'open'],
    ['non_executive_lead', 'completed'],
  ] as const) {
    await add('barrier_review', {
      ...{ id: randomUUID(), programme_id: programmeId, organisation_id: organisation, state, version: 1 },
      ...{ [lead]: me, answers: [], judgements: [], actions: [], begun_at: AT },
      completed_at: state === 'completed' ? AT : null,
    });
  }
  await add('talent_pool_member', {
    ...{
      id: member,
      pool_id: pool,
      person_id: me,
      way_in: 'nominated',
      state: 'appointed',
      reason: word('nomination'),
    },
    ...{ nominated_as: 'manager', nominator_role: 'coordinator', nominator_person_id: mentor, came_at: AT },
    ...{ interest_declared_at: AT, ...assessed, evidence: word('evidence'), assessor_person_id: mentor },
    dimensions: [{ dimension: 'potential', level: 3, evidence: word('potential') }],
    ...{ ended_at: LATER, ending_note: word('ending'), version: 1 },
  });
  await add('talent_pool_decision', {
    ...{ id: decision, pool_id: pool, member_id: member, outcome: 'in_pool', decided_at: AT },
    ...{
      decider_role: 'talent_board',
      decider_person_id: mentor,
      decider_account_id: randomUUID(),
      criteria_version: 1,
      reason: word('decision'),
    },
  });
  // What somebody did about another one.
  await add('talent_pool_member', {
    ...{
      id: other,
      pool_id: pool,
      person_id: mentee,
      way_in: 'nominated',
      state: 'assessed',
      reason: 'Able.',
    },
    ...{ nominated_as: 'mentor', nominator_role: 'mentor', nominator_person_id: me, came_at: AT },
    ...{ interest_declared_at: AT, ...assessed, evidence: 'Led.', assessor_person_id: me, version: 1 },
    dimensions: [],
  });
  await add('talent_pool_decision', {
    ...{ id: randomUUID(), pool_id: pool, member_id: other, outcome: 'not_in_pool', decided_at: AT },
    ...{ decider_role: 'talent_board', decider_person_id: me, decider_account_id: account },
    ...{ criteria_version: 1, reason: 'Not yet.' },
  });
  await add('pool_decision_review', {
    ...{
      id: randomUUID(),
      programme_id: programmeId,
      pool_id: pool,
      decision_id: decision,
      member_id: member,
    },
    ...{ person_id: me, reason: word('second-doubt'), state: 'changed', asked_at: AT, settled_at: LATER },
    ...{ reviewer_role: 'talent_board', reviewer_person_id: mentor, finding: word('second-finding') },
    ...{ new_member_id: member, version: 1 },
  });
  await add('critical_post', {
    ...{ id: randomUUID(), programme_id: programmeId, organisation_id: organisation, region: 'london' },
    ...{ title: 'Head of service', stage: '3', role_profile: [{ code: 'runs', sentence: 'Runs.' }] },
    ...{ needed_at: '1-3', pool_id: pool, state: 'filled', opened_at: AT, filled_at: LATER, from_pool: true },
    ...{ member_id: member, version: 1 },
  });
  await add('talent_pool_publication', {
    pool_id: pool,
    as_of: AT,
    composition: { of: 10 },
    decisions: { of: 10 },
  });

  await add('people_import', {
    ...{ id: randomUUID(), programme_id: programmeId, imported_at: AT, organisations: {}, persons: {} },
    ...{ mentee_profiles: {}, mentor_profiles: {}, requests_submitted: 0, headcounts: 0 },
    notices: [
      'mentees.csv: nothing wrong',
      `mentees.csv: row 2: ${word('reference')}, unknown`,
      `${word('reference')}2 is another`,
    ],
  });
  await add('correction_request', {
    ...{ id: randomUUID(), programme_id: programmeId, person_id: me, field: 'email', wanted: word('wanted') },
    ...{ state: 'refused', asked_at: AT, settled_at: LATER, answer: word('answer'), version: 1 },
  });
  await add('equality.standing', { person_id: me, kind: 'consented', since: AT });
  await add('equality.answer', {
    ...{ person_id: me, kind: 'consented', question: 'ethnicity', answer: word('answer-of-mine') },
  });
  await add('idempotency_key', {
    ...{ scope: `${account} POST /api/v1/me`, key: '1', fingerprint: 'f', claimed_at: AT },
    answer: { status: 200, body: { name: word('kept-answer') } },
  });
  await add('request_count', {
    ...{ source_sha256: randomUUID().replaceAll('-', '').repeat(2), requests: 1, window_ends_at: AT },
  });
  return {
    ...{ accountId: account, personId: me, programmeId, roundId: round, runId: run, pseudonym },
    ...{ mentorId: mentor, menteeId: mentee, menteeRequestId: menteeRequest, decisionId: decision },
  };
}
