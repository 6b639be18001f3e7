import { ProviderAway } from '@evenhand/identity';
import {
  Conflict,
  DomainError,
  Forbidden,
  InputRefused,
  NotFound,
  StaleVersion,
  UnknownPosition,
} from '@evenhand/kernel';
import { currentRequestId } from '@evenhand/observability';
import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { isDatabaseAway } from '@evenhand/persistence';
import type { Response } from './exchange';

/** One fault of a request. */
export interface Fault {
  /** `body.gaps[2].topic`, `query.limit`, `path.id`; absent where `what` itself says where. */
  readonly where?: string;
  readonly what: string;
}

/** The body of an answer that says what went wrong (RFC 9457, `application/problem+json`). */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly problems?: readonly Fault[];
}

/** An answer that says what went wrong, ready to be sent or kept. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemDocument;
}

/** A request that is refused before any use case hears of it. `detail` is shown to the caller. */
export class HttpProblem extends Error {
  readonly problems: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    more: { problems?: readonly Fault[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.problems = more.problems ?? [];
    this.headers = more.headers ?? {};
  }
}

/** A problem that was told before and is told again, to the letter. */
export class KeptProblem extends Error {
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: unknown,
  ) {
    super('told before');
  }
}

const MOST_PROBLEMS = 1000;
const RETRY_SOON = { 'Retry-After': '5' };

/** How an error is told to the caller. What was not foreseen is told as such, and nothing of it is shown. */
export function problemOf(error: unknown): ProblemAnswer {
  if (error instanceof KeptProblem) {
    return { status: error.status, headers: error.headers, body: error.body as ProblemDocument };
  }
  if (error instanceof HttpProblem) {
    return answer(error.status, error.code, error.message, error.problems, error.headers);
  }
  if (error instanceof DomainError) {
    const headers = error instanceof ProviderAway ? RETRY_SOON : {};
    return answer(statusOf(error), error.code, error.message, faultsOf(error.problems), headers);
  }
  if (isDatabaseAway(error)) {
    const detail =
      'The database does not answer at the moment. Whether the request took effect is not known: with the same ' +
      'Idempotency-Key it can be sent again in a few seconds without taking effect twice.';
    return answer(503, 'database.away', detail, [], RETRY_SOON);
  }
  const status = statusOfFramework(error);
  return status < 500
    ? answer(status, 'request.unusable', 'The request cannot be read.')
    : answer(
        500,
        'server.failed',
        'Something went wrong here. It is logged under the request id in "instance".',
      );
}

/**
 * Sends a problem, unless an answer is already on its way: then all that is left is to cut it off.
 *
 * @param page the same in HTML, for whoever met the problem in a browser
 */
export function sendProblem(
  response: Response,
  { status, headers, body }: ProblemAnswer,
  page?: string,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What a controller announced about the answer that it never gave does not hold for this one.
  for (const name of ['ETag', 'Location', 'Link', 'Content-Length', 'Content-Disposition']) {
    response.removeHeader(name);
  }
  response.statusCode = status;
  response.setHeader(
    'Content-Type',
    page === undefined ? 'application/problem+json' : 'text/html; charset=utf-8',
  );
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  response.end(page ?? JSON.stringify(body));
}

/** Shows what a caller sent back to the caller: enough to find it, and never much of it. */
export function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** A file can be wrong in every row: nobody reads further than this, and the number of the others says enough. */
function faultsOf(problems: readonly string[]): readonly Fault[] {
  const told = problems.slice(0, MOST_PROBLEMS).map((what) => ({ what }));
  const others = problems.length - told.length;
  return others === 0 ? told : [...told, { what: `and ${others.toLocaleString('en-GB')} more` }];
}

function answer(
  status: number,
  code: string,
  detail: string,
  problems: readonly Fault[] = [],
  headers: Readonly<Record<string, string>> = {},
): ProblemAnswer {
  const body = {
    type: `urn:evenhand:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail,
    code,
    instance: `urn:evenhand:request:${currentRequestId() ?? 'unknown'}`,
    ...(problems.length === 0 ? {} : { problems }),
  };
  return { status, headers, body };
}

function statusOf(error: DomainError): number {
  if (error instanceof InputRefused) return 422;
  if (error instanceof NotFound) return 404;
  if (error instanceof Conflict) return 409;
  if (error instanceof StaleVersion) return 412;
  if (error instanceof Forbidden) return 403;
  if (error instanceof UnknownPosition) return 400;
  if (error instanceof ProviderAway) return 503;
  return 422;
}

/** Express and Nest put a status on what they refuse themselves: a path with a broken `%`, a header that is too long. */
function statusOfFramework(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error ? (error as { status?: unknown }).status : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
