import { Conflict, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type ExplanationReview, ExplanationReviewRepository, type ReviewFilter } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { ExplanationReviewRow } from '../../rows/matching/explanation-review.row';
import { byMoment, pageOf, positionOf } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';

/** Keeps reviews in `explanation_review`. */
@Injectable()
export class TypeormExplanationReviewRepository extends ExplanationReviewRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(review: ExplanationReview): Promise<void> {
    await refusing(REFUSALS, insertRows(this.database, 'explanation_review', [rowOf(review)]));
  }

  async save(review: ExplanationReview): Promise<ExplanationReview> {
    await updateRows(this.database, 'explanation_review', CHANGING, [rowOf(review)], 'explanation review');
    return { ...review, version: review.version + 1 };
  }

  async lock(id: string): Promise<ExplanationReview | undefined> {
    const [row] = await this.database.query<ExplanationReviewRow>(
      'select * from explanation_review where id = $1 for update',
      [id],
    );
    return row === undefined ? undefined : reviewOf(row);
  }

  async list(
    limits: Limits | undefined,
    { programmeId, state }: ReviewFilter,
    page: PageRequest,
  ): Promise<Page<ExplanationReview>> {
    const rows = await this.database.query<ExplanationReviewRow>(
      `select * from explanation_review
      where ($1::uuid[] is null or programme_id = any($1) or person_id = any($2::uuid[]))
        and ($3::uuid is null or programme_id = $3)
        and ($4::text is null or state = $4)
        and ($5::timestamptz is null or (asked_at, id) < ($5, $6::uuid))
      order by asked_at desc, id desc limit $7`,
      [
        ...[limits?.programmeIds ?? null, limits?.personIds ?? []],
        ...[programmeId ?? null, state ?? null, ...positionOf(page, NEWEST), page.limit + 1],
      ],
    );
    return pageOf(rows, page, NEWEST, reviewOf);
  }
}

const NEWEST = byMoment(({ asked_at }: ExplanationReviewRow) => asked_at);

const CHANGING = ['state', 'settled_at', 'finding', 'override_id'] as const;

const REFUSALS: Refusals = {
  explanation_review_once: () =>
    new Conflict('explanation-review.exists', 'You asked for this already, and nobody has settled it yet.'),
};

function rowOf(review: ExplanationReview) {
  return {
    id: review.id,
    programme_id: review.programmeId,
    round_id: review.roundId,
    request_id: review.requestId,
    person_id: review.personId,
    reason: review.reason ?? null,
    state: review.state,
    asked_at: review.askedAt,
    settled_at: review.settledAt ?? null,
    finding: review.finding ?? null,
    override_id: review.overrideId ?? null,
    version: review.version,
  } satisfies ExplanationReviewRow;
}

function reviewOf(row: ExplanationReviewRow): ExplanationReview {
  return {
    id: row.id,
    programmeId: row.programme_id,
    roundId: row.round_id,
    requestId: row.request_id,
    personId: row.person_id,
    state: row.state,
    askedAt: row.asked_at,
    version: row.version,
    ...whereSet({
      reason: row.reason,
      settledAt: row.settled_at,
      finding: row.finding,
      overrideId: row.override_id,
    }),
  };
}
