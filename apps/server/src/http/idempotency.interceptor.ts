import { canonicalJson, type Clock, DomainError, type JsonValue, sha256 } from '@evenhand/kernel';
import { type CallHandler, type ExecutionContext, Logger, type NestInterceptor } from '@nestjs/common';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { isAnsweredAnew } from './answered-anew';
import type { Request, Response } from './exchange';
import type { IdempotencyStore, KeptAnswer } from './idempotency-store';
import { HttpProblem, KeptProblem, problemOf } from './problem';

const KEY = /^[\x21-\x7e]{1,200}$/;
const KEPT_HEADERS = ['Location', 'ETag'];

/**
 * A POST that carries an `Idempotency-Key` takes effect once, however often it is sent: a caller who saw no answer can
 * ask again. What a use case decided, for or against, is kept; a request that was refused before, or that failed here,
 * leaves its key free.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Requests');

  constructor(
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const key = request.headers['idempotency-key'];
    const isKept = request.method === 'POST' && !isAnsweredAnew(context.getHandler());
    if (!isKept || key === undefined || request.caller === undefined) {
      return next.handle();
    }
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new HttpProblem(
        400,
        'idempotency.malformed',
        'Idempotency-Key must be 1 to 200 visible ASCII characters.',
      );
    }
    const scope = scopeOf(request);
    const fingerprint = fingerprintOf(request);
    const claim = await this.store.claim(scope, key, fingerprint, this.clock.now());
    switch (claim.kind) {
      case 'claimed':
        return of(await this.once(scope, key, response, next));
      case 'replay':
        return of(replay(claim.answer, response));
      case 'other-body':
        throw new HttpProblem(
          422,
          'idempotency.other-body',
          'This Idempotency-Key was used with another body: take a new key for a new request.',
        );
      case 'in-progress':
        throw new HttpProblem(
          409,
          'idempotency.in-progress',
          'A request with this Idempotency-Key is being worked on: ask again in a moment.',
          { headers: { 'Retry-After': '1' } },
        );
    }
  }

  private async once(scope: string, key: string, response: Response, next: CallHandler): Promise<unknown> {
    try {
      return await this.store.together(async () => {
        const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
        const answer = { status: response.statusCode, headers: keptHeaders(response) };
        await this.store.complete(
          scope,
          key,
          body === undefined ? answer : { ...answer, body },
          this.clock.now(),
        );
        return body;
      });
    } catch (error) {
      if (error instanceof DomainError) {
        const { status, headers, body } = problemOf(error);
        await this.keep(scope, key, { status, headers, body });
      } else {
        await this.store.release(scope, key).catch((failure: unknown) => this.logger.warn(failure));
      }
      throw error;
    }
  }

  /** Nothing was done whether or not this answer can be kept, so the caller must hear of it in either case. */
  private async keep(scope: string, key: string, answer: KeptAnswer): Promise<void> {
    await this.store
      .complete(scope, key, answer, this.clock.now())
      .catch((failure: unknown) => this.logger.warn(failure));
  }
}

/** What was asked: the same key with another question is another request's. */
function fingerprintOf({ originalUrl, body }: Request): string {
  const query = originalUrl.split('?')[1] ?? '';
  return sha256(`${query}\n${body === undefined ? '' : canonicalJson(body as JsonValue)}`);
}

/**
 * A key means something only to the caller who made it up, on one route, and as long as their roles are the same: an
 * answer is not given again to somebody who may no longer have it.
 */
function scopeOf({ caller, method, path }: Request): string {
  return [caller!.id, method, path, sha256(JSON.stringify(caller!.roles))].join(' ');
}

function keptHeaders(response: Response): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.getHeader(name);
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}

function replay({ status, headers, body }: KeptAnswer, response: Response): unknown {
  response.setHeader('Idempotency-Replayed', 'true');
  if (status >= 400) {
    throw new KeptProblem(status, headers, body);
  }
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  return body;
}
