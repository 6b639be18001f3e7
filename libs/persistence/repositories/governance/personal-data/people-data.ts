import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { personIdsOf, rowsHeld } from './held-rows';

/**
 * Lines that name somebody by reference, name or address. A reference counts where it stands by itself: `p1` is not meant
 * by `p12`.
 */
const NAMES = `
  notice ~* ('(^|[^a-z0-9._-])' || replace(named.reference, '.', '\\.') || '($|[^a-z0-9_-])')
  or strpos(lower(notice), lower(named.name)) > 0
  or strpos(lower(notice), lower(named.email)) > 0`;

/** Answers for people, their posts and profiles, and the lines about them in what came of imports. */
@Injectable()
export class PeopleData extends PersonalDataHolder {
  constructor(private readonly database: Database) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = personIdsOf(subject);
    const profiles = ['post', 'mentee_profile', 'mentor_profile'];
    return [
      ...(await rowsHeld(this.database, 'person', 'id = any($1)', [ids])),
      ...(
        await Promise.all(
          profiles.map((table) => rowsHeld(this.database, table, 'person_id = any($1)', [ids])),
        )
      ).flat(),
      ...(await this.lines(ids)),
    ];
  }

  /** Others who name somebody as their line manager, or keep apart from them, no longer do. */
  override async erase(subject: DataSubject): Promise<Erased> {
    const ids = personIdsOf(subject);
    await this.database.query(
      `update people_import held set notices = array(
        select notice from unnest(held.notices) with ordinality as line (notice, position)
        where not exists (
          select from person named where named.id = any($1) and named.programme_id = held.programme_id and (${NAMES}))
        order by position)
      where exists (
        select from person named, unnest(held.notices) notice
        where named.id = any($1) and named.programme_id = held.programme_id and (${NAMES}))`,
      [ids],
    );
    await this.database.query(
      `update person held set version = held.version + 1, exclude = array(
        select one from unnest(held.exclude) with ordinality as line (one, position)
        where lower(one) <> lower(named.reference) order by position)
      from person named
      where named.id = any($1) and named.programme_id = held.programme_id and held.id <> all($1)
        and lower(named.reference) in (select lower(one) from unnest(held.exclude) one)`,
      [ids],
    );
    await this.database.query(
      `with freed as (
        update post set line_manager = null
        from person named, person held
        where named.id = any($1) and held.id = post.person_id and held.programme_id = named.programme_id
          and held.id <> all($1) and lower(post.line_manager) = lower(named.reference)
        returning held.id)
      update person set version = version + 1 where id in (select id from freed)`,
      [ids],
    );
    const gone = await this.database.query<{ id: string }>(
      'delete from person where id = any($1) returning id',
      [ids],
    );
    return { gone: gone.map(({ id }) => id), touched: [] };
  }

  private async lines(ids: readonly string[]): Promise<readonly HeldRow[]> {
    const rows = await this.database.query<{ notices: string[] }>(
      `select array_agg(notice order by position) as notices
      from people_import held
        join person named on named.programme_id = held.programme_id and named.id = any($1)
        cross join unnest(held.notices) with ordinality as line (notice, position)
      where ${NAMES}
      group by held.id, held.imported_at order by held.imported_at, held.id`,
      [ids],
    );
    return rows.map(({ notices }) => ({ table: 'people_import', values: { notices } }));
  }
}
