import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { hasBody, readBodyText } from './body-text';
import type { Request } from './exchange';
import { readJsonText } from './json-text';
import { asksForPage } from './page-routes';
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
    // What a form sends is read by whoever sees to it that the form is ours.
    if (!asksForPage(context) && !WITHOUT_BODY.has(request.method ?? '') && hasBody(request)) {
      const limit = this.reflector.getAllAndOverride<number | undefined>(BODY_LIMIT, [
        context.getHandler(),
        context.getClass(),
      ]);
      checkType(request);
      request.body = readJsonText(await readBodyText(request, limit ?? USUAL_LIMIT));
    }
    return next.handle();
  }
}

function checkType({ headers }: Request): void {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const inUtf8 = parameters.every((parameter) => /^(?:charset="?utf-8"?)?$/.test(parameter.trim()));
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
