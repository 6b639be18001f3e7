import { Conflict, inParts, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type MentoringRequest, MentoringRequestRepository, type RequestFilter } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { MentoringRequestRow } from '../../rows/matching/mentoring-request.row';
import { isDayOrNever, isUuid, type ListOrder, pageOf, positionOf } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { inPortions, ROWS_AT_ONCE } from '../portions';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';

/** Keeps requests in `mentoring_request`. */
@Injectable()
export class TypeormMentoringRequestRepository extends MentoringRequestRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(requests: readonly MentoringRequest[]): Promise<void> {
    await refusing(
      REFUSALS,
      insertRows(this.database, 'mentoring_request', await inParts(requests, rowOf), ['person_id']),
    );
  }

  async save(requests: readonly MentoringRequest[]): Promise<readonly MentoringRequest[]> {
    const rows = await inParts(requests, rowOf);
    await refusing(
      REFUSALS,
      updateRows(this.database, 'mentoring_request', CHANGING, rows, 'mentoring request'),
    );
    return requests.map((request) => ({ ...request, version: request.version + 1 }));
  }

  async byId(id: string): Promise<MentoringRequest | undefined> {
    return (await this.where('id = $1', [id]))[0];
  }

  lock(ids: readonly string[]): Promise<readonly MentoringRequest[]> {
    return this.held('id = any($1)', [ids]);
  }

  lockSubmitted(programmeId: string): Promise<readonly MentoringRequest[]> {
    return this.held(`programme_id = $1 and state = 'submitted'`, [programmeId]);
  }

  lockOfRound(roundId: string): Promise<readonly MentoringRequest[]> {
    return this.held('round_id = $1', [roundId]);
  }

  lockUnanswered(programmeId: string): Promise<readonly MentoringRequest[]> {
    return this.held(`programme_id = $1 and state in ('draft', 'submitted')`, [programmeId]);
  }

  async personsWhoAsked(programmeId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ person_id: string }>(
      'select distinct person_id from mentoring_request where programme_id = $1',
      [programmeId],
    );
    return new Set(rows.map(({ person_id }) => person_id));
  }

  async list(
    limits: Limits | undefined,
    { programmeId, state, personId }: RequestFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRequest>> {
    const rows = await this.database.query<MentoringRequestRow>(
      `select ${COLUMNS} from mentoring_request
      where programme_id = $1
        and ($2::text is null or state = $2)
        and ($3::uuid is null or person_id = $3)
        and ($4::uuid[] is null or programme_id = any($4) or person_id = any($5::uuid[]))
        and ($6::date is null or (coalesce(first_submitted_on, 'infinity'), id) > ($6, $7::uuid))
      order by coalesce(first_submitted_on, 'infinity'), id limit $8`,
      [
        ...[programmeId, state ?? null, personId ?? null],
        ...[limits?.programmeIds ?? null, limits?.personIds ?? null],
        ...[...positionOf(page, LONGEST_WAITING), page.limit + 1],
      ],
    );
    return pageOf(rows, page, LONGEST_WAITING, requestOf);
  }

  /** Holds them in the order of their ids, so that no two ever wait for each other. */
  private held(condition: string, values: readonly unknown[]): Promise<MentoringRequest[]> {
    const [afterAt, mostAt] = [values.length + 1, values.length + 2];
    const after = `($${afterAt}::uuid is null or id > $${afterAt})`;
    return inPortions(
      (id) =>
        this.where(`${condition} and ${after} order by id limit $${mostAt} for update`, [
          ...values,
          id,
          ROWS_AT_ONCE,
        ]),
      ({ id }) => id,
    );
  }

  private async where(condition: string, values: readonly unknown[]): Promise<MentoringRequest[]> {
    const rows = await this.database.query<MentoringRequestRow>(
      `select ${COLUMNS} from mentoring_request where ${condition}`,
      values,
    );
    return rows.map(requestOf);
  }
}

/** The day is read as text: the driver would make it a midnight in whatever time zone this process is in. */
const COLUMNS =
  'id, programme_id, person_id, state, first_submitted_on::text, round_id, welcomed_again, version';

const LONGEST_WAITING: ListOrder<MentoringRequestRow> = {
  valuesOf: ({ first_submitted_on, id }) => [first_submitted_on ?? 'infinity', id],
  accepts: [isDayOrNever, isUuid],
};

const CHANGING = ['state', 'first_submitted_on', 'round_id', 'welcomed_again'] as const;

const REFUSALS: Refusals = {
  mentoring_request_one_open: () =>
    new Conflict(
      'mentoring-request.already-open',
      'The person has an open request: withdraw it before another one is made.',
    ),
};

function rowOf(request: MentoringRequest) {
  return {
    id: request.id,
    programme_id: request.programmeId,
    person_id: request.personId,
    state: request.state,
    first_submitted_on: request.firstSubmittedOn ?? null,
    round_id: request.roundId ?? null,
    welcomed_again: request.welcomedAgain,
    version: request.version,
  } satisfies MentoringRequestRow;
}

function requestOf(row: MentoringRequestRow): MentoringRequest {
  return {
    id: row.id,
    programmeId: row.programme_id,
    personId: row.person_id,
    state: row.state,
    welcomedAgain: row.welcomed_again,
    version: row.version,
    ...whereSet({ firstSubmittedOn: row.first_submitted_on, roundId: row.round_id }),
  };
}
