import type { Page, PageRequest } from '@evenhand/kernel';
import { type EntriesOf, type PlanEntry, type PlanEntryKind, PlanEntryRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { LeadershipPlanEntryRow } from '../../rows/plan/leadership-plan-entry.row';
import { byMoment, pageOf, positionOf } from '../paging';
import { insertRows, updateRows } from '../statements';

/** Keeps actions, risks and scenarios in `leadership_plan_entry`. */
@Injectable()
export class TypeormPlanEntryRepository extends PlanEntryRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override add(entry: PlanEntry): Promise<void> {
    return insertRows(this.database, 'leadership_plan_entry', [rowOf(entry)]);
  }

  override async count({ programmeId, kind }: EntriesOf<PlanEntryKind>): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from leadership_plan_entry where programme_id = $1 and kind = $2',
      [programmeId, kind],
    );
    return row!.count;
  }

  override async save<Kind extends PlanEntryKind>(entry: PlanEntry<Kind>): Promise<PlanEntry<Kind>> {
    await updateRows(this.database, 'leadership_plan_entry', ['content'], [rowOf(entry)], entry.kind);
    return { ...entry, version: entry.version + 1 };
  }

  override async byId<Kind extends PlanEntryKind>(
    { programmeId, kind }: EntriesOf<Kind>,
    id: string,
  ): Promise<PlanEntry<Kind> | undefined> {
    const [row] = await this.database.query<LeadershipPlanEntryRow<Kind>>(
      'select * from leadership_plan_entry where programme_id = $1 and kind = $2 and id = $3',
      [programmeId, kind, id],
    );
    return row === undefined ? undefined : entryOf(row);
  }

  override async list<Kind extends PlanEntryKind>(
    { programmeId, kind }: EntriesOf<Kind>,
    page: PageRequest,
  ): Promise<Page<PlanEntry<Kind>>> {
    const rows = await this.database.query<LeadershipPlanEntryRow<Kind>>(
      `select * from leadership_plan_entry where programme_id = $1 and kind = $2
        and ($3::timestamptz is null or (added_at, id) < ($3, $4::uuid))
      order by added_at desc, id desc limit $5`,
      [programmeId, kind, ...positionOf(page, NEWEST), page.limit + 1],
    );
    return pageOf(rows, page, NEWEST, (row) => entryOf(row));
  }

  override async all<Kind extends PlanEntryKind>({
    programmeId,
    kind,
  }: EntriesOf<Kind>): Promise<readonly PlanEntry<Kind>[]> {
    const rows = await this.database.query<LeadershipPlanEntryRow<Kind>>(
      'select * from leadership_plan_entry where programme_id = $1 and kind = $2',
      [programmeId, kind],
    );
    return rows.map((row) => entryOf(row));
  }
}

const NEWEST = byMoment(({ added_at }: Pick<LeadershipPlanEntryRow, 'id' | 'added_at'>) => added_at);

function rowOf({ id, programmeId, kind, content, addedAt, version }: PlanEntry) {
  return {
    ...{ id, programme_id: programmeId, kind, content },
    ...{ added_at: addedAt, version },
  } satisfies LeadershipPlanEntryRow;
}

function entryOf<Kind extends PlanEntryKind>({
  programme_id,
  added_at,
  ...entry
}: LeadershipPlanEntryRow<Kind>): PlanEntry<Kind> {
  return { ...entry, programmeId: programme_id, addedAt: added_at };
}
