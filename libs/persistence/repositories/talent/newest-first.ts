import { InputRefused, type Page, type PageRequest } from '@evenhand/kernel';
import type { SelectQueryBuilder } from 'typeorm';

/** A place between two rows: when the one before it happened, and its id, since many can happen at once. */
const POSITION =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A page of the rows that a query finds, by the moment that a property holds, the newest first. */
export async function newestFirst<Row extends { readonly id: string }>(
  query: SelectQueryBuilder<Row>,
  momentOf: { readonly property: string; readonly of: (row: Row) => Date },
  { limit, after }: PageRequest,
): Promise<Page<Row>> {
  const { alias } = query;
  const moment = `${alias}.${momentOf.property}`;
  if (after !== undefined) {
    const [, at, id] = POSITION.exec(after) ?? [];
    if (at === undefined || Number.isNaN(Date.parse(at))) {
      throw new InputRefused(['after: it is no position in this list; take `next` of the page before']);
    }
    query.andWhere(`(${moment}, ${alias}.id) < (:at, :id)`, { at, id });
  }
  const rows = await query
    .orderBy(moment, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC')
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, next: `${momentOf.of(last).toISOString()} ${last.id}` }
    : { items };
}
