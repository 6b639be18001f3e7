import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Conflict, type Page, type PageRequest } from '@evenhand/kernel';
import {
  countedAsKept,
  type CountedPlan,
  type KeptCounts,
  type PlanOutline,
  type PlanSnapshot,
  PlanSnapshotRepository,
  type PlanSnapshotState,
  type PublicPlan,
  type PublicPlanSnapshot,
  type ToldPlan,
} from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { byMoment, pageOf, positionOf } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';

/** An outline as it is kept. One that was put forward before a policy could be set is told by the default one. */
type KeptOutline = Omit<PlanOutline, 'toldBy'> & Partial<Pick<PlanOutline, 'toldBy'>>;

interface SnapshotRow {
  readonly id: string;
  readonly programme_id: string;
  readonly state: PlanSnapshotState;
  readonly outline: KeptOutline;
  readonly counted_at: Date;
  readonly put_forward_by: string;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
}

interface PublishedRow {
  readonly id: string;
  readonly programme_title: string;
  readonly decided_at: Date;
  readonly counted_at: Date;
}

const COLUMNS =
  'id, programme_id, state, outline, counted_at, put_forward_by, decided_by, decided_at, reason';
const PUBLISHED = `from leadership_plan_snapshot snapshot where snapshot.state = 'published'`;

/** Keeps snapshots of plans in `leadership_plan_snapshot`. */
@Injectable()
export class TypeormPlanSnapshotRepository extends PlanSnapshotRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override add(snapshot: PlanSnapshot, counted: CountedPlan): Promise<void> {
    const row = { ...rowOf(snapshot), counted };
    return refusing(REFUSALS, insertRows(this.database, 'leadership_plan_snapshot', [row]));
  }

  override lock(id: string): Promise<PlanSnapshot | undefined> {
    return this.found(id, 'for update');
  }

  override byId(id: string): Promise<PlanSnapshot | undefined> {
    return this.found(id, '');
  }

  override async save(snapshot: PlanSnapshot): Promise<void> {
    const { id, state, decided_by, decided_at, reason } = rowOf(snapshot);
    await this.database.query(
      `update leadership_plan_snapshot set state = $2, decided_by = $3, decided_at = $4, reason = $5, programme_title =
        case when $2 = 'published' then (select name from programme where id = programme_id) end where id = $1`,
      [id, state, decided_by, decided_at, reason],
    );
  }

  override async list(programmeId: string, page: PageRequest): Promise<Page<PlanSnapshot>> {
    const order = byMoment<SnapshotRow>((row) => row.counted_at);
    const rows = await this.database.query<SnapshotRow>(
      `select ${COLUMNS} from leadership_plan_snapshot where programme_id = $1
        and ($2::timestamptz is null or (counted_at, id) < ($2, $3::uuid))
      order by counted_at desc, id desc limit $4`,
      [programmeId, ...positionOf(page, order), page.limit + 1],
    );
    return pageOf(rows, page, order, snapshotOf);
  }

  override async toldBefore(programmeId: string): Promise<readonly ToldPlan[]> {
    const rows = await this.database.query<{ outline: KeptOutline; counted: KeptCounts }>(
      `select outline, counted from leadership_plan_snapshot
      where programme_id = $1 order by counted_at desc, id desc`,
      [programmeId],
    );
    return rows.map(({ outline, counted }) => {
      const { dashboard, toldBy } = outlineOf(outline);
      return { dashboard, counted: countedAsKept(counted), toldBy };
    });
  }

  override async published(page: PageRequest): Promise<Page<PublicPlanSnapshot>> {
    const order = byMoment<PublishedRow>((row) => row.decided_at);
    const rows = await this.database.query<PublishedRow>(
      `select snapshot.id, snapshot.programme_title, snapshot.decided_at, snapshot.counted_at ${PUBLISHED}
        and ($1::timestamptz is null or (snapshot.decided_at, snapshot.id) < ($1, $2::uuid))
      order by snapshot.decided_at desc, snapshot.id desc limit $3`,
      [...positionOf(page, order), page.limit + 1],
    );
    return pageOf(rows, page, order, publicOf);
  }

  override async publishedById(id: string): Promise<PublicPlan | undefined> {
    const rows = await this.database.query<PublishedRow & Pick<SnapshotRow, 'outline'>>(
      `select snapshot.id, snapshot.programme_title, snapshot.decided_at, snapshot.counted_at, snapshot.outline ${PUBLISHED}
        and snapshot.id = $1`,
      [id],
    );
    return rows.map(({ outline, ...row }) => ({ ...publicOf(row), outline: outlineOf(outline) }))[0];
  }

  private async found(id: string, hold: '' | 'for update'): Promise<PlanSnapshot | undefined> {
    const rows = await this.database.query<SnapshotRow>(
      `select ${COLUMNS} from leadership_plan_snapshot where id = $1 ${hold}`,
      [id],
    );
    return rows.map(snapshotOf)[0];
  }
}

const REFUSALS: Refusals = {
  leadership_plan_snapshot_waiting: () =>
    new Conflict(
      'leadership-plan-snapshot.exists',
      'A snapshot of this plan waits for the board: let it be decided about first.',
    ),
};

function rowOf(snapshot: PlanSnapshot) {
  return {
    ...{ id: snapshot.id, programme_id: snapshot.programmeId, state: snapshot.state },
    ...{ outline: snapshot.outline, counted_at: snapshot.countedAt, put_forward_by: snapshot.putForwardBy },
    ...{ decided_by: snapshot.decidedBy ?? null, decided_at: snapshot.decidedAt ?? null },
    reason: snapshot.reason ?? null,
  } satisfies SnapshotRow;
}

function snapshotOf(row: SnapshotRow): PlanSnapshot {
  return {
    ...{ id: row.id, programmeId: row.programme_id, state: row.state },
    outline: outlineOf(row.outline),
    ...{ countedAt: row.counted_at, putForwardBy: row.put_forward_by },
    ...whereSet({ decidedBy: row.decided_by, decidedAt: row.decided_at, reason: row.reason }),
  };
}

function outlineOf(kept: KeptOutline): PlanOutline {
  return { ...kept, toldBy: kept.toldBy ?? { policy: DEFAULT_DISCLOSURE_POLICY } };
}

function publicOf({ id, programme_title, decided_at, counted_at }: PublishedRow): PublicPlanSnapshot {
  return { id, programmeTitle: programme_title, publishedAt: decided_at, countedAt: counted_at };
}
