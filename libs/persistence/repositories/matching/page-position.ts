import { InputRefused, isDay, type Page, type PageRequest } from '@evenhand/kernel';

/** Where a page starts: after the item that has this value in the list's order and this id. Null for the first page. */
export type PagePosition = readonly [value: string | null, id: string | null];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Lists that are ordered by a time. */
export function isMoment(value: string): boolean {
  return MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

/** Lists that are ordered by a day, what has none coming last. */
export function isDayOrNever(value: string): boolean {
  return value === 'infinity' || isDay(value);
}

/** @throws InputRefused where `after` is nothing that a page of this list gave out */
export function positionOf({ after }: PageRequest, isValue: (value: string) => boolean): PagePosition {
  if (after === undefined) {
    return [null, null];
  }
  const [value, id, ...more] = Buffer.from(after, 'base64url').toString().split(' ');
  if (value === undefined || id === undefined || more.length > 0 || !isValue(value) || !UUID.test(id)) {
    throw new InputRefused(['after: it is no position in this list; take `next` of the page before']);
  }
  return [value, id];
}

/** A page from the rows that were found, one more than it holds where the list goes on. */
export function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  toItem: (row: Row) => Item,
  valueOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    ...(last === undefined || rows.length <= limit
      ? {}
      : { next: Buffer.from(`${valueOf(last)} ${last.id}`).toString('base64url') }),
  };
}
