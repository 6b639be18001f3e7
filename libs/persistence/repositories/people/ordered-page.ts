import { InputRefused, type Page, type PageRequest } from '@evenhand/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A value by which a list is ordered, of which no two of its rows have the same. */
export interface PageOrder<Row> {
  /** The value in SQL, made of columns of the query. */
  readonly sql: string;
  readonly of: (row: Row) => string;
  readonly isValue: (text: string) => boolean;
}

/** Lists that are ordered by the id of a person. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Lists that are ordered by a name. */
export function isName(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}]{1,400}$/u.test(text);
}

/** A page of the rows that a query finds. */
export async function orderedPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { sql, of, isValue }: PageOrder<Row>,
  { limit, after }: PageRequest,
): Promise<Page<Row>> {
  if (after !== undefined) {
    const value = Buffer.from(after, 'base64url').toString();
    if (!isValue(value)) {
      throw new InputRefused(['after: it is no position in this list; take `next` of the page before']);
    }
    query.andWhere(`${sql} > :after`, { after: value });
  }
  const rows = await query
    .orderBy(sql)
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, next: Buffer.from(of(last)).toString('base64url') }
    : { items };
}
