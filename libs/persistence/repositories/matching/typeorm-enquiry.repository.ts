import {
  type Enquiry,
  type EnquiryAnswer,
  type EnquiryKind,
  EnquiryRepository,
  type RoundFailure,
  type RunProgress,
} from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { RoundEnquiryRow } from '../../rows/matching/round-enquiry.row';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';
import { DeliveredRows } from './delivered-rows';

/** Keeps enquiries in `round_enquiry`. */
@Injectable()
export class TypeormEnquiryRepository extends EnquiryRepository {
  private readonly delivered: DeliveredRows<RoundEnquiryRow>;

  constructor(private readonly database: Database) {
    super();
    this.delivered = new DeliveredRows(database, 'round_enquiry', '*');
  }

  async add(enquiry: Enquiry): Promise<void> {
    await insertRows(this.database, 'round_enquiry', [rowOf(enquiry)]);
  }

  async byId(id: string): Promise<Enquiry | undefined> {
    const rows = await this.database.query<RoundEnquiryRow>('select * from round_enquiry where id = $1', [
      id,
    ]);
    return rows.map(enquiryOf)[0];
  }

  async underWay(roundId: string): Promise<number> {
    const rows = await this.database.query(
      `select from round_enquiry where round_id = $1 and state in ('queued', 'running')`,
      [roundId],
    );
    return rows.length;
  }

  async latestAnswer<Kind extends EnquiryKind>(
    runId: string,
    kind: Kind,
  ): Promise<Extract<EnquiryAnswer, { kind: Kind }> | undefined> {
    const rows = await this.database.query<{ answer: Extract<EnquiryAnswer, { kind: Kind }> }>(
      `select answer from round_enquiry where run_id = $1 and answer ->> 'kind' = $2
      order by answered_at desc, id desc limit 1`,
      [runId, kind],
    );
    return rows[0]?.answer;
  }

  async begin(id: string): Promise<Enquiry | undefined> {
    const begun = await this.delivered.begin(id);
    return begun && enquiryOf(begun);
  }

  giveBack(id: string): Promise<void> {
    return this.delivered.giveBack(id);
  }

  reportProgress(id: string, progress: RunProgress): Promise<boolean> {
    return this.delivered.reportProgress(id, progress);
  }

  finish(id: string, answer: EnquiryAnswer, at: Date): Promise<boolean> {
    return this.delivered.changed(
      `state = 'answered', answer = $2, answered_at = $3 where id = $1 and state = 'running'`,
      [id, answer, at],
    );
  }

  fail(id: string, failure: RoundFailure): Promise<boolean> {
    return this.delivered.fail(id, failure);
  }

  async forgetOver(askedBefore: Date): Promise<number> {
    const rows = await this.database.query(
      `delete from round_enquiry where state in ('answered', 'failed') and asked_at < $1 returning id`,
      [askedBefore],
    );
    return rows.length;
  }
}

function rowOf(enquiry: Enquiry) {
  return {
    id: enquiry.id,
    round_id: enquiry.roundId,
    run_id: enquiry.runId,
    question: enquiry.question,
    state: enquiry.state,
    deliveries: enquiry.deliveries,
    progress: enquiry.progress,
    failure: enquiry.failure ?? null,
    answer: enquiry.answer ?? null,
    asked_at: enquiry.askedAt,
    answered_at: enquiry.answeredAt ?? null,
  } satisfies RoundEnquiryRow;
}

function enquiryOf(row: RoundEnquiryRow): Enquiry {
  return {
    id: row.id,
    roundId: row.round_id,
    runId: row.run_id,
    question: row.question,
    state: row.state,
    deliveries: row.deliveries,
    progress: row.progress,
    askedAt: row.asked_at,
    ...whereSet({ failure: row.failure, answer: row.answer, answeredAt: row.answered_at }),
  };
}
