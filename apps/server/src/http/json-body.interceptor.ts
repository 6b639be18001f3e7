import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import type { Request } from './exchange';
import { readJsonText } from './json-text';
import { HttpProblem } from './problem';

const BODY_LIMIT = 'evenhand:body-limit';
const USUAL_LIMIT = 256_000;
const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/** Most bytes of a body, for a route or a controller that takes more than 256,000. */
export const BodyLimit = (bytes: number) => SetMetadata(BODY_LIMIT, bytes);

/**
 * Reads the body once it is known that there is such a route and that the caller may use it: nobody else makes the server
 * read anything. JSON in UTF-8 and nothing else; the body of a GET has no meaning and is not looked at.
 */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!WITHOUT_BODY.has(request.method ?? '') && hasBody(request)) {
      const limit = this.reflector.getAllAndOverride<number | undefined>(BODY_LIMIT, [
        context.getHandler(),
        context.getClass(),
      ]);
      checkType(request);
      request.body = readJsonText(textOf(await readBytes(request, limit ?? USUAL_LIMIT)));
    }
    return next.handle();
  }
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function checkType({ headers }: Request): void {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const inUtf8 = parameters.every((parameter) => /^\s*(?:charset="?utf-8"?)?\s*$/.test(parameter));
  if (type?.trim() !== 'application/json' || !inUtf8) {
    throw new HttpProblem(
      415,
      'body.wrong-type',
      'The body must be JSON in UTF-8: send it with Content-Type: application/json.',
      { headers: { Accept: 'application/json' } },
    );
  }
  if (!['', 'identity'].includes(headers['content-encoding'] ?? '')) {
    throw new HttpProblem(415, 'body.compressed', 'The body must be sent as it is, not compressed.');
  }
}

async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw tooLarge(request, limit);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // The connection must outlive the reading, or nobody could be told that the body is too large.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw new HttpProblem(400, 'body.cut-off', 'The body ended before all of it was sent.');
  }
  if (bytes > limit) {
    throw tooLarge(request, limit);
  }
  return Buffer.concat(chunks, bytes);
}

/** What is left of the body is let go by unread: a caller who is still sending would not see the answer. */
function tooLarge(request: Request, limit: number): HttpProblem {
  request.resume();
  return new HttpProblem(
    413,
    'body.too-large',
    `The body is larger than the ${limit.toLocaleString('en-GB')} bytes that fit here.`,
  );
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'body.not-utf-8', 'The body is not UTF-8: save or send it as UTF-8.');
  }
}
