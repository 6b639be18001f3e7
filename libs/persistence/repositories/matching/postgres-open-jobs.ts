import type { JobKind, Page, PageRequest } from '@evenhand/kernel';
import { type OpenJob, OpenJobs } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { type ListOrder, pageOf, positionOf } from '../paging';
import { whereSet } from '../where-set';

interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly subject: string;
  readonly attempt: number;
  readonly left_at: Date;
  readonly queued_at: Date | null;
  readonly deliveries: number;
}

const COLUMNS =
  'id::text, kind, subject, attempt, left_at, queued_at, coalesce(reach.deliveries_of(subject), 0) as deliveries';

/** Looks at what stands in `outbox_job`. */
@Injectable()
export class PostgresOpenJobs extends OpenJobs {
  constructor(private readonly database: Database) {
    super();
  }

  override async list(page: PageRequest): Promise<Page<OpenJob>> {
    const rows = await this.database.query<JobRow>(
      `select ${COLUMNS} from outbox_job
      where settled_at is null and ($1::bigint is null or id > $1) order by id limit $2`,
      [...positionOf(page, AS_LEFT), page.limit + 1],
    );
    return pageOf(rows, page, AS_LEFT, jobOf);
  }

  override async lock(id: string): Promise<OpenJob | 'done' | undefined> {
    const [row] = await this.database.query<JobRow & { done: boolean }>(
      `select ${COLUMNS}, settled_at is not null as done from outbox_job where id = $1 for update of outbox_job`,
      [id],
    );
    return row === undefined ? undefined : row.done ? 'done' : jobOf(row);
  }

  override async queueAgain({ queuedAt, ...job }: OpenJob): Promise<OpenJob> {
    await this.database.query('update outbox_job set queued_at = null, held_until = null where id = $1', [
      job.id,
    ]);
    return job;
  }
}

const AS_LEFT: ListOrder<JobRow> = {
  valuesOf: ({ id }) => [id],
  accepts: [(text) => /^\d{1,18}$/.test(text)],
};

function jobOf({ id, kind, subject, attempt, left_at, queued_at, deliveries }: JobRow): OpenJob {
  return { id, kind, subject, attempt, leftAt: left_at, deliveries, ...whereSet({ queuedAt: queued_at }) };
}
