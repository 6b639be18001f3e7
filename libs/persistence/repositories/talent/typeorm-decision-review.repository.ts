import { Conflict, type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { type DecisionReview, type DecisionReviewFilter, DecisionReviewRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { PoolDecisionReviewRow } from '../../rows/talent/pool-decision-review.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';
import { actingAs } from './pool-member-rows';

/** Keeps reviews of decisions in PostgreSQL. */
@Injectable()
export class TypeormDecisionReviewRepository extends DecisionReviewRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(review: DecisionReview): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(PoolDecisionReviewRow, toRow(review)));
  }

  override async save(review: DecisionReview): Promise<DecisionReview> {
    const { id, version } = review;
    const saved = { ...review, version: version + 1 };
    const { affected } = await this.database.manager.update(
      PoolDecisionReviewRow,
      { id, version },
      toRow(saved),
    );
    if (affected !== 1) {
      throw new StaleVersion('decision review');
    }
    return saved;
  }

  override async lock(id: string): Promise<DecisionReview | undefined> {
    const row = await this.database.manager.findOne(PoolDecisionReviewRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toReview(row);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: DecisionReviewFilter,
    request: PageRequest,
  ): Promise<Page<DecisionReview>> {
    const query = this.database.manager.createQueryBuilder(PoolDecisionReviewRow, 'review');
    if (limits !== undefined) {
      query.andWhere(
        '(review.programmeId = any(:programmeIds) or review.personId = any(:personIds))',
        limits,
      );
    }
    if (programmeId !== undefined) {
      query.andWhere('review.programmeId = :programmeId', { programmeId });
    }
    if (state !== undefined) {
      query.andWhere('review.state = :state', { state });
    }
    return pageOfQuery(query, request, NEWEST, toReview);
  }
}

const NEWEST: QueryOrder<PoolDecisionReviewRow> = {
  ...byMoment(({ askedAt }) => askedAt),
  columns: ['review.askedAt', 'review.id'],
  direction: 'DESC',
};

const REFUSALS: Refusals = {
  pool_decision_review_once: () =>
    new Conflict(
      'pool-decision-review.exists',
      'Somebody is going to look at this decision again already: wait for what they find.',
    ),
};

function toRow({ reviewer, ...review }: DecisionReview): PoolDecisionReviewRow {
  const { reason, settledAt, finding, newMemberId, ...rest } = review;
  return {
    ...rest,
    reason: reason ?? null,
    settledAt: settledAt ?? null,
    reviewerRole: reviewer?.role ?? null,
    reviewerPersonId: reviewer?.personId ?? null,
    finding: finding ?? null,
    newMemberId: newMemberId ?? null,
  };
}

function toReview(row: PoolDecisionReviewRow): DecisionReview {
  const { reviewerRole, reviewerPersonId, reason, settledAt, finding, newMemberId, ...rest } = row;
  return {
    ...rest,
    ...whereSet({ reason, settledAt, finding, newMemberId }),
    ...(reviewerRole === null ? {} : { reviewer: actingAs(reviewerRole, reviewerPersonId) }),
  };
}
