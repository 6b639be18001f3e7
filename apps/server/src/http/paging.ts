import {
  canonicalJson,
  type JsonValue,
  type Page,
  type PageRequest,
  sha256,
  UnknownPosition,
} from '@evenhand/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from './exchange';
import { TextField, WholeNumberField } from './fields/fields';
import { HttpProblem } from './problem';

const MOST_ITEMS = 200;
const USUAL_ITEMS = 50;
const MOST_CURSOR = 2000;

/** The part of a query string that every list understands; a list with filters extends it. */
export class PageQuery {
  @TextField({
    max: MOST_CURSOR,
    description: 'The nextCursor of the page before, with everything else in the query the same.',
    optional: true,
  })
  cursor?: string;

  @WholeNumberField({
    min: 1,
    max: MOST_ITEMS,
    description: `Most items of the answer, ${USUAL_ITEMS} where it is not given.`,
    example: USUAL_ITEMS,
    optional: true,
  })
  limit?: number;
}

/** What every page of a list says beside its items, for the description of the interface. */
export class NextPage {
  @TextField({
    description: 'Where the next page starts; absent on the last one.',
    max: MOST_CURSOR,
    optional: true,
  })
  nextCursor?: string;
}

/** What a list answers with. */
export interface PageAnswer<Item> {
  readonly items: readonly Item[];
  /** Where the next page starts; absent on the last one. */
  readonly nextCursor?: string;
}

/** One request for a part of a list, and how its answer is given. */
export class Paging {
  constructor(
    /** Which part is asked for. */
    readonly request: PageRequest,
    private readonly link: (position: string) => string,
  ) {}

  /** Shapes a page for the caller and names the next one, in the body and as a link. */
  answer<Item, Shown>(page: Page<Item>, shape: (item: Item) => Shown): PageAnswer<Shown> {
    const items = page.items.map(shape);
    return page.next === undefined ? { items } : { items, nextCursor: this.link(page.next) };
  }
}

/**
 * Gives a controller method its `Paging`. The method takes a `PageQuery` too (or one that extends it), which refuses what
 * a query must not hold.
 */
export const Paged = createParamDecorator((_: unknown, context: ExecutionContext): Paging => {
  const http = context.switchToHttp();
  return pagingOf(http.getRequest<Request>(), http.getResponse<Response>());
});

function pagingOf(request: Request, response: Response): Paging {
  const { cursor, limit: wanted, ...rest } = request.query;
  const limit = limitOf(wanted);
  // A cursor says where one list was left; in another list, or under another filter, the place means nothing.
  const list = sha256(canonicalJson([request.path, rest as JsonValue])).slice(0, 16);
  const link = (position: string) => {
    const next = Buffer.from(JSON.stringify([position, list])).toString('base64url');
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
    query.set('cursor', next);
    response.setHeader('Link', `<${request.path}?${query.toString()}>; rel="next"`);
    return next;
  };
  return new Paging(cursor === undefined ? { limit } : { limit, after: positionIn(cursor, list) }, link);
}

function limitOf(wanted: unknown): number {
  if (wanted === undefined) return USUAL_ITEMS;
  const limit = typeof wanted === 'string' && /^\d{1,3}$/.test(wanted) ? Number(wanted) : 0;
  if (limit >= 1 && limit <= MOST_ITEMS) return limit;
  const problems = [{ where: 'query.limit', what: `must be a whole number from 1 to ${MOST_ITEMS}` }];
  throw new HttpProblem(400, 'request.invalid', 'The request has a fault.', { problems });
}

function positionIn(cursor: unknown, list: string): string {
  const [position, cursorOf] = read(cursor);
  if (typeof position !== 'string' || typeof cursorOf !== 'string') {
    throw new UnknownPosition();
  }
  if (cursorOf !== list) {
    throw new HttpProblem(
      400,
      'cursor.other-query',
      'The cursor belongs to another query: keep the query of the page before, or leave the cursor out to start anew.',
    );
  }
  return position;
}

function read(cursor: unknown): readonly unknown[] {
  if (typeof cursor !== 'string' || cursor.length > MOST_CURSOR || !/^[A-Za-z0-9_-]+$/.test(cursor))
    return [];
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    return Array.isArray(value) && value.length === 2 ? value : [];
  } catch {
    return [];
  }
}
