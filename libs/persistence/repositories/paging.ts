import { isDay, type Page, type PageRequest, UnknownPosition } from '@evenhand/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** How a list is ordered: by values of its rows, one after the other. No two rows have all of them the same. */
export interface ListOrder<Row> {
  /** What a row has of them, each a single line. */
  readonly valuesOf: (row: Row) => readonly string[];
  /** For each of them whether a text can be it: positions come back from outside. */
  readonly accepts: readonly ((text: string) => boolean)[];
}

/** The same for a query of mapped rows. */
export interface QueryOrder<Row> extends ListOrder<Row> {
  /** The values in SQL, made of columns of the query. */
  readonly columns: readonly string[];
  readonly direction: 'ASC' | 'DESC';
}

/** By a time, and by id what happened at the same time. */
export function byMoment<Row extends { readonly id: string }>(momentOf: (row: Row) => Date): ListOrder<Row> {
  return { valuesOf: (row) => [momentOf(row).toISOString(), row.id], accepts: [isMoment, isUuid] };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isMoment(text: string): boolean {
  return MOMENT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** Lists that are ordered by a day, what has none coming last. */
export function isDayOrNever(text: string): boolean {
  return text === 'infinity' || isDay(text);
}

/** Lists that are ordered by an id. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Lists that are ordered by a name. */
export function isName(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}]{1,400}$/u.test(text);
}

/**
 * The values after which a page starts; each null for the first page.
 *
 * @throws UnknownPosition where `after` is nothing that a page of a list in this order gave out
 */
export function positionOf<Row>(
  { after }: PageRequest,
  { accepts }: ListOrder<Row>,
): readonly (string | null)[] {
  if (after === undefined) {
    return accepts.map(() => null);
  }
  const values = Buffer.from(after, 'base64url').toString().split('\n');
  if (values.length !== accepts.length || !accepts.every((accept, at) => accept(values[at]!))) {
    throw new UnknownPosition();
  }
  return values;
}

/** A page from the rows that were found, one more than it holds where the list goes on. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  { valuesOf }: ListOrder<Row>,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    ...(last === undefined || rows.length <= limit
      ? {}
      : { next: Buffer.from(valuesOf(last).join('\n')).toString('base64url') }),
  };
}

/** A page of the rows that a query finds. */
export async function pageOfQuery<Row extends ObjectLiteral, Item>(
  query: SelectQueryBuilder<Row>,
  request: PageRequest,
  order: QueryOrder<Row>,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  const { columns, direction } = order;
  const position = positionOf(request, order);
  if (request.after !== undefined) {
    const comes = direction === 'ASC' ? '>' : '<';
    query.andWhere(`(${columns.join(', ')}) ${comes} (:...position)`, { position });
  }
  for (const column of columns) {
    // Orders are constants of the repositories, checked by their type: a row's own columns cannot be told from outside.
    // eslint-disable-next-line no-restricted-syntax
    query.addOrderBy(column, direction);
  }
  return pageOf(await query.limit(request.limit + 1).getMany(), request, order, toItem);
}
