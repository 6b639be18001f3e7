import { type BarrierReview, type BarrierReviewFilter, BarrierReviewRepository } from '@evenhand/equity';
import {
  Conflict,
  type OrganisationLimits,
  type Page,
  type PageRequest,
  StaleVersion,
} from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { BarrierReviewRow } from '../../rows/equity/barrier-review.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';

/** Keeps reviews in `barrier_review`. */
@Injectable()
export class TypeormBarrierReviewRepository extends BarrierReviewRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(review: BarrierReview): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(BarrierReviewRow, toRow(review)));
  }

  override async save(review: BarrierReview): Promise<BarrierReview> {
    const { id, version } = review;
    const saved = { ...review, version: version + 1 };
    const { affected } = await this.database.manager.update(BarrierReviewRow, { id, version }, toRow(saved));
    if (affected !== 1) {
      throw new StaleVersion('barrier review');
    }
    return saved;
  }

  override async byId(id: string): Promise<BarrierReview | undefined> {
    const row = await this.database.manager.findOneBy(BarrierReviewRow, { id });
    return row === null ? undefined : toReview(row);
  }

  override list(
    { programmeId, organisationId }: BarrierReviewFilter,
    limits: OrganisationLimits | undefined,
    request: PageRequest,
  ): Promise<Page<BarrierReview>> {
    const query = this.database.manager.createQueryBuilder(BarrierReviewRow, 'review');
    if (programmeId !== undefined) {
      query.andWhere('review.programmeId = :programmeId', { programmeId });
    }
    if (organisationId !== undefined) {
      query.andWhere('review.organisationId = :organisationId', { organisationId });
    }
    if (limits !== undefined) {
      query.andWhere(
        `(review.programmeId = any(:programmeIds) or review.organisationId = any(:organisationIds)
          or review.executiveLead = any(:personIds) or review.nonExecutiveLead = any(:personIds))`,
        limits,
      );
    }
    return pageOfQuery(query, request, NEWEST, toReview);
  }
}

const REFUSALS: Refusals = {
  barrier_review_open: () =>
    new Conflict(
      'barrier-review.open-already',
      'The organisation has a review that is not completed: go on with that one.',
    ),
};

const NEWEST: QueryOrder<BarrierReviewRow> = {
  ...byMoment(({ begunAt }) => begunAt),
  columns: ['review.begunAt', 'review.id'],
  direction: 'DESC',
};

function toRow({ answers, judgements, actions, ...review }: BarrierReview): BarrierReviewRow {
  return {
    ...review,
    follows: review.follows ?? null,
    executiveLead: review.executiveLead ?? null,
    nonExecutiveLead: review.nonExecutiveLead ?? null,
    completedAt: review.completedAt ?? null,
    answers: answers.map((each) => ({ ...each, answeredAt: each.answeredAt.toISOString() })),
    judgements: judgements.map((each) => ({ ...each, judgedAt: each.judgedAt.toISOString() })),
    actions: actions.map(({ settledAt, ...each }) => ({
      ...each,
      ...(settledAt === undefined ? {} : { settledAt: settledAt.toISOString() }),
    })),
  };
}

function toReview(row: BarrierReviewRow): BarrierReview {
  const { follows, executiveLead, nonExecutiveLead, completedAt, ...review } = row;
  return {
    ...review,
    ...whereSet({ follows, executiveLead, nonExecutiveLead, completedAt }),
    answers: row.answers.map((each) => ({ ...each, answeredAt: new Date(each.answeredAt) })),
    judgements: row.judgements.map((each) => ({ ...each, judgedAt: new Date(each.judgedAt) })),
    actions: row.actions.map(({ settledAt, ...each }) => ({
      ...each,
      ...(settledAt === undefined ? {} : { settledAt: new Date(settledAt) }),
    })),
  };
}
