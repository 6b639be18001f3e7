import {
  type CorrectionFilter,
  type CorrectionRequest,
  CorrectionRequestRepository,
} from '@evenhand/governance';
import { Conflict, type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { CorrectionRequestRow } from '../../rows/governance/correction-request.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { whereSet } from '../where-set';
import { withinLimits } from '../within-limits';

/** Keeps requests for corrections in `correction_request`. */
@Injectable()
export class TypeormCorrectionRequestRepository extends CorrectionRequestRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(request: CorrectionRequest): Promise<void> {
    await refusing(REFUSALS, this.database.manager.insert(CorrectionRequestRow, rowOf(request)));
  }

  override async save(request: CorrectionRequest): Promise<CorrectionRequest> {
    const { id, version } = request;
    const saved = { ...request, version: version + 1 };
    const { affected } = await this.database.manager.update(
      CorrectionRequestRow,
      { id, version },
      rowOf(saved),
    );
    if (affected !== 1) {
      throw new StaleVersion('correction request');
    }
    return saved;
  }

  override async lock(id: string): Promise<CorrectionRequest | undefined> {
    const row = await this.database.manager.findOne(CorrectionRequestRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toRequest(row);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, state }: CorrectionFilter,
    page: PageRequest,
  ): Promise<Page<CorrectionRequest>> {
    const query = this.database.manager.createQueryBuilder(CorrectionRequestRow, 'request');
    withinLimits(query, limits, { programme: 'request.programmeId', persons: ['request.personId'] });
    if (programmeId !== undefined) query.andWhere('request.programmeId = :programmeId', { programmeId });
    if (state !== undefined) query.andWhere('request.state = :state', { state });
    return pageOfQuery(query, page, NEWEST, toRequest);
  }
}

const NEWEST: QueryOrder<CorrectionRequestRow> = {
  ...byMoment(({ askedAt }) => askedAt),
  columns: ['request.askedAt', 'request.id'],
  direction: 'DESC',
};

const REFUSALS: Refusals = {
  correction_request_once: () =>
    new Conflict(
      'correction-request.exists',
      'You asked for this to be corrected already, and it is not settled yet.',
    ),
};

function rowOf(request: CorrectionRequest): CorrectionRequestRow {
  return { ...request, settledAt: request.settledAt ?? null, answer: request.answer ?? null };
}

function toRequest({ settledAt, answer, ...row }: CorrectionRequestRow): CorrectionRequest {
  return { ...row, ...whereSet({ settledAt, answer }) };
}
