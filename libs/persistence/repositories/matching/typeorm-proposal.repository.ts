import { Conflict, inParts, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import {
  type PersonPair,
  PLACE_USING_STATES,
  type Proposal,
  type ProposalFilter,
  ProposalRepository,
  REMINDER_DAYS,
} from '@evenhand/matching';
import { PLACE_KEEPING_STATES } from '@evenhand/mentoring';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { ProposalRow } from '../../rows/matching/proposal.row';
import { byMoment, pageOf, positionOf } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';

/** Keeps proposals in `proposal`, whose triggers refuse more of them than a mentor has places. */
@Injectable()
export class TypeormProposalRepository extends ProposalRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(proposals: readonly Proposal[]): Promise<void> {
    await refusing(
      REFUSALS,
      insertRows(this.database, 'proposal', await inParts(proposals, rowOf), ['mentor_id', 'id']),
    );
  }

  async save(proposal: Proposal): Promise<Proposal> {
    await refusing(REFUSALS, updateRows(this.database, 'proposal', CHANGING, [rowOf(proposal)], 'proposal'));
    return { ...proposal, version: proposal.version + 1 };
  }

  async byId(id: string): Promise<Proposal | undefined> {
    return (await this.where('id = $1', [id]))[0];
  }

  async lock(id: string): Promise<Proposal | undefined> {
    return (await this.where('id = $1 for update', [id]))[0];
  }

  async lockOpenOfRequest(requestId: string): Promise<Proposal | undefined> {
    return (await this.where(`request_id = $1 and state = 'offered' for update`, [requestId]))[0];
  }

  async due(at: Date, most: number): Promise<readonly string[]> {
    // The next reminder, or the end where that comes first or no reminder is left: least() passes over what is null.
    const rows = await this.database.query<{ id: string }>(
      `select id from proposal cross join lateral (
        select least(expires_at,
          offered_at + ($2::integer[])[cardinality(reminded_at) + 1] * interval '24 hours') as due_at
      ) as next
      where state = 'offered' and due_at <= $1
      order by due_at, id limit $3`,
      [at, REMINDER_DAYS, most],
    );
    return rows.map(({ id }) => id);
  }

  async ofWhoLeft(most: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select proposal.id from proposal
      join person as mentee on mentee.id = mentee_id join person as mentor on mentor.id = mentor_id
      where state = 'offered' and not (mentee.consent and mentee.active and mentor.consent and mentor.active)
      order by proposal.id limit $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  async placesInUse(programmeId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ mentor_id: string; places: number }>(
      `select mentor_id, count(*)::integer as places
      from proposal join matching_round on matching_round.id = round_id
      where programme_id = $1 and proposal.state = any($2) and not exists (
        select from mentoring_relationship
        where proposal_id = proposal.id and mentoring_relationship.state <> all($3::text[]))
      group by mentor_id`,
      [programmeId, PLACE_USING_STATES, PLACE_KEEPING_STATES],
    );
    return new Map(rows.map(({ mentor_id, places }) => [mentor_id, places]));
  }

  async earlierPairs(programmeId: string): Promise<readonly PersonPair[]> {
    const rows = await this.database.query<{ mentee_id: string; mentor_id: string }>(
      `select distinct mentee_id, mentor_id
      from proposal join matching_round on matching_round.id = round_id
      where programme_id = $1 and proposal.state <> 'offered'
      order by mentee_id, mentor_id`,
      [programmeId],
    );
    return rows.map(({ mentee_id, mentor_id }) => ({ menteeId: mentee_id, mentorId: mentor_id }));
  }

  async roundsWithFreedPlaces(programmeId: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from matching_round
      where programme_id = $1 and exists (
        select from proposal where round_id = matching_round.id and state <> all($2::text[]))
      order by id`,
      [programmeId, PLACE_USING_STATES],
    );
    return rows.map(({ id }) => id);
  }

  ofRequest(requestId: string): Promise<readonly Proposal[]> {
    return this.where('request_id = $1 order by offered_at, id', [requestId]);
  }

  ofRound(roundId: string): Promise<readonly Proposal[]> {
    return this.where('round_id = $1 order by offered_at, id', [roundId]);
  }

  async list(
    limits: Limits | undefined,
    { roundId, personId, state }: ProposalFilter,
    page: PageRequest,
  ): Promise<Page<Proposal>> {
    const rows = await this.database.query<ProposalRow>(
      `select * from proposal
      where ($1::uuid is null or round_id = $1)
        and ($2::uuid is null or $2 in (mentee_id, mentor_id))
        and ($3::text is null or state = $3)
        and ($4::uuid[] is null
          or round_id in (select id from matching_round where programme_id = any($4))
          or mentee_id = any($5::uuid[]) or mentor_id = any($5))
        and ($6::timestamptz is null or (offered_at, id) < ($6, $7::uuid))
      order by offered_at desc, id desc limit $8`,
      [
        ...[roundId ?? null, personId ?? null, state ?? null],
        ...[limits?.programmeIds ?? null, limits?.personIds ?? null],
        ...[...positionOf(page, NEWEST), page.limit + 1],
      ],
    );
    return pageOf(rows, page, NEWEST, proposalOf);
  }

  private async where(condition: string, values: readonly unknown[]): Promise<Proposal[]> {
    const rows = await this.database.query<ProposalRow>(`select * from proposal where ${condition}`, values);
    return rows.map(proposalOf);
  }
}

const NEWEST = byMoment(({ offered_at }: ProposalRow) => offered_at);

const CHANGING = [
  'state',
  'expires_at',
  'reminded_at',
  'mentee_accepted_at',
  'mentor_accepted_at',
  'questions',
  'declined',
  'closed_at',
] as const;

const REFUSALS: Refusals = {
  EV001: (mentorId) =>
    new Conflict('proposal.no-place-left', `Mentor ${mentorId} has no place left for this proposal.`),
  proposal_one_open: () =>
    new Conflict(
      'proposal.request-has-one',
      'The request has a proposal that is offered or confirmed: one at a time.',
    ),
};

function rowOf(proposal: Proposal) {
  return {
    id: proposal.id,
    round_id: proposal.roundId,
    run_id: proposal.runId,
    request_id: proposal.requestId,
    mentee_id: proposal.menteeId,
    mentor_id: proposal.mentorId,
    state: proposal.state,
    score: proposal.score,
    mentor_rank: proposal.mentorRank ?? null,
    eligible_mentors: proposal.eligibleMentors ?? null,
    points: proposal.points,
    gaps: proposal.gaps,
    gaps_not_covered: proposal.gapsNotCovered,
    notes: proposal.notes,
    offered_at: proposal.offeredAt,
    expires_at: proposal.expiresAt,
    reminded_at: proposal.remindedAt,
    mentee_accepted_at: proposal.menteeAcceptedAt ?? null,
    mentor_accepted_at: proposal.mentorAcceptedAt ?? null,
    questions: proposal.questions.map(({ askedAt, ...rest }) => ({
      ...rest,
      askedAt: askedAt.toISOString(),
    })),
    declined: proposal.declined ?? null,
    closed_at: proposal.closedAt ?? null,
    version: proposal.version,
  } satisfies ProposalRow;
}

function proposalOf(row: ProposalRow): Proposal {
  return {
    id: row.id,
    roundId: row.round_id,
    runId: row.run_id,
    requestId: row.request_id,
    menteeId: row.mentee_id,
    mentorId: row.mentor_id,
    state: row.state,
    score: row.score,
    points: row.points,
    gaps: row.gaps,
    gapsNotCovered: row.gaps_not_covered,
    notes: row.notes,
    offeredAt: row.offered_at,
    expiresAt: row.expires_at,
    remindedAt: row.reminded_at,
    questions: row.questions.map(({ askedAt, ...rest }) => ({ ...rest, askedAt: new Date(askedAt) })),
    version: row.version,
    ...whereSet({
      mentorRank: row.mentor_rank,
      eligibleMentors: row.eligible_mentors,
      menteeAcceptedAt: row.mentee_accepted_at,
      mentorAcceptedAt: row.mentor_accepted_at,
      declined: row.declined,
      closedAt: row.closed_at,
    }),
  };
}
